package innovation.points.datasets.checking.row;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.TableContext;
import innovation.points.datasets.reading.header.Unit;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** In which unit or currency the figures of a row are, by its own account. */
public final class RowUnit {

  private static final Pattern UNITS = Pattern.compile("(计量|金额|货币)?单位|(结算)?币种|货币");

  private final List<SpokenColumn> units;
  private final List<SpokenColumn> notes;

  /** Of the rows of a table. */
  public RowUnit(Header header) {
    this.units = SpokenColumn.named(header, UNITS);
    this.notes = SpokenColumn.named(header, RowDoubt.NOTES);
  }

  /** Whether a row says nothing of that, as far as that is seen from its bytes. */
  public boolean nothing(PlainRow row) {
    return units.isEmpty() && SpokenColumn.nothing(row, notes, Integer.MAX_VALUE);
  }

  /** A unit of money that a row names, and where. */
  public record Named(Unit unit, String header, int position) {
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
    for (SpokenColumn column : units) {
      Optional<Unit> unit = Unit.of(column.text(row)).filter(Unit::money);
      if (unit.isPresent()) {
        return Optional.of(new Named(unit.get(), column.header(), column.position()));
      }
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
