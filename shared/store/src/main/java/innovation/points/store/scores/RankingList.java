package innovation.points.store.scores;

import java.util.regex.Pattern;

/**
 * A ranking that is kept ready: of all, of a stage, of an industry division, or of a cluster.
 *
 * @param id as it stands in the table: {@code all}, {@code stage=growth}, {@code industry=C34},
 *     {@code cluster=生物医药}
 */
public record RankingList(String id) {

  private static final Pattern FORM = Pattern.compile("all|(stage|industry|cluster)=[^#]+");

  public static final RankingList ALL = new RankingList("all");

  public RankingList {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("expected a ranking list, found " + id);
    }
  }

  public static RankingList stage(String stage) {
    return new RankingList("stage=" + stage);
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
