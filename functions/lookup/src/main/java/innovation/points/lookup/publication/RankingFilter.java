package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.web.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list of results. Of the values of one any will do, and all of them have to be
 * met; one without a value lets everything through.
 *
 * @param stages ids
 * @param industries divisions, {@code C34}
 * @param parks 所属园区
 * @param minTotal the least total, in points
 */
public record RankingFilter(
    List<String> stages,
    List<String> industries,
    List<String> clusters,
    List<String> parks,
    OptionalDouble minTotal) {

  private static final Pattern DIVISION = Pattern.compile("[A-T][0-9]{2}");

  public RankingFilter {
    stages = List.copyOf(stages);
    industries = List.copyOf(industries);
    clusters = List.copyOf(clusters);
    parks = List.copyOf(parks);
  }

  /** The filters of a request. */
  public static RankingFilter of(Parameters parameters) {
    return new RankingFilter(
        parameters.several("stage"),
        parameters.several("industry", DIVISION, "行业门类字母加两位大类代码（如 C34）"),
        parameters.several("cluster"),
        parameters.several("park"),
        parameters.number("minTotal"));
  }

  /** Refuses values that no enterprise can have: an empty list would look like an answer. */
  public void checkUnknown(Parameters parameters, Pointers pointers, KnownRulebooks rules) {
    for (String stage : stages) {
      if (!isKept(pointers, RankingList::stage, stage)) {
        checkOneOf(parameters, "stage", stage, rules.stageIds());
      }
    }
    for (String cluster : clusters) {
      if (!isKept(pointers, RankingList::cluster, cluster)) {
        checkOneOf(parameters, "cluster", cluster, rules.clusters());
      }
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

  /** The stored lists that contain all matching entries; the list of all where no other does. */
  List<RankingList> lists() {
    var lists = new ArrayList<RankingList>();
    add(lists, stages, RankingList::stage);
    add(lists, industries, RankingList::industry);
    add(lists, clusters, RankingList::cluster);
    return lists.isEmpty() ? List.of(RankingList.ALL) : lists;
  }

  private static void add(
      List<RankingList> lists, List<String> values, Function<String, RankingList> list) {
    if (values.size() == 1) {
      lists.add(list.apply(values.getFirst()));
    }
  }

  /** Whether a stored list contains matching entries only. */
  boolean isMetBy(RankingList list) {
    return lists().equals(List.of(list))
        && minTotal.isEmpty()
        && parks.isEmpty()
        && stages.size() < 2
        && industries.size() < 2
        && clusters.size() < 2;
  }

  boolean fits(PublicEntry entry) {
    return fits(entry.stage(), entry.industry(), entry.cluster(), entry.total())
        && isOne(parks, entry.park());
  }

  /** Whether a result is one of those asked for, in whatever park. */
  public boolean fits(
      @Nullable String stage,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable Double total) {
    return isOne(stages, stage)
        && isOne(industries, industry)
        && isOne(clusters, cluster)
        && (minTotal.isEmpty() || (total != null && total >= minTotal.getAsDouble()));
  }

  private static boolean isOne(List<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "stage=%s&industry=%s&cluster=%s&park=%s&minTotal=%s"
        .formatted(
            String.join(",", stages),
            String.join(",", industries),
            String.join(",", clusters),
            String.join(",", parks),
            minTotal.isPresent() ? minTotal.getAsDouble() : "");
  }
}
