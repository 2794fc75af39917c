package innovation.points.scoring;

import innovation.points.scoring.internal.RulebookReader;

/** Reads a rulebook and refuses one that is not whole or contradicts itself. */
public final class RulebookLoader {
  private RulebookLoader() {}

  /**
   * Reads one rulebook.
   *
   * @param name of the file, for messages
   * @param yaml its text
   * @throws RulebookException with all problems, each with its line
   */
  public static Rulebook load(String name, String yaml) {
    return new RulebookReader(name, yaml).read();
  }
}
