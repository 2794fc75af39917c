package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.web.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The filters of a ranking.
 *
 * @param stage id
 * @param industry division, {@code C34}
 */
public record RankingFilter(
    Optional<String> stage, Optional<String> industry, Optional<String> cluster) {

  private static final Pattern DIVISION = Pattern.compile("[A-T][0-9]{2}");

  /** The filters of a request. */
  public static RankingFilter of(Parameters parameters) {
    return new RankingFilter(
        parameters.text("stage"),
        parameters.text("industry", DIVISION, "行业门类字母加两位大类代码（如 C34）"),
        parameters.text("cluster"));
  }

  /** Refuses values that no enterprise can have: an empty list would look like an answer. */
  public void checkUnknown(Parameters parameters, Pointers pointers, KnownRulebooks rules) {
    if (stage.isPresent() && !isKept(pointers, RankingList::stage, stage.get())) {
      checkOneOf(parameters, "stage", stage.get(), rules.stageIds());
    }
    if (cluster.isPresent() && !isKept(pointers, RankingList::cluster, cluster.get())) {
      checkOneOf(parameters, "cluster", cluster.get(), rules.clusters());
    }
  }

  /** Whether a publication has such a list: then the value is known without reading the rules. */
  private static boolean isKept(
      Pointers pointers, Function<String, RankingList> list, String value) {
    return value.indexOf('#') < 0
        && pointers.all().stream()
            .anyMatch(pointer -> pointer.counts().lists().containsKey(list.apply(value).id()));
  }

  private static void checkOneOf(
      Parameters parameters, String name, String value, List<String> values) {
    if (!values.contains(value)) {
      parameters.refuse(name, String.join("、", values) + " 之一", value);
    }
  }

  /** The stored lists that contain all matching entries; without filters, the list of all. */
  List<RankingList> lists() {
    var lists = new ArrayList<RankingList>();
    stage.map(RankingList::stage).ifPresent(lists::add);
    industry.map(RankingList::industry).ifPresent(lists::add);
    cluster.map(RankingList::cluster).ifPresent(lists::add);
    return lists.isEmpty() ? List.of(RankingList.ALL) : lists;
  }

  /** Whether a stored list contains matching entries only. */
  boolean isMetBy(RankingList list) {
    return lists().equals(List.of(list));
  }

  boolean fits(PublicEntry entry) {
    return Stream.of(
            stage.map(entry.stage()::equals),
            industry.map(wanted -> wanted.equals(entry.industry())),
            cluster.map(wanted -> wanted.equals(entry.cluster())))
        .allMatch(test -> test.orElse(true));
  }

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "stage=%s&industry=%s&cluster=%s"
        .formatted(stage.orElse(""), industry.orElse(""), cluster.orElse(""));
  }
}
