package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules make of one enterprise, as the owner of a rulebook writes it down.
 *
 * @param line where it stands in the file
 * @param facts values by year and field
 * @param absent datasets that do not list the enterprise, by year
 * @param undelivered datasets that no department has delivered, by year
 * @param published stages of published results, by year
 * @param expected only what it is about
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
   * One thing that has to be so.
   *
   * @param what {@code total}, {@code stage}, …; {@code indicators.1.1} for a part
   * @param value as it is written
   */
  public record Expected(int line, String what, String value) {}
}
