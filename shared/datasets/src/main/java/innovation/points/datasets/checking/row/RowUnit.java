package innovation.points.datasets.checking.row;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.RowColumn;
import innovation.points.datasets.reading.header.TableContext;
import innovation.points.datasets.reading.header.Unit;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** In which unit or currency the figures of a row are, by its own account. */
public final class RowUnit {

  private final List<SpokenColumn> units;
  private final List<SpokenColumn> notes;

  /** Of the rows of a table. */
  public RowUnit(Header header) {
    this.units = SpokenColumn.of(header, RowColumn.UNIT);
    this.notes = SpokenColumn.of(header, RowColumn.NOTE);
  }

  /** Whether a row says nothing of that, as far as that is seen from its bytes. */
  public boolean nothing(PlainRow row) {
    return units.isEmpty() && SpokenColumn.nothing(row, notes, Integer.MAX_VALUE);
  }

  /** A unit of money that a row names, and where. */
  public record Named(Unit unit, String header, int position) {
    /** Together with another column of the same row: 万元 and 美元 are 万美元. */
    Named with(Named other) {
      Unit both = unit.with(other.unit());
      boolean same = both.equals(unit);
      return same ? this : new Named(both, header + "”和“" + other.header(), position);
    }

    /** The unit in which a field's figures of the row are; none where they cannot be in both. */
    public Optional<ColumnUnit> of(Field field, ColumnUnit column) {
      Optional<Unit> wanted = Unit.of(field.unit()).filter(Unit::money);
      if (wanted.isEmpty()) {
        return Optional.of(column);
      }
      if (unit.kind() == Unit.Kind.RENMINBI_ALONE) {
        return wanted.get().kind() == Unit.Kind.RENMINBI ? Optional.of(column) : Optional.empty();
      }
      OptionalInt shift = unit.shiftTo(wanted.get());
      boolean agrees = shift.isPresent() && shift.getAsInt() == column.shift();
      return agrees || (shift.isPresent() && !column.declared())
          ? Optional.of(new ColumnUnit(shift.getAsInt(), true))
          : Optional.empty();
    }
  }

  /** The unit of money that the row names. */
  public Optional<Named> of(SheetRow row) {
    Optional<Named> named = Optional.empty();
    for (SpokenColumn column : units) {
      Optional<Unit> unit = Unit.of(column.text(row)).filter(Unit::money);
      if (unit.isPresent()) {
        Named here = new Named(unit.get(), column.header(), column.position());
        named = Optional.of(named.map(before -> before.with(here)).orElse(here));
      }
    }
    if (named.isPresent()) {
      return named;
    }
    for (SpokenColumn column : notes) {
      String text = column.text(row);
      List<Unit> units = text.contains("元") ? TableContext.money(text) : List.of();
      if (units.size() == 1) {
        return Optional.of(new Named(units.getFirst(), column.header(), column.position()));
      }
    }
    return Optional.empty();
  }
}
