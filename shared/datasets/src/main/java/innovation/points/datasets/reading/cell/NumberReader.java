package innovation.points.datasets.reading.cell;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.container.CellText;
import innovation.points.datasets.reading.container.SheetCell;
import innovation.points.scoring.facts.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a figure. Scientific writing (1.2E+03) is a number like any other, 12.0 is an integer, and
 * thousands separators must stand at the thousands: 1,23 is no number.
 */
final class NumberReader {

  private static final Pattern GROUPED =
      Pattern.compile(
          "[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?|[+-]?[0-9]{1,3}( [0-9]{3})+(\\.[0-9]*)?");
  private static final Pattern WITH_UNIT =
      Pattern.compile("[+-]?[0-9.,]+[\\p{IsHan}%¥$￥].*|[¥$￥].*");
  private static final double LARGEST_WHOLE = 1L << 53;

  private NumberReader() {}

  static Entry read(Field field, SheetCell cell) {
    Optional<Double> number =
        switch (cell) {
          case SheetCell.Figure(double value) -> Optional.of(value);
          case SheetCell.Text(String text) -> number(CellText.narrow(CellText.trimmed(text)));
          case SheetCell.Day day -> Optional.empty();
          case SheetCell.Bool bool -> Optional.empty();
          case SheetCell.Fault fault -> Optional.empty();
        };
    if (number.isEmpty()) {
      return notANumber(field, cell);
    }
    double value = number.get() + 0.0; // -0 is 0
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

  private static boolean whole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
  }

  private static Optional<Double> number(String text) {
    String plain = text.startsWith("'") ? text.substring(1) : text;
    boolean grouped =
        (plain.indexOf(',') >= 0 || plain.indexOf(' ') >= 0) && GROUPED.matcher(plain).matches();
    return CellText.number(grouped ? plain.replace(",", "").replace(" ", "") : plain);
  }

  private static Entry notANumber(Field field, SheetCell cell) {
    String expected = field.type() == FieldType.INTEGER ? "整数" : "数字";
    String why =
        switch (cell) {
          case SheetCell.Day day -> "；单元格是日期格式，请改为数值格式";
          case SheetCell.Fault(String shown) ->
              shown.startsWith("=") ? "；公式还没有计算结果，请粘贴为数值" : "；公式出错，请粘贴为数值";
          case SheetCell.Text(String text)
              when WITH_UNIT.matcher(CellText.narrow(text)).matches() ->
              "；请去掉单位和符号，只留数字";
          default -> "";
        };
    return Entry.bad(
        ProblemCode.NOT_A_NUMBER,
        "“%s”应为%s，这里是“%s”%s。"
            .formatted(field.title(), expected, FileProblem.shortened(cell.shown()), why));
  }
}
