package innovation.points.store.facts;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.catalogue.ShownKind;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.store.table.ValueWriter;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that files of a year name and the year's roster does not.
 *
 * @param name null where no file gives one
 * @param kinds of 三(一) that the data show, in the order of the roster's form
 * @param datasets that name it in the year
 * @param lastListed the last year before whose roster had it; null where none had
 * @param values what that roster says, with the name in force, by the fields of the year's form
 */
public record RosterCandidate(
    String uscc,
    @Nullable String name,
    List<String> kinds,
    List<String> datasets,
    @Nullable Integer lastListed,
    @JsonSerialize(contentUsing = ValueWriter.class) Map<String, Value> values) {

  private static final String NAME = "name";
  private static final String BASIS = "basis";

  public RosterCandidate {
    kinds = List.copyOf(kinds);
    datasets = List.copyOf(datasets);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The candidate that an enterprise is; nothing where it is on the roster, or in no file of the
   * year.
   *
   * @param roster the year's form
   * @param datasets of the year, in the order of the catalogue
   */
  public static Optional<RosterCandidate> of(
      int year,
      Dataset roster,
      List<Dataset> datasets,
      EnterpriseFacts facts,
      List<Contribution> said) {
    List<String> named =
        said.stream()
            .filter(one -> one.file().year() == year)
            .map(one -> one.file().dataset())
            .toList();
    if (named.isEmpty() || facts.year(year).listed().contains(roster.id())) {
      return Optional.empty();
    }
    Optional<Integer> last =
        facts.years().keySet().stream()
            .filter(one -> one < year && facts.year(one).listed().contains(roster.id()))
            .max(Integer::compare);
    var values = new LinkedHashMap<String, Value>();
    for (Field field : roster.fields()) {
      Stream<Integer> years =
          field.name().equals(NAME) ? Stream.concat(Stream.of(year), last.stream()) : last.stream();
      years
          .flatMap(one -> Stream.ofNullable(facts.year(one).slots().value(field.name())))
          .findFirst()
          .ifPresent(value -> values.put(field.name(), value));
    }
    itemName(year, said).ifPresent(name -> values.putIfAbsent(NAME, name));
    return Optional.of(
        new RosterCandidate(
            facts.uscc(),
            values.get(NAME) instanceof Value.Text(String name) ? name : null,
            ShownKind.of(roster).stream()
                .filter(kind -> shown(kind, year, datasets, facts))
                .map(ShownKind::kind)
                .distinct()
                .toList(),
            datasets.stream().map(Dataset::id).filter(named::contains).toList(),
            last.orElse(null),
            values));
  }

  /** The row of the roster, to be completed. */
  public Map<String, Value> row() {
    var row = new LinkedHashMap<>(values);
    row.put("uscc", Value.of(uscc));
    row.remove(BASIS);
    kinds.stream().findFirst().ifPresent(kind -> row.put(BASIS, Value.of(kind)));
    return row;
  }

  private static Optional<Value> itemName(int year, List<Contribution> said) {
    return said.stream()
        .filter(one -> one.file().year() == year)
        .flatMap(one -> one.rows().stream())
        .flatMap(row -> Stream.ofNullable(row.values().get(NAME)))
        .findFirst();
  }

  private static boolean shown(
      ShownKind kind, int year, List<Dataset> datasets, EnterpriseFacts facts) {
    boolean figures =
        datasets.stream()
            .anyMatch(
                one -> one.id().equals(kind.dataset()) && one.shape() == Shape.PER_ENTERPRISE);
    if (figures) {
      return says(kind, facts.year(year).slots().value(kind.field()));
    }
    LocalDate day = LocalDate.of(year, Month.DECEMBER, 31);
    return facts.items(kind.dataset()).stream()
        .filter(item -> item.year() <= year)
        .anyMatch(item -> says(kind, item.slots().value(kind.field())) && holds(kind, item, day));
  }

  private static boolean says(ShownKind kind, @Nullable Value value) {
    return switch (value) {
      case Value.Amount(double amount) -> amount > 0;
      case Value.Flag(boolean flag) -> flag;
      case Value.Text(String text) -> kind.values().contains(text);
      case Value.Day _ -> false;
      case null -> false;
    };
  }

  private static boolean holds(ShownKind kind, LineItem item, LocalDate day) {
    return kind.from().map(item.slots()::value).filter(from -> after(from, day)).isEmpty()
        && kind.until().map(item.slots()::value).filter(until -> before(until, day)).isEmpty()
        && kind.unless().map(item.slots()::value).filter(Value.of(true)::equals).isEmpty();
  }

  private static boolean after(Value value, LocalDate day) {
    return value instanceof Value.Day(LocalDate one) && one.isAfter(day);
  }

  private static boolean before(Value value, LocalDate day) {
    return value instanceof Value.Day(LocalDate one) && one.isBefore(day);
  }
}
