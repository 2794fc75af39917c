package innovation.points.scoring.rulebook.reader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Collects the problems of a rulebook. */
final class ReadingProblems {
  private record Problem(int line, String text) {}

  private final List<Problem> found = new ArrayList<>();

  /** Adds what was expected and found, in the terms of the rulebook's owner. */
  void add(int line, String expected, String found) {
    add(line, expected, found, "");
  }

  void add(int line, String expected, String found, String why) {
    String text = "应为" + spaced(expected) + "，实为" + spaced(found) + "。" + why;
    this.found.add(new Problem(line, "第 " + line + " 行：" + text));
  }

  /** Separates Latin words and figures from Chinese text with spaces. */
  private static String spaced(String words) {
    boolean latin = !words.isEmpty() && words.charAt(0) < 128;
    return latin ? " " + words : words;
  }

  /** A number in plain notation: no exponent, no trailing zeros. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  int count() {
    return found.size();
  }

  /** The problems in the order of lines, each once. */
  List<String> inOrder() {
    var texts = new LinkedHashSet<String>();
    found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .forEach(problem -> texts.add(problem.text()));
    return List.copyOf(texts);
  }
}
