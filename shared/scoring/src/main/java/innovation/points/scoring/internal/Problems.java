package innovation.points.scoring.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** What is wrong with a rulebook, all of it. */
final class Problems {
  private record Problem(int line, String text) {}

  private final List<Problem> found = new ArrayList<>();

  /** Expected, found, in the words of the rulebook's owner. */
  void add(int line, String expected, String found) {
    add(line, expected, found, "");
  }

  void add(int line, String expected, String found, String why) {
    this.found.add(new Problem(line, "第 " + line + " 行：应为" + expected + "，实为" + found + "。" + why));
  }

  int count() {
    return found.size();
  }

  /** In the order of lines, each once. */
  List<String> inOrder() {
    var texts = new LinkedHashSet<String>();
    found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .forEach(problem -> texts.add(problem.text()));
    return List.copyOf(texts);
  }
}
