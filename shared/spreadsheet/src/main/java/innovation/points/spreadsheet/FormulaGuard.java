package innovation.points.spreadsheet;

import java.util.regex.Pattern;

/**
 * Keeps texts of a CSV file from being calculated: a spreadsheet runs a cell that begins like a
 * formula, and before it looks it skips what nobody sees. Such a text gets an apostrophe before it.
 */
public final class FormulaGuard {

  private static final char APOSTROPHE = '\'';
  private static final String SIGNS = "=+-@＝＋－＠﹦﹢﹣";

  /** Figures with a sign, also of full width or grouped, are calculated to what they are. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+－＋﹣﹢]?([0-9０-９][0-9０-９,，]*([.．][0-9０-９]*)?|[.．][0-9０-９]+)([eE][-+]?[0-9]+)?");

  /** What stands for a missing value. */
  private static final Pattern DASHES = Pattern.compile("[-－﹣–—―]+");

  private FormulaGuard() {}

  /** The text as it may stand in a CSV file: with an apostrophe where it would be calculated. */
  public static String defused(String text) {
    return needsGuard(text) ? APOSTROPHE + text : text;
  }

  /** The text of which {@link #defused} made what is read from a CSV file. */
  public static String restored(String text) {
    return !text.isEmpty() && text.charAt(0) == APOSTROPHE && needsGuard(text.substring(1))
        ? text.substring(1)
        : text;
  }

  /** Also where apostrophes stand before the formula: or {@link #restored} would take one away. */
  private static boolean needsGuard(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == APOSTROPHE) {
      start++;
    }
    return isCalculated(start == 0 ? text : text.substring(start));
  }

  private static boolean isCalculated(String text) {
    int start = 0;
    while (start < text.length() && isSkipped(text.charAt(start))) {
      start++;
    }
    if (start == text.length()) {
      return false;
    }
    boolean begins =
        SIGNS.indexOf(text.charAt(start)) >= 0 || Character.isISOControl(text.charAt(0));
    return begins && !isHarmless(text, start);
  }

  private static boolean isHarmless(String text, int start) {
    int end = text.length();
    while (isSkipped(text.charAt(end - 1))) {
      end--;
    }
    String seen = text.substring(start, end);
    return NUMBER.matcher(seen).matches() || DASHES.matcher(seen).matches();
  }

  private static boolean isSkipped(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
