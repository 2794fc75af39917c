package innovation.points.datasets;

import innovation.points.datasets.internal.Cell;
import innovation.points.datasets.internal.Text;
import innovation.points.scoring.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns cells into values by the type of their column (contract §1, Values). */
final class CellReader {

  private static final Entry MISSING = new Entry.Missing();
  private static final Pattern EXPONENT = Pattern.compile("[0-9]\\.[0-9]+[eE]\\+[0-9]{2,3}");

  private final boolean epoch1904;
  private final Map<String, Pattern> patterns = new HashMap<>();

  CellReader(boolean epoch1904) {
    this.epoch1904 = epoch1904;
  }

  /** Whether the text, without spaces, stands for nothing. */
  static boolean missing(String compact) {
    return switch (compact.length()) {
      case 0 -> true;
      case 1 -> "-/无—–―".indexOf(compact.charAt(0)) >= 0;
      default -> compact.length() <= 4 && compact.chars().allMatch(c -> "-—–―".indexOf(c) >= 0);
    };
  }

  Entry read(Field field, Cell cell) {
    if (cell instanceof Cell.Text(String text) && missing(Text.compact(text))) {
      return MISSING;
    }
    return switch (field.type()) {
      case USCC -> UsccReader.read(field.title(), cell);
      case DATE -> DateReader.read(field.title(), cell, epoch1904);
      case NUMBER, INTEGER -> NumberReader.read(field, cell);
      case BOOLEAN -> flag(field, cell);
      case ENUM -> option(field, cell);
      case STRING, CODE -> text(field, cell);
    };
  }

  private static Entry flag(Field field, Cell cell) {
    String word =
        cell instanceof Cell.Figure(double value)
            ? new Cell.Figure(value).plain()
            : Text.compact(cell.shown()).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "是", "true", "1", "1.0" -> Entry.good(Value.of(true));
      case "否", "false", "0", "0.0" -> Entry.good(Value.of(false));
      default ->
          Entry.bad(
              ProblemCode.NOT_A_BOOLEAN,
              "“%s”应为“是”或“否”，这里是“%s”。".formatted(field.title(), Problem.shortened(cell.shown())));
    };
  }

  private static Entry option(Field field, Cell cell) {
    String word = Text.compact(cell.shown());
    for (String option : field.options()) {
      if (option.equals(word)) {
        return Entry.good(Value.of(option));
      }
    }
    String hint = Nearest.of(word, field.options()).map(near -> "您是否指“" + near + "”？").orElse("");
    return Entry.bad(
        ProblemCode.NOT_IN_LIST,
        "“%s”应为下列之一：%s；这里是“%s”。%s"
            .formatted(
                field.title(),
                String.join("、", field.options()),
                Problem.shortened(cell.shown()),
                hint));
  }

  private Entry text(Field field, Cell cell) {
    Optional<String> lost = lost(cell);
    if (lost.isPresent()) {
      return Entry.bad(
          ProblemCode.MISSING_VALUE, "“%s”的内容已丢失：%s；请重新填写。".formatted(field.title(), lost.get()));
    }
    String shown = cell instanceof Cell.Figure figure ? figure.plain() : cell.shown();
    String text = Text.trimmed(shown);
    if (text.length() > 1 && text.startsWith("'")) {
      text = text.substring(1);
    }
    if (field.type() == Type.CODE) {
      text = Text.compact(text);
    }
    return field.pattern().isEmpty() ? Entry.good(Value.of(text)) : matching(field, text);
  }

  private Entry matching(Field field, String text) {
    String code = text.toUpperCase(Locale.ROOT);
    Pattern pattern = patterns.computeIfAbsent(field.pattern(), Pattern::compile);
    if (pattern.matcher(code).matches()) {
      return Entry.good(Value.of(code));
    }
    return Entry.bad(
        ProblemCode.NOT_IN_LIST,
        "“%s”应为 %s，这里是“%s”。".formatted(field.title(), field.note(), Problem.shortened(text)));
  }

  /** Why the text of a cell is not what its owner once wrote. */
  private static Optional<String> lost(Cell cell) {
    String shown = Problem.shortened(cell.shown());
    return switch (cell) {
      case Cell.Fault fault -> Optional.of("单元格里是没有结果的公式“" + shown + "”");
      case Cell.Figure(double value) when Math.abs(value) >= Cell.Figure.DIGITS_LOST ->
          Optional.of("表格软件把它当成数字改成了“" + shown + "”，请先把该列设为文本格式");
      case Cell.Text(String text) when Text.damaged(text) ->
          Optional.of("文字在以前另存时已损坏，这里是“" + shown + "”");
      case Cell.Text(String text) when EXPONENT.matcher(text.strip()).matches() ->
          Optional.of("表格软件把它当成数字改成了“" + shown + "”，请先把该列设为文本格式");
      default -> Optional.empty();
    };
  }
}
