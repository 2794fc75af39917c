package innovation.points.scoring.library;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.scoring.rulebook.reader.Case;
import innovation.points.scoring.rulebook.reader.RulebookReader;
import innovation.points.scoring.rulebook.reader.RulebookText;
import java.util.Collection;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a rulebook. Refuses one that is incomplete, contradicts itself, or fails its own cases. */
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
   * @throws RulebookException with all problems of the text or, where it has none, of the cases,
   *     each with its line
   */
  public static Rulebook load(String name, String yaml, Collection<Rulebook> known) {
    return check(name, yaml, known).rulebook();
  }

  /**
   * A rulebook that was found good.
   *
   * @param cases how many are attached to it; all hold
   */
  public record Checked(Rulebook rulebook, int cases) {}

  /** The same, and how many cases it was tried by. */
  public static Checked check(String name, String yaml, Collection<Rulebook> known) {
    Tried tried = tried(name, yaml, known);
    if (!tried.differences().isEmpty()) {
      throw new RulebookException(name, tried.differences());
    }
    return new Checked(tried.rulebook(), tried.cases());
  }

  /**
   * A rulebook whose text is good, with what its cases say.
   *
   * @param cases how many are attached to it
   * @param differences those that do not hold, each with its line
   */
  public record Tried(Rulebook rulebook, int cases, List<String> differences) {
    public Tried {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Reads a text that somebody is still working on: cases that do not hold are told, not refused.
   *
   * @throws RulebookException with all problems of the text, each with its line
   */
  public static Tried tried(String name, String yaml, Collection<Rulebook> known) {
    RulebookReader reader = new RulebookReader(name, yaml, known);
    Rulebook rulebook = reader.read();
    List<Case> cases = reader.cases();
    return new Tried(rulebook, cases.size(), new CaseRun(rulebook).differences(cases));
  }

  /**
   * Reads the text of one rulebook without running its cases: one that was loaded before, or a
   * variant of it whose cases are known not to hold. It must not extend another; the text of a
   * loaded rulebook never does.
   *
   * @throws RulebookException with all problems of the text, each with its line
   */
  public static Rulebook read(String name, String yaml) {
    return new RulebookReader(name, yaml, List.of()).read();
  }

  /** The complete document resolved for a year, for display. */
  public static Node document(Rulebook rulebook, int year) {
    return RulebookText.inYear(rulebook, year);
  }
}
