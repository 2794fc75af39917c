package innovation.points.datasets.reading.cell;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Nearest;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns cells into values by the type of their column (contract §1, Values). */
public final class CellReader {

  private static final Entry MISSING = new Entry.Missing();
  private static final Pattern EXPONENT =
      Pattern.compile("[0-9](\\.[0-9]+[eE]\\+?|[eE]\\+)[0-9]{1,3}");

  private static final Pattern HASHES = Pattern.compile("#{3,}");

  private static final Pattern FAULT =
      Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");

  /** A spreadsheet keeps fifteen digits of a number. */
  private static final Pattern FIFTEEN_DIGITS = Pattern.compile("[0-9]{15}0{2,}");

  /** Two numbers of the same form in one cell, or a word that says there are several. */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(.*[0-9].*)[、，,;；\n\r|](.*[0-9].*)|.*[0-9].*等([0-9一二两三四五六七八九十]+[份个项件])?"
              + "|.*[0-9](至|到|[~～])[0-9].*|.*共[0-9一二两三四五六七八九十]+[份个项件].*");

  /** Without one of these a cell has one number. */
  private static final String BESIDE_NUMBERS = "、，,;；\n\r|等至到~～共/／ \t\f\u000B+＋和及与";

  private static final Pattern BETWEEN = Pattern.compile("\\s*[/／ +＋和及与]\\s*");
  private static final int SHORTEST_OF_PAIR = 8;
  private static final Pattern FLOAT = Pattern.compile("[0-9]{3,15}\\.0");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(详?见|参见)(附件|附表|备注|另表|清单).*|待(补|定|核|填).*|暂(无|缺|未).*|(无|没有|未)(编号|合同号|证书号|取得)");
  private static final Set<String> DITTO = Set.of("同上", "同上行", "同上一行", "同左", "〃", "″", "\"", "＂");

  private final boolean epoch1904;
  private final Map<String, Pattern> patterns = new HashMap<>();

  public CellReader(boolean epoch1904) {
    this.epoch1904 = epoch1904;
  }

  /** Whether a text has a digit or a Han character in front that stands for itself. */
  private static boolean filled(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return (first >= '0' && first <= '9')
        || (first >= '\u4E00' && first <= '\u9FFF' && first != '无');
  }

  /** Whether the text stands for nothing. */
  public static boolean missing(String text) {
    String compact = CellText.compact(text);
    return switch (compact.length()) {
      case 0 -> true;
      case 1 -> "-/无—–―".indexOf(compact.charAt(0)) >= 0;
      default -> compact.length() <= 4 && compact.chars().allMatch(c -> "-—–―".indexOf(c) >= 0);
    };
  }

  public Entry read(Field field, SheetCell cell) {
    return read(field, cell, ColumnUnit.OWN);
  }

  /**
   * Reads a cell.
   *
   * @param unit of the figures of its column
   */
  public Entry read(Field field, SheetCell found, ColumnUnit unit) {
    boolean figure = field.type() == FieldType.NUMBER || field.type() == FieldType.INTEGER;
    SheetCell cell = figure && !found.blank() ? found : found.single();
    if (cell instanceof SheetCell.Uncomputed(String formula)) {
      return Entry.bad(
          ProblemCode.NO_FORMULA_RESULT,
          "“%s”是公式%s，文件里没有表格软件算出的结果；请用表格软件打开、保存后再传，或粘贴为数值。"
              .formatted(
                  field.title(),
                  formula.length() < 2 ? "" : "“" + FileProblem.shortened(formula) + "”"));
    }
    if (cell instanceof SheetCell.Text(String text) && !filled(text) && missing(text)) {
      return MISSING;
    }
    return switch (field.type()) {
      case USCC -> UsccReader.read(field.title(), cell);
      case DATE -> DateReader.read(field.title(), cell, epoch1904);
      case NUMBER, INTEGER -> NumberReader.read(field, cell, unit);
      case BOOLEAN -> flag(field, cell);
      case ENUM -> option(field, cell);
      case STRING, CODE -> text(field, cell);
    };
  }

  private static Entry flag(Field field, SheetCell cell) {
    String word =
        switch (cell) {
          case SheetCell.Figure figure -> figure.plain();
          case SheetCell.Formatted(double value, var _) -> new SheetCell.Figure(value).plain();
          default -> CellText.compact(cell.shown()).toLowerCase(Locale.ROOT);
        };
    return switch (word) {
      case "是", "true", "1", "1.0", "yes", "y" -> Entry.good(Value.of(true));
      case "否", "false", "0", "0.0", "no", "n" -> Entry.good(Value.of(false));
      default ->
          Entry.bad(
              ProblemCode.NOT_A_BOOLEAN,
              "“%s”应为“是”或“否”，这里是“%s”；%s。"
                  .formatted(
                      field.title(),
                      FileProblem.shortened(cell.shown()),
                      "√✓✔☑×✗✘☒☐■□".contains(word) ? "符号的含义不确定，请写成“是”或“否”" : "请改为“是”或“否”"));
    };
  }

  private static Entry option(Field field, SheetCell cell) {
    Optional<String> option = field.option(cell.shown());
    if (option.isPresent()) {
      return Entry.good(Value.of(option.get()));
    }
    String word = CellText.compact(cell.shown());
    String hint = Nearest.of(word, field.options()).map(near -> "您是否指“" + near + "”？").orElse("");
    return Entry.bad(
        ProblemCode.NOT_IN_LIST,
        "“%s”应为下列之一：%s；这里是“%s”，请改为其中一项。%s"
            .formatted(
                field.title(),
                String.join("、", field.options()),
                FileProblem.shortened(cell.shown()),
                hint));
  }

  private Entry text(Field field, SheetCell cell) {
    Optional<String> lost = lost(cell);
    if (lost.isPresent()) {
      return Entry.bad(
          ProblemCode.MISSING_VALUE, "“%s”的内容已丢失：%s；请重新填写。".formatted(field.title(), lost.get()));
    }
    String shown = cell instanceof SheetCell.Figure figure ? figure.plain() : cell.shown();
    String text = CellText.trimmed(shown);
    if (text.length() > 1 && text.startsWith("'")) {
      text = text.substring(1);
    }
    if (field.type() == FieldType.CODE) {
      if (ELSEWHERE.matcher(CellText.compact(text)).matches()) {
        return Entry.bad(
            ProblemCode.MISSING_VALUE,
            "“%s”应为编号，这里是“%s”；请填写编号后再传。".formatted(field.title(), FileProblem.shortened(text)));
      }
      if (several(shown.strip())) {
        return Entry.bad(
            ProblemCode.INCONSISTENT,
            "“%s”一格应只填一个编号，这里是“%s”；请拆成几行，一行一个编号，各填自己的数。"
                .formatted(field.title(), FileProblem.shortened(text)));
      }
      text = CellText.compact(text);
    }
    if (field.type() == FieldType.CODE && FLOAT.matcher(text).matches()) {
      String whole = text.substring(0, text.indexOf('.'));
      return new Entry.Repaired(
          Value.of(whole),
          "“%s”这里是“%s”，是写文件的程序把编号当成了小数，已按“%s”读取，请核对。"
              .formatted(field.title(), FileProblem.shortened(text), whole));
    }
    return field.pattern().isEmpty() ? Entry.good(Value.of(text)) : matching(field, text);
  }

  /** Whether a cell holds more than one number: nobody knows which of them its figures are of. */
  private static boolean several(String text) {
    if (text.chars().noneMatch(c -> BESIDE_NUMBERS.indexOf(c) >= 0)) {
      return false;
    }
    if (SEVERAL.matcher(text).matches()) {
      return true;
    }
    Matcher between = BETWEEN.matcher(text);
    while (between.find()) {
      String first = form(text.substring(0, between.start()));
      if (first.length() >= SHORTEST_OF_PAIR && first.equals(form(text.substring(between.end())))) {
        return true;
      }
    }
    return false;
  }

  private static String form(String number) {
    return number.replaceAll("[0-9]", "0");
  }

  private Entry matching(Field field, String text) {
    String code = text.toUpperCase(Locale.ROOT);
    Pattern pattern = patterns.computeIfAbsent(field.pattern(), Pattern::compile);
    if (pattern.matcher(code).matches()) {
      return Entry.good(Value.of(code));
    }
    return Entry.bad(
        ProblemCode.NOT_IN_LIST,
        "“%s”应为 %s，这里是“%s”；请核对后改正。"
            .formatted(field.title(), field.note(), FileProblem.shortened(text)));
  }

  /** Why the text of a cell is not what its owner once wrote. */
  private static Optional<String> lost(SheetCell cell) {
    return switch (cell) {
      case SheetCell.Fault(String shown) ->
          Optional.of("单元格里的公式出错，显示“" + FileProblem.shortened(shown) + "”");
      case SheetCell.Figure(double value) when Math.abs(value) >= SheetCell.Figure.DIGITS_LOST ->
          Optional.of("表格软件把它当成数字改成了“" + FileProblem.shortened(cell.shown()) + "”，请先把该列设为文本格式");
      case SheetCell.Formatted(double value, NumberFormat format)
          when format.effect() != NumberFormat.Effect.PADDED
              && format.effect() != NumberFormat.Effect.PLAIN
              && format.effect() != NumberFormat.Effect.CURRENCY ->
          Optional.of(
              "单元格的数字格式“%s”显示的和存的“%s”不同，请先把该列设为文本格式"
                  .formatted(format.code(), new SheetCell.Figure(value).plain()));
      case SheetCell.Day day ->
          Optional.of("表格软件把它当成了日期“" + FileProblem.shortened(day.shown()) + "”，请先把该列设为文本格式");
      case SheetCell.Text(String text) -> lost(text);
      default -> Optional.empty();
    };
  }

  private static Optional<String> lost(String text) {
    if (CellText.damaged(text)) {
      return Optional.of("文字在以前另存时已损坏，这里是“" + FileProblem.shortened(text) + "”");
    }
    String bare = text.strip();
    char first = bare.isEmpty() ? ' ' : bare.charAt(0);
    boolean digit = first >= '0' && first <= '9';
    if (digit && (EXPONENT.matcher(bare).matches() || FIFTEEN_DIGITS.matcher(bare).matches())) {
      return Optional.of("表格软件把它当成数字改成了“" + FileProblem.shortened(text) + "”，请先把该列设为文本格式");
    }
    if (first == '#' && HASHES.matcher(bare).matches()) {
      return Optional.of("列宽不够时另存，只剩下“" + FileProblem.shortened(text) + "”，请加宽该列后重新另存");
    }
    if (first == '#' && FAULT.matcher(bare).matches()) {
      return Optional.of("单元格里的公式出错，显示“" + FileProblem.shortened(text) + "”");
    }
    return DITTO.contains(bare)
        ? Optional.of("“" + FileProblem.shortened(text) + "”指的是另一行，请逐行填写")
        : Optional.empty();
  }
}
