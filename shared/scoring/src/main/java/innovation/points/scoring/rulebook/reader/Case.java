package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An example attached to a rulebook by its owner: the facts of one enterprise and the expected
 * results.
 *
 * @param line its line in the file
 * @param facts values by year and field
 * @param absent datasets that do not list the enterprise, by year
 * @param undelivered datasets that no department has delivered, by year
 * @param published stages of published results, by year
 * @param expected the results that the case asserts
 */
public record Case(
    int line,
    String name,
    int year,
    Map<Integer, Map<String, Value>> facts,
    Map<String, List<LineItem>> items,
    Map<Integer, Set<String>> absent,
    Map<Integer, Set<String>> undelivered,
    Map<Integer, String> published,
    List<Expected> expected) {

  public Case {
    expected = List.copyOf(expected);
  }

  /**
   * One expected result.
   *
   * @param what {@code total}, {@code stage}, …; {@code indicators.1.1} for a part
   * @param value as written in the file
   */
  public record Expected(int line, String what, String value) {}
}
