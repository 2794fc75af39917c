package innovation.points.store.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stored ranking: of all enterprises, a stage, an industry division or a cluster.
 *
 * @param id as it stands in the table: {@code all}, {@code stage=growth}, {@code industry=C34},
 *     {@code cluster=生物医药}
 */
public record RankingList(String id) {

  private static final String STAGE = "stage=";
  private static final Pattern FORM = Pattern.compile("all|(stage|industry|cluster)=[^#]+");

  public static final RankingList ALL = new RankingList("all");

  public RankingList {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("expected a ranking list, found " + id);
    }
  }

  /** The lists that a ranked enterprise is in. */
  public static List<RankingList> of(
      String stage, @Nullable String industry, @Nullable String cluster) {
    var lists = new ArrayList<>(List.of(ALL, stage(stage)));
    if (industry != null) {
      lists.add(industry(industry));
    }
    if (cluster != null) {
      lists.add(cluster(cluster));
    }
    return lists;
  }

  /** The stage whose ranking it is; empty for another list. */
  public Optional<String> stage() {
    return id.startsWith(STAGE) ? Optional.of(id.substring(STAGE.length())) : Optional.empty();
  }

  public static RankingList stage(String stage) {
    return new RankingList(STAGE + stage);
  }

  /**
   * The ranking of an industry division.
   *
   * @param division {@code C34}
   */
  public static RankingList industry(String division) {
    return new RankingList("industry=" + division);
  }

  public static RankingList cluster(String cluster) {
    return new RankingList("cluster=" + cluster);
  }
}
