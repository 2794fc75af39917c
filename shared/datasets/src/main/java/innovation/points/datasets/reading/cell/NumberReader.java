package innovation.points.datasets.reading.cell;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Unit;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
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

  /** A figure with a unit behind it, or a sign of the currency before it. */
  private static final Pattern BESIDE =
      Pattern.compile("((?:人民币|[¥￥])?)\\s*([+-]?[0-9][0-9., ]*)([\\p{IsHan}]{0,4})");

  /** What may stand in or behind a unit: 万 元, 万元人民币. */
  private static final Pattern GLUE = Pattern.compile("(?<=\\p{IsHan}) +|(?<=元)人民币$");

  private static final Pattern HASHES = Pattern.compile("#{2,}");
  private static final Pattern NOTHING =
      Pattern.compile("(?i)null|n/?a|none|nan|nil|空|未知|不详|待定|暂无|没有|未填");
  private static final Pattern FAULT =
      Pattern.compile("(?i)#(n/a|ref!|value!|div/0!|name\\?|null!|num!)|err:5[0-9]{2}");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]{1,2}");
  private static final Pattern GROUPED_OTHERWISE = Pattern.compile("[+-]?[0-9]+([.,][0-9]+){2,}");

  /** As accounting programs write negative figures. */
  private static final Pattern SIGNED_OTHERWISE =
      Pattern.compile("[▲△] ?[0-9][0-9.,]*|[0-9][0-9.,]*-");

  private static final Pattern NUMERALS =
      Pattern.compile("[负约]?[〇零○一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟元圆整人]+");
  private static final Pattern ABOUT =
      Pattern.compile(
          "[约近逾超].*|[≥≤<>＜＞≧≦〈〉].*|(不足|大于|小于|超过|不超过|以[上下]|大约|将近|低于|高于).*|.*[0-9](余|多|左右|上下|以上|以下|以内|\\+)[\\p{IsHan}]*|[0-9.,]+"
              + " ?([-~～—–]|至|到) ?[0-9.,]+[\\p{IsHan}]*");
  private static final Pattern LETTERS = Pattern.compile("[0-9.,]*[OoIl|][0-9OoIl|.,]*");
  private static final Pattern FORMULA = Pattern.compile("=.+");
  private static final String ONE_NUMBER = "；请只填一个数字，没有数据请留空";

  private NumberReader() {}

  /**
   * A figure of a cell.
   *
   * @param unit that the cell itself names beside it; may be empty
   */
  private record Found(double value, String unit) {}

  static Entry read(Field field, SheetCell cell, ColumnUnit column) {
    Optional<Found> number =
        switch (cell) {
          case SheetCell.Figure(double value) -> Optional.of(new Found(value, ""));
          case SheetCell.Formatted(double value, NumberFormat format) -> formatted(value, format);
          case SheetCell.Merged merged -> Optional.empty();
          case SheetCell.Uncomputed formula -> Optional.empty();
          case SheetCell.Text(String text) -> number(CellText.narrow(CellText.trimmed(text)));
          case SheetCell.Day day -> Optional.empty();
          case SheetCell.Bool bool -> Optional.empty();
          case SheetCell.Fault fault -> Optional.empty();
        };
    OptionalInt shift = number.map(n -> shift(n.unit(), field, column)).orElse(OptionalInt.empty());
    if (number.isEmpty() || shift.isEmpty()) {
      return notANumber(field, cell, column);
    }
    double value = shifted(number.get().value(), shift.getAsInt()) + 0.0; // -0 is 0
    if (Math.abs(number.get().value()) >= SheetCell.Figure.DIGITS_LOST
        || Math.abs(value) >= SheetCell.Figure.DIGITS_LOST) {
      return Entry.bad(
          field.type() == FieldType.INTEGER ? ProblemCode.NOT_AN_INTEGER : ProblemCode.NOT_A_NUMBER,
          "“%s”应为%s，这里是“%s”；数字超过 15 位，存下来会与填的不同，请核对后改正。"
              .formatted(field.title(), kind(field), FileProblem.shortened(cell.shown())));
    }
    if (field.type() == FieldType.INTEGER && !whole(value)) {
      return Entry.bad(
          ProblemCode.NOT_AN_INTEGER,
          "“%s”应为整数，这里是“%s”；请核对后改为整数。"
              .formatted(field.title(), FileProblem.shortened(cell.shown())));
    }
    if (field.nonNegative() && value < 0) {
      return Entry.bad(
          ProblemCode.NEGATIVE,
          "“%s”不应小于 0，这里是“%s”；请核对后改正。"
              .formatted(field.title(), FileProblem.shortened(cell.shown())));
    }
    if (cell instanceof SheetCell.Formatted(double _, NumberFormat format)
        && format.effect() == NumberFormat.Effect.CURRENCY
        && !inYuan(field, column)) {
      return new Entry.Repaired(
          Value.of(value),
          "“%s”的单元格是货币格式，显示为“%s”；“¥”一般表示元，已按%s读取，请核对单位。"
              .formatted(field.title(), FileProblem.shortened(cell.shown()), unit(field, column)));
    }
    return shift.getAsInt() == column.shift()
        ? Entry.good(Value.of(value))
        : new Entry.Repaired(
            Value.of(value),
            "“%s”这里是“%s”，已按单元格注明的单位换算为 %s %s，请核对。"
                .formatted(
                    field.title(),
                    FileProblem.shortened(cell.shown()),
                    new SheetCell.Figure(value).plain(),
                    field.unit()));
  }

  /** The figure where a person sees it, with the words beside it. */
  private static Optional<Found> formatted(double value, NumberFormat format) {
    return switch (format.effect()) {
      case PLAIN, PADDED, CURRENCY -> Optional.of(new Found(value, ""));
      case WORDS -> Optional.of(new Found(value, format.unit()));
      case SCALED, PERCENT, HIDDEN, DAY -> Optional.empty();
    };
  }

  /**
   * By which power of ten a figure is multiplied whose cell names a unit. A cell speaks for itself
   * only where its column is silent: beside another unit nobody knows which of them is meant.
   */
  private static OptionalInt shift(String unit, Field field, ColumnUnit column) {
    if (unit.isEmpty()) {
      return OptionalInt.of(column.shift());
    }
    Optional<Unit> wanted = Unit.of(field.unit());
    Optional<Unit> own = Unit.of(unit);
    if (own.isEmpty() || wanted.isEmpty() || own.get().kind() == Unit.Kind.MULTIPLIER) {
      return OptionalInt.empty();
    }
    if (own.get().kind() == Unit.Kind.RENMINBI_ALONE) {
      return inYuan(field, column) ? OptionalInt.of(column.shift()) : OptionalInt.empty();
    }
    OptionalInt shift = own.get().shiftTo(wanted.get());
    boolean agrees = shift.isPresent() && shift.getAsInt() == column.shift();
    return agrees || !column.declared() ? shift : OptionalInt.empty();
  }

  /** Whether the figures of a column are in 元, of which ¥ is the sign. */
  private static boolean inYuan(Field field, ColumnUnit column) {
    return Unit.of(field.unit())
        .filter(unit -> unit.kind() == Unit.Kind.RENMINBI && unit.power() + column.shift() == 0)
        .isPresent();
  }

  /** The unit in which a column is read, in words. */
  private static String unit(Field field, ColumnUnit column) {
    return column.declared() && column.shift() != 0 ? "列注明的单位" : field.unit();
  }

  private static double shifted(double value, int shift) {
    return shift == 0 ? value : BigDecimal.valueOf(value).scaleByPowerOfTen(shift).doubleValue();
  }

  private static boolean whole(double value) {
    return value == Math.rint(value);
  }

  private static Optional<Found> number(String text) {
    Optional<Double> bare = bare(text);
    if (bare.isPresent()) {
      return bare.map(value -> new Found(value, ""));
    }
    Matcher m = BESIDE.matcher(GLUE.matcher(text).replaceAll(""));
    if (!m.matches()) {
      return Optional.empty();
    }
    String sign = m.group(1);
    String unit = m.group(3).strip();
    return sign.isEmpty() != unit.isEmpty() || unit.endsWith("元")
        ? bare(m.group(2).strip()).map(v -> new Found(v, unit.isEmpty() ? "人民币" : unit))
        : Optional.empty();
  }

  private static Optional<Double> bare(String text) {
    String bare = text.startsWith("'") ? text.substring(1) : text;
    String plain = bare.startsWith("- ") ? "-" + bare.substring(2).stripLeading() : bare;
    if (plain.indexOf('E') > 0 && ROUNDED.matcher(plain).matches()) {
      return Optional.empty();
    }
    boolean grouped =
        (plain.indexOf(',') >= 0 || plain.indexOf(' ') >= 0) && GROUPED.matcher(plain).matches();
    return CellText.number(grouped ? plain.replace(",", "").replace(" ", "") : plain);
  }

  private static Entry notANumber(Field field, SheetCell cell, ColumnUnit column) {
    return Entry.bad(
        ProblemCode.NOT_A_NUMBER,
        "“"
            + field.title()
            + "”应为"
            + kind(field)
            + "，这里是“"
            + FileProblem.shortened(cell.shown())
            + "”"
            + why(field, cell, column)
            + "。");
  }

  private static String kind(Field field) {
    return field.type() == FieldType.INTEGER ? "整数" : "数字";
  }

  private static String why(Field field, SheetCell cell, ColumnUnit column) {
    return switch (cell) {
      case SheetCell.Day day -> "；单元格是日期格式，请改为数值格式";
      case SheetCell.Fault fault -> "；公式出错，请粘贴为数值";
      case SheetCell.Merged(var _, String area, boolean _) ->
          "；它在合并的单元格 " + area + " 里，分不清是哪一行、哪一列的数，请取消合并后逐格填写";
      case SheetCell.Formatted(double _, NumberFormat format) ->
          switch (format.effect()) {
            case PERCENT -> "；单元格是百分比格式，请填数值并改为常规格式";
            case HIDDEN -> "；单元格的数字格式“%s”不显示这个数或它的负号，请改为常规格式并核对".formatted(format.code());
            case SCALED -> "；单元格的数字格式“%s”把它缩小显示，看到的和存的不是一个数，请改为常规格式并核对单位".formatted(format.code());
            default -> "；单元格的数字格式把它显示为“%s”的数，与列的单位不同，请改为常规格式并核对单位".formatted(format.unit());
          };
      case SheetCell.Text(String text) ->
          why(field, CellText.narrow(CellText.trimmed(text)), column);
      default -> ONE_NUMBER;
    };
  }

  private static String why(Field field, String text, ColumnUnit column) {
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
    if (DECIMAL_COMMA.matcher(text).matches()) {
      return "；逗号不作小数点读取，小数点请写成“.”，如 %s".formatted(text.replace(',', '.'));
    }
    if (GROUPED_OTHERWISE.matcher(text).matches()) {
      return "；逗号和点的位置不像千分位和小数点，请去掉逗号、核对后再填";
    }
    if (SIGNED_OTHERWISE.matcher(text).matches()) {
      return "；这样的负号不读取，负数请写成 -%s".formatted(text.replaceAll("[^0-9.,]", ""));
    }
    if (FORMULA.matcher(text).matches()) {
      return "；文本里的公式不计算，请粘贴为数值";
    }
    if (LETTERS.matcher(text).matches() && text.matches(".*[0-9].*")) {
      return "；数字里有字母，像是把 0 写成了 O、把 1 写成了 l 或 I，请改为数字";
    }
    if (NUMERALS.matcher(text).matches()) {
      return "；汉字数字不读取，请按列的单位写成阿拉伯数字";
    }
    if (ABOUT.matcher(text).matches() && text.matches(".*[0-9].*")) {
      return "；约数和区间不读取，请填准确的数，没有请留空";
    }
    Matcher beside = BESIDE.matcher(text);
    if (beside.matches() && !beside.group(1).isEmpty()) {
      return "；“%s”一般表示元，列的单位是%s，分不清是哪一种，请换算后只留数字".formatted(beside.group(1), field.unit());
    }
    if (beside.matches() && Unit.of(beside.group(3)).isPresent()) {
      return column.declared() ? "；单元格里的单位与列注明的不同，请换算后只留数字" : "；单元格里的单位不能换算，请按列的单位换算后只留数字";
    }
    return WITH_UNIT.matcher(text).matches() ? "；请去掉单位和符号，只留数字" : ONE_NUMBER;
  }
}
