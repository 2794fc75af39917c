package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Period;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.Unit;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.PlainRow;
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
          "(填报|申报|统计|所属|数据|会计|报告|核算|年报)?(年度|年份|会计年度)"
              + "|(数据|统计)(时间|日期|期间|周期|区间)|(数据)?截[止至](日期|时间|日)?|(税款|数据|费款)?所属(期间|时期|期)([起止]|起止)?"
              + "|报告期|统计期|期间|会计期间|月份|所属月份|季度|数据年月|年月");

  /** What a row of another year, or of a forecast, says in whichever column. */
  private static final Pattern OTHER =
      Pattern.compile(
          "[(]?((上|去|前|往)一?年度?(同期)?(数|金额|值)?|上期(数|金额)?|同期数?|(年度)?(预计|预测|预算|计划|目标|估计|估算|暂估)(数|值|金额)?"
              + "|[上下]半年数?|第?[一二三四1-4]季度数?|[0-9]{1,2}(-[0-9]{1,2})?月份?数?)[)]?");

  private static final int LONGEST = 10;
  private static final int LONGEST_BYTES = 3 * LONGEST;

  private static final Pattern UNITS = Pattern.compile("(计量|金额|货币)?单位|(结算)?币种|货币");
  private static final Pattern PART = Pattern.compile("月份|所属月份|季度");
  private static final Pattern ALL_MONTHS = Pattern.compile("1-12月?|全年|年度|年报|1月?至12月|");

  /** A column that is read for no field. */
  private record Spoken(int position, String header) {}

  private final int year;
  private final List<Spoken> periods;
  private final List<Spoken> others;
  private final List<Spoken> units;

  RowRemarks(Header header, Dataset dataset, int year) {
    this.year = year;
    this.periods = dataset.keyedByYear() ? named(header, PERIODS) : List.of();
    this.others = dataset.keyedByYear() ? named(header, Pattern.compile(".*")) : List.of();
    this.units = named(header, UNITS);
  }

  /** Whether a row says nothing of that, as far as that is seen from its bytes. */
  boolean nothing(PlainRow row) {
    if (!periods.isEmpty() || !units.isEmpty()) {
      return false;
    }
    for (Spoken column : others) {
      int to = row.to(column.position());
      int length = to - row.from(column.position());
      for (int at = to - length; at < to && length <= LONGEST_BYTES; at++) {
        if (row.bytes()[at] < 0) {
          return false; // all such words are in Han characters
        }
      }
    }
    return true;
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
    for (Spoken column : others) {
      SheetCell cell = row.cell(column.position());
      if (!cell.blank() && cell.shown().length() <= LONGEST) {
        String text = CellText.compact(cell.shown());
        if (OTHER.matcher(text).matches() && !(text.matches("1-12月份?"))) {
          return Optional.of("“%s”列是“%s”".formatted(column.header(), text));
        }
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
