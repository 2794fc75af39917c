package innovation.points.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks text into lines by the rules of Chinese typesetting: between any two characters, but no
 * line begins with a closing mark or ends with an opening one (GB/T 15834 附录 A), and words and
 * numbers are not broken.
 */
final class Lines {

  private static final String NOT_FIRST = "。，、；：！？）】》〉」』”’％%,.;:!?)]}—…～";
  private static final String NOT_LAST = "（【《〈「『“‘([{";

  private Lines() {}

  /**
   * The lines of a text; at least one.
   *
   * @param width of a line at most
   * @param measure returns the width of a text
   */
  static List<String> of(String text, double width, ToDoubleFunction<String> measure) {
    return of(text, 0, width, measure);
  }

  /**
   * The same of a paragraph.
   *
   * @param indent by which the first line is shorter
   */
  static List<String> of(
      String text, double indent, double width, ToDoubleFunction<String> measure) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    double taken = indent;
    for (String piece : pieces(text, width, measure)) {
      double more = measure.applyAsDouble(piece);
      if (taken + measure.applyAsDouble(piece.stripTrailing()) > width && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
        taken = 0;
      }
      if (line.isEmpty() && piece.isBlank()) {
        continue;
      }
      line.append(piece);
      taken += more;
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /** The pieces that must not be broken. */
  private static List<String> pieces(String text, double width, ToDoubleFunction<String> measure) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    int before = -1;
    int beforeThat = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean tooLong = measure.applyAsDouble(piece + Character.toString(c)) > width;
      if (before >= 0 && (tooLong || isBreakable(beforeThat, before, c))) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(c);
      beforeThat = before;
      before = c;
      i += Character.charCount(c);
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static boolean isBreakable(int beforeThat, int before, int after) {
    if (before == ' ' && Character.isDigit(beforeThat) && !isOfWord(after)) {
      // A figure is kept with its unit.
      return false;
    }
    if (after == ' ' || NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || !isOfWord(before) || !isOfWord(after);
  }

  private static boolean isOfWord(int c) {
    return c > ' ' && c < 0x2000;
  }
}
