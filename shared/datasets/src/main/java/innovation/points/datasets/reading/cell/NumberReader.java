package innovation.points.datasets.reading.cell;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a figure. 12.0 is an integer, thousands separators must stand at the thousands: 1,23 is no
 * number, and 1.46E+03 is what a spreadsheet leaves of 1463.5.
 */
final class NumberReader {

  private static final Pattern GROUPED =
      Pattern.compile(
          "[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?|[+-]?[0-9]{1,3}( [0-9]{3})+(\\.[0-9]*)?");
  private static final Pattern WITH_UNIT =
      Pattern.compile("[+-]?[0-9.,]+[\\p{IsHan}%¥$￥].*|[¥$￥].*");
  private static final Pattern ROUNDED =
      Pattern.compile("[+-]?[0-9](\\.[0-9]{1,5})?E[+-][0-9]{2,3}");
  private static final Pattern BRACKETED = Pattern.compile("\\([0-9][0-9,. ]*\\)");
  private static final Pattern HASHES = Pattern.compile("#{2,}");
  private static final Pattern NOTHING =
      Pattern.compile("(?i)null|n/?a|none|nan|nil|空|未知|不详|待定|暂无|没有|未填");
  private static final Pattern FAULT =
      Pattern.compile("(?i)#(n/a|ref!|value!|div/0!|name\\?|null!|num!)");
  private static final double LARGEST_WHOLE = 1L << 53;

  private NumberReader() {}

  static Entry read(Field field, SheetCell cell, int shift) {
    Optional<Double> number =
        switch (cell) {
          case SheetCell.Figure(double value) -> Optional.of(value);
          case SheetCell.Formatted(double value, NumberFormat format) ->
              shows(format, field, shift) ? Optional.of(value) : Optional.empty();
          case SheetCell.Merged merged -> Optional.empty();
          case SheetCell.Uncomputed formula -> Optional.empty();
          case SheetCell.Text(String text) -> number(CellText.narrow(CellText.trimmed(text)));
          case SheetCell.Day day -> Optional.empty();
          case SheetCell.Bool bool -> Optional.empty();
          case SheetCell.Fault fault -> Optional.empty();
        };
    if (number.isEmpty()) {
      return notANumber(field, cell);
    }
    double value = shifted(number.get(), shift) + 0.0; // -0 is 0
    if (field.type() == FieldType.INTEGER && !whole(value)) {
      return Entry.bad(
          ProblemCode.NOT_AN_INTEGER,
          "“%s”应为整数，这里是“%s”。".formatted(field.title(), FileProblem.shortened(cell.shown())));
    }
    if (field.nonNegative() && value < 0) {
      return Entry.bad(
          ProblemCode.NEGATIVE,
          "“%s”不应小于 0，这里是“%s”。".formatted(field.title(), FileProblem.shortened(cell.shown())));
    }
    return Entry.good(Value.of(value));
  }

  /** Whether a person sees the stored figure, in the unit of the column. */
  private static boolean shows(NumberFormat format, Field field, int shift) {
    return switch (format.effect()) {
      case PLAIN, PADDED, DAY -> true;
      case WORDS -> shift == 0 && format.unit().equals(field.unit());
      case SCALED, PERCENT -> false;
    };
  }

  private static double shifted(double value, int shift) {
    return shift == 0 ? value : BigDecimal.valueOf(value).scaleByPowerOfTen(shift).doubleValue();
  }

  private static boolean whole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
  }

  private static Optional<Double> number(String text) {
    String plain = text.startsWith("'") ? text.substring(1) : text;
    if (plain.indexOf('E') > 0 && ROUNDED.matcher(plain).matches()) {
      return Optional.empty();
    }
    boolean grouped =
        (plain.indexOf(',') >= 0 || plain.indexOf(' ') >= 0) && GROUPED.matcher(plain).matches();
    return CellText.number(grouped ? plain.replace(",", "").replace(" ", "") : plain);
  }

  private static Entry notANumber(Field field, SheetCell cell) {
    String expected = field.type() == FieldType.INTEGER ? "整数" : "数字";
    return Entry.bad(
        ProblemCode.NOT_A_NUMBER,
        "“%s”应为%s，这里是“%s”%s。"
            .formatted(field.title(), expected, FileProblem.shortened(cell.shown()), why(cell)));
  }

  private static String why(SheetCell cell) {
    return switch (cell) {
      case SheetCell.Day day -> "；单元格是日期格式，请改为数值格式";
      case SheetCell.Fault fault -> "；公式出错，请粘贴为数值";
      case SheetCell.Merged(var _, String area, boolean _) ->
          "；它在合并的单元格 " + area + " 里，分不清是哪一行、哪一列的数，请取消合并后逐格填写";
      case SheetCell.Formatted(double _, NumberFormat format) ->
          switch (format.effect()) {
            case PERCENT -> "；单元格是百分比格式，请填数值并改为常规格式";
            case SCALED -> "；单元格的数字格式“%s”把它缩小显示，看到的和存的不是一个数，请改为常规格式并核对单位".formatted(format.code());
            default -> "；单元格的数字格式把它显示为“%s”的数，与列的单位不同，请改为常规格式并核对单位".formatted(format.unit());
          };
      case SheetCell.Text(String text) -> why(CellText.narrow(CellText.trimmed(text)));
      default -> "";
    };
  }

  private static String why(String text) {
    if (ROUNDED.matcher(text).matches()) {
      return "；表格软件另存时只留下了这几位数字，请把该列设为数值格式后重新另存";
    }
    if (BRACKETED.matcher(text).matches()) {
      return "；括号不作负号读取，负数请写成 -%s".formatted(text.substring(1, text.length() - 1));
    }
    if (HASHES.matcher(text).matches()) {
      return "；列宽不够时另存，数字已丢失，请加宽该列后重新另存";
    }
    if (NOTHING.matcher(text).matches()) {
      return "；没有数据请留空";
    }
    if (FAULT.matcher(text).matches()) {
      return "；公式出错，请粘贴为数值";
    }
    return WITH_UNIT.matcher(text).matches() ? "；请去掉单位和符号，只留数字" : "";
  }
}
