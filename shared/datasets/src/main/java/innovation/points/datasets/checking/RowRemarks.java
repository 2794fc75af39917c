package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Period;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.TableContext;
import innovation.points.datasets.reading.header.Unit;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
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

  /** A year alone beside 数据. */
  private static final Pattern DATA_OF_YEAR =
      Pattern.compile("[(]?(为|系|是)?(20[0-9]{2})年度?(全年)?的?(数据|数|数字|金额|报表数?)[)]?");

  /** Columns in which people write what they think of a row. */
  private static final Pattern NOTES =
      Pattern.compile("备注|说明|备注说明|情况说明|其他说明|备考|(数据|记录|填报)?状态|是否(有效|采用)|(核实|审核)(情况|意见|状态)");

  private static final Pattern WITHDRAWN =
      Pattern.compile("(已)?(作废|无效|删除|废弃|停用|撤销|撤回)(数据|记录|行)?|草稿|不采用|重复(数据|记录|行)?");
  private static final Pattern DOUBTED =
      Pattern.compile(
          "勿用|不要用|不要采用|不予采用|请忽略|数据(有误|错误|不准)|(待|未)(核实|确认)|(暂估|估算|预估|预计)(数|值|的)?$|已作废|此行作废");
  private static final Pattern VERSIONS = Pattern.compile("(数据)?版本号?|版次|修订(状态|情况|标志)|数据类型");
  private static final Pattern SUPERSEDED =
      Pattern.compile("原始(数据|数|版)?|原(数据|数|版)|初(稿|版|报)|旧(版|数据)|(修订|更正|调整|修改|变更)前|草稿");

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
  private final List<Spoken> notes;
  private final List<Spoken> versions;

  /** What stands in the columns of versions, in all rows together. */
  private final Set<String> seen = new HashSet<>();

  RowRemarks(Header header, Dataset dataset, int year) {
    this.year = year;
    this.periods = dataset.keyedByYear() ? named(header, PERIODS) : List.of();
    this.others = dataset.keyedByYear() ? named(header, Pattern.compile(".*")) : List.of();
    this.units = named(header, UNITS);
    this.notes = named(header, NOTES);
    this.versions = named(header, VERSIONS);
  }

  /** Looks at a row of data; all rows come here before any is checked. */
  void remember(SheetRow row) {
    for (Spoken column : versions) {
      seen.add(text(row.cell(column.position())));
    }
  }

  /**
   * What a row says of itself in a column that is not read.
   *
   * @param position of the column
   */
  record Doubt(int position, String header, String text) {}

  /** Why a row should not count, by its own account: it is void, doubted, or an earlier version. */
  Optional<Doubt> doubt(SheetRow row) {
    for (Spoken column : notes) {
      String text = text(row.cell(column.position()));
      boolean no = column.header().startsWith("是否") && text.equals("否");
      if (no || WITHDRAWN.matcher(text).matches() || DOUBTED.matcher(text).find()) {
        return Optional.of(new Doubt(column.position(), column.header(), text));
      }
    }
    for (Spoken column : versions) {
      String text = text(row.cell(column.position()));
      if (seen.size() > 1 && SUPERSEDED.matcher(text).matches()) {
        return Optional.of(new Doubt(column.position(), column.header(), text));
      }
    }
    return Optional.empty();
  }

  /** Whether a row says nothing of that, as far as that is seen from its bytes. */
  boolean nothing(PlainRow row) {
    if (!periods.isEmpty() || !units.isEmpty() || !versions.isEmpty()) {
      return false;
    }
    return nothing(row, others, LONGEST_BYTES) && nothing(row, notes, Integer.MAX_VALUE);
  }

  private static boolean nothing(PlainRow row, List<Spoken> columns, int longest) {
    for (Spoken column : columns) {
      int to = row.to(column.position());
      int length = to - row.from(column.position());
      for (int at = to - length; at < to && length <= longest; at++) {
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
        if (OTHER.matcher(text).matches() && !text.matches("1-12月份?")) {
          return Optional.of("“%s”列是“%s”".formatted(column.header(), text));
        }
        Matcher data = DATA_OF_YEAR.matcher(text);
        if (data.matches() && Integer.parseInt(data.group(2)) != year) {
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
    for (Spoken column : notes) {
      String text = text(row.cell(column.position()));
      List<Unit> units = text.contains("元") ? TableContext.money(text) : List.of();
      if (units.size() == 1) {
        return Optional.of(new Named(units.getFirst(), column.header(), column.position()));
      }
    }
    return Optional.empty();
  }
}
