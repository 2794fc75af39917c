package innovation.points.scoring.library;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.scoring.rulebook.reader.RulebookReader;
import innovation.points.scoring.rulebook.reader.RulebookText;
import java.util.Collection;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a rulebook and refuses one that is not whole, contradicts itself, or fails its own cases.
 */
public final class RulebookLoader {
  private RulebookLoader() {}

  /** Reads one rulebook that extends no other. */
  public static Rulebook load(String name, String yaml) {
    return load(name, yaml, List.of());
  }

  /**
   * Reads one rulebook and runs the cases attached to it.
   *
   * @param name of the file, for messages
   * @param yaml its text
   * @param known the rulebooks that it may extend
   * @throws RulebookException with all problems, each with its line: those of the text, or else
   *     those of the cases
   */
  public static Rulebook load(String name, String yaml, Collection<Rulebook> known) {
    RulebookReader reader = new RulebookReader(name, yaml, known);
    Rulebook rulebook = reader.read();
    List<String> differences = new CaseRun(rulebook).differences(reader.cases());
    if (!differences.isEmpty()) {
      throw new RulebookException(name, differences);
    }
    return rulebook;
  }

  /**
   * Reads the text of one rulebook without running its cases: one that was loaded before, or a
   * variant of it whose cases are known not to hold. It extends no other: what was loaded stands by
   * itself.
   *
   * @throws RulebookException with all problems of the text, each with its line
   */
  public static Rulebook read(String name, String yaml) {
    return new RulebookReader(name, yaml, List.of()).read();
  }

  /** The whole document as it is in a year, for whoever shows it: dated values are picked. */
  public static Node document(Rulebook rulebook, int year) {
    return RulebookText.inYear(rulebook, year);
  }
}
