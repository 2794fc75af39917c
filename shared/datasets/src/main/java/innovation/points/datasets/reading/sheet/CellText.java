package innovation.points.datasets.reading.sheet;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts as people and spreadsheets write them. */
public final class CellText {

  private static final int SHOWN = 30;
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]{1,400}(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** The beginning of a text, for a message. */
  public static String cut(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  /** Digits with at most one point between them: most figures, and cheaper than a pattern. */
  private static boolean digits(String text) {
    boolean point = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && !point && i > 0) {
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() < 30;
  }

  /**
   * The same as {@link Double#parseDouble}: the digits and the power of ten are both exact, so that
   * their quotient is rounded once.
   */
  private static double decimal(String text) {
    long digits = 0;
    int point = text.length() - 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        point = i;
      } else {
        digits = digits * 10 + (c - '0');
      }
    }
    return digits / POWERS[text.length() - 1 - point];
  }

  /** A finite number in plain or scientific writing. */
  public static Optional<Double> number(String text) {
    boolean digits = digits(text);
    if (digits && text.length() <= EXACT_DIGITS) {
      return Optional.of(decimal(text));
    }
    if (!digits && !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  /**
   * Undoes {@code _x000D_}, by which workbooks write what XML cannot hold (ECMA-376 §22.9.2.19).
   */
  public static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              char c = (char) Integer.parseInt(match.group(1), 16);
              return Character.isSurrogate(c)
                  ? "\uFFFD"
                  : java.util.regex.Matcher.quoteReplacement(String.valueOf(c));
            });
  }

  /** Without white space and invisible signs at both ends, line breaks and controls as spaces. */
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && invisible(text.charAt(start))) {
      start++;
    }
    while (end > start && invisible(text.charAt(end - 1))) {
      end--;
    }
    String trimmed = text.substring(start, end);
    return controlled(trimmed) ? spaced(trimmed) : trimmed;
  }

  private static boolean controlled(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ");
  }

  /** Full-width letters, digits and signs as their ASCII twins; everything else as it is. */
  public static String narrow(String text) {
    StringBuilder narrow = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char twin = twin(c);
      if (twin != c && narrow == null) {
        narrow = new StringBuilder(text);
      }
      if (narrow != null) {
        narrow.setCharAt(i, twin);
      }
    }
    return narrow == null ? text : narrow.toString();
  }

  private static char twin(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - '\uFF01' + '!');
    }
    return switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uFE63' -> '-';
      case '\u00A0', '\u2007', '\u2009', '\u202F', '\u3000' -> ' ';
      default -> c;
    };
  }

  /** Whether an earlier program has already replaced characters that it could not read. */
  public static boolean damaged(String text) {
    return text.indexOf('\uFFFD') >= 0 || text.contains("锟斤拷");
  }

  /** In the one width (NFKC), without any white space or invisible sign. */
  public static String compact(String text) {
    if (plain(text)) {
      return text;
    }
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder compact = new StringBuilder(narrow.length());
    for (int i = 0; i < narrow.length(); i++) {
      if (!invisible(narrow.charAt(i))) {
        compact.append(narrow.charAt(i));
      }
    }
    return compact.toString();
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean invisible(char c) {
    if (c > ' ' && c < 0x7F) {
      return false;
    }
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
