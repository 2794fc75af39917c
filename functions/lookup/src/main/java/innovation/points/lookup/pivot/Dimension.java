package innovation.points.lookup.pivot;

import innovation.points.store.filter.Certificates;
import innovation.points.store.scores.ScoreRow;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the enterprises of a table are grouped by. */
enum Dimension {
  STAGE("阶段", row -> Stream.ofNullable(row.card().stage()).toList()),
  DIVISION("行业大类", row -> Stream.ofNullable(row.industry()).toList()),
  CLUSTER("主导产业", row -> Stream.ofNullable(row.cluster()).toList()),
  PARK("所属园区", row -> Stream.ofNullable(row.park()).toList()),
  GRID("所属网格", row -> Stream.ofNullable(row.grid()).toList()),
  /** An enterprise stands in the group of each kind of certificate that it has. */
  QUALIFICATION("资质", Certificates::held);

  static final Map<String, Dimension> NAMES =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Dimension::id, one -> one));

  static final List<String> IDS = Arrays.stream(values()).map(Dimension::id).toList();

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // the functions above, which have no state
  private final Function<ScoreRow, Collection<String>> groups;

  Dimension(String title, Function<ScoreRow, Collection<String>> groups) {
    this.title = title;
    this.groups = groups;
  }

  /** As the body names it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  /** What the group of the enterprises without a value is called. */
  String none() {
    return this == QUALIFICATION ? "无有效资质" : "未填报";
  }

  /** The groups of an enterprise, at least one; {@link Pivot#NONE} where it has no value. */
  List<String> of(ScoreRow row) {
    Collection<String> values = groups.apply(row);
    return values.isEmpty() ? List.of(Pivot.NONE) : List.copyOf(values);
  }
}
