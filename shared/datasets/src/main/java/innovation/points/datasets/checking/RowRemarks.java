package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Period;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.Unit;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Columns in which each row says of which time its figures are, or in which unit or currency. */
final class RowRemarks {

  private static final Pattern PERIODS =
      Pattern.compile(
          "(填报|统计|所属|数据|会计|报告|核算)?(年度|年份|会计年度)|(税款|数据|费款)?所属(期间|时期|期)([起止]|起止)?"
              + "|报告期|统计期|期间|会计期间|月份|所属月份|季度|数据年月|年月");
  private static final Pattern UNITS = Pattern.compile("(计量|金额|货币)?单位|(结算)?币种|货币");
  private static final Pattern PART = Pattern.compile("月份|所属月份|季度");
  private static final Pattern ALL_MONTHS = Pattern.compile("1-12月?|全年|年度|年报|1月?至12月|");

  /** A column that is read for no field. */
  private record Spoken(int position, String header) {}

  private final int year;
  private final List<Spoken> periods;
  private final List<Spoken> units;

  RowRemarks(Header header, Dataset dataset, int year) {
    this.year = year;
    this.periods = dataset.keyedByYear() ? named(header, PERIODS) : List.of();
    this.units = named(header, UNITS);
  }

  /** Whether there are such columns. */
  boolean any() {
    return !periods.isEmpty() || !units.isEmpty();
  }

  private static List<Spoken> named(Header header, Pattern names) {
    List<Spoken> found = new ArrayList<>();
    for (Reading.Column column : header.columns()) {
      String name = CellText.compact(column.header());
      if (column.field() == null && names.matcher(name).matches()) {
        found.add(new Spoken(SheetRow.column(column.letter()), name));
      }
    }
    return found;
  }

  /** What a row says that is not of the file's year, with the column that says it. */
  Optional<String> otherPeriod(SheetRow row) {
    for (Spoken column : periods) {
      String text = text(row.cell(column.position()));
      boolean other =
          PART.matcher(column.header()).matches()
              ? !ALL_MONTHS.matcher(text).matches()
              : Period.ofCell(text, year) == Period.OTHER;
      if (other) {
        return Optional.of("“%s”列是“%s”".formatted(column.header(), text));
      }
    }
    return Optional.empty();
  }

  private static String text(SheetCell cell) {
    return CellText.compact(
        cell.single() instanceof SheetCell.Figure figure ? figure.plain() : cell.shown());
  }

  /** A unit of money that a row names, and where. */
  record Named(Unit unit, String header, int position) {
    /** The unit in which a field's figures of the row are; none where they cannot be in both. */
    Optional<ColumnUnit> of(Field field, ColumnUnit column) {
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
  Optional<Named> unit(SheetRow row) {
    for (Spoken column : units) {
      Optional<Unit> unit = Unit.of(text(row.cell(column.position()))).filter(Unit::money);
      if (unit.isPresent()) {
        return Optional.of(new Named(unit.get(), column.header(), column.position()));
      }
    }
    return Optional.empty();
  }
}
