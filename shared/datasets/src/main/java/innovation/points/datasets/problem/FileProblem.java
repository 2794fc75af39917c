package innovation.points.datasets.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, and where.
 *
 * @param row as the spreadsheet counts, from 1; none where the whole file is meant
 * @param column the 列名, or for an unknown column what its header says
 * @param columnLetter as the spreadsheet names the column: {@code C}, {@code AA}
 * @param found what the cell shows, cut after 100 characters; none where that says nothing
 * @param message one sentence in Chinese: what was expected and what was found
 */
public record FileProblem(
    ProblemCode code,
    @Nullable Integer row,
    @Nullable String column,
    @Nullable String columnLetter,
    @Nullable String found,
    String message) {

  private static final int LONGEST = 100;

  public FileProblem {
    found = found == null ? null : shortened(found);
  }

  /** A problem of the whole file. */
  public static FileProblem ofFile(ProblemCode code, String message) {
    return new FileProblem(code, null, null, null, null, message);
  }

  /** The text as messages quote it: on one line, and cut where it is long. */
  public static String shortened(String text) {
    if (text.length() <= LONGEST && plain(text)) {
      return text;
    }
    String line = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    StringBuilder shown = new StringBuilder(line.length());
    line.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : loneSurrogate(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) || loneSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean loneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
