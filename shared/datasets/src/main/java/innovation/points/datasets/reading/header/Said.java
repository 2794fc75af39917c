package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.sheet.CellText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people said of a file that the file does not say itself.
 *
 * @param confirmed whether somebody looked at this very file and wants it read: what would hold it
 *     no longer does
 * @param unit of its amounts of money, 万元
 * @param table which of its tables is read, as {@link Reading#tables()} calls it
 * @param columns by the header in the file, as {@link Reading.Column#header()} has it
 */
public record Said(
    boolean confirmed,
    Optional<String> unit,
    Optional<String> table,
    Map<String, SaidColumn> columns) {

  /** Nothing was said. */
  public static final Said NOTHING = new Said(false, Optional.empty(), Optional.empty(), Map.of());

  public Said {
    var normalized = new HashMap<String, SaidColumn>();
    columns.forEach((header, column) -> normalized.put(header(header), column));
    columns = Map.copyOf(normalized);
  }

  /**
   * What a column is.
   *
   * @param field of the dataset
   * @param kept by whom and when it was said of an earlier file; empty where it was said of this
   */
  public record SaidColumn(String field, String kept) {}

  /** The unit, where it is one in which figures can be converted. */
  Optional<Unit> inUnit() {
    return unit.flatMap(Unit::of);
  }

  /**
   * The units in which a dataset has amounts of money: what is said of a file has to be one that
   * can be converted into them.
   */
  public static List<String> amounts(Dataset dataset) {
    return dataset.fields().stream()
        .map(Field::unit)
        .filter(name -> Unit.of(name).filter(Unit::money).isPresent())
        .distinct()
        .toList();
  }

  /** Whether amounts can be read in a unit that is called so; in another currency none can. */
  public static boolean isUnit(String name, List<String> amounts) {
    Optional<Unit> said =
        Unit.of(name)
            .filter(unit -> unit.kind() == Unit.Kind.RENMINBI || unit.kind() == Unit.Kind.DOLLAR);
    return said.isPresent()
        && (amounts.isEmpty()
            || amounts.stream()
                .flatMap(amount -> Unit.of(amount).stream())
                .anyMatch(amount -> said.get().shiftTo(amount).isPresent()));
  }

  /** What was said of the column with a header. */
  Optional<SaidColumn> column(String header) {
    return Optional.ofNullable(columns.get(header(header)));
  }

  /** As headers are compared: a blank more or less makes no other column. */
  private static String header(String text) {
    return CellText.compact(text);
  }
}
