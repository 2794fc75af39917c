package innovation.points.datasets.checking.row;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Period;
import innovation.points.datasets.reading.header.RowColumn;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of which time the figures of a row are, by its own account. */
public final class RowPeriod {

  /** What a row of another year, or of a forecast, says in whichever column. */
  private static final Pattern OTHER =
      Pattern.compile(
          "[(]?((上|去|前|往)一?年度?(同期)?(数|金额|值)?|上期(数|金额)?|同期数?|(年度)?(预计|预测|预算|计划|目标|估计|估算|暂估)(数|值|金额)?"
              + "|[上下]半年数?|第?[一二三四1-4]季度数?|[0-9]{1,2}(-[0-9]{1,2})?月份?数?)[)]?");

  /** A year alone beside 数据. */
  private static final Pattern DATA_OF_YEAR =
      Pattern.compile("[(]?(为|系|是)?(20[0-9]{2})年度?(全年)?的?(数据|数|数字|金额|报表数?)[)]?");

  private static final int LONGEST = 10;
  private static final int LONGEST_BYTES = 3 * LONGEST;

  private static final Pattern PART = Pattern.compile("月份|所属月份|季度");
  private static final Pattern ALL_MONTHS = Pattern.compile("1-12月?|全年|年度|年报|1月?至12月|");

  private static final Pattern FIRST = Pattern.compile(".*(起|开始.*|起始.*)");
  private static final Pattern LAST = Pattern.compile(".*(止|至|结束.*|截止.*|终止.*)");
  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}[-./年]?(1[0-2]|0?[1-9]).*");

  private final int year;
  private final List<SpokenColumn> periods;

  /** Of which columns a row before says another year. */
  private final Set<SpokenColumn> several = new HashSet<>();

  private final List<SpokenColumn> others;

  /**
   * Of the rows of a table.
   *
   * @param year of the file
   */
  public RowPeriod(Header header, Dataset dataset, int year) {
    this.year = year;
    this.periods = dataset.keyedByYear() ? SpokenColumn.of(header, RowColumn.PERIOD) : List.of();
    this.others = dataset.keyedByYear() ? SpokenColumn.all(header) : List.of();
  }

  /** Whether a row says nothing of that, as far as that is seen from its bytes. */
  public boolean nothing(PlainRow row) {
    return periods.isEmpty() && SpokenColumn.nothing(row, others, LONGEST_BYTES);
  }

  /** What a row says that is not of the file's year, with the column that says it. */
  public Optional<String> other(SheetRow row) {
    for (SpokenColumn column : periods) {
      String text = column.text(row);
      boolean other = other(column, text);
      if (other) {
        several.add(column);
        return said(column, text);
      }
    }
    for (SpokenColumn column : others) {
      SheetCell cell = row.cell(column.position());
      if (!cell.blank() && cell.shown().length() <= LONGEST) {
        String text = CellText.compact(cell.shown());
        boolean other = OTHER.matcher(text).matches() && !text.matches("1-12月份?");
        Matcher data = DATA_OF_YEAR.matcher(text);
        if (other || (data.matches() && Integer.parseInt(data.group(2)) != year)) {
          return said(column, text);
        }
      }
    }
    return Optional.empty();
  }

  private boolean other(SpokenColumn column, String text) {
    if (PART.matcher(column.header()).matches()) {
      return !ALL_MONTHS.matcher(text).matches();
    }
    Matcher month = MONTH.matcher(text);
    boolean first = FIRST.matcher(column.header()).matches();
    if (month.matches() && (first || LAST.matcher(column.header()).matches())) {
      // A year begins in January and ends in December.
      boolean ours = text.startsWith(Integer.toString(year));
      return !ours || Integer.parseInt(month.group(1)) != (first ? 1 : 12);
    }
    return EnumSet.of(Period.OTHER, Period.SEVERAL).contains(Period.ofCell(text, year));
  }

  /**
   * The column in which a row says nothing of its time though other rows are of another year:
   * nobody knows whether it belongs to the row above it.
   */
  public Optional<RowDoubt.Doubt> undated(SheetRow row) {
    for (SpokenColumn column : several) {
      if (column.text(row).isEmpty()) {
        return Optional.of(new RowDoubt.Doubt(column.position(), column.header(), ""));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> said(SpokenColumn column, String text) {
    return Optional.of("“%s”列是“%s”".formatted(column.header(), text));
  }
}
