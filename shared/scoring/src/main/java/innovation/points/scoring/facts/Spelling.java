package innovation.points.scoring.facts;

import java.text.Normalizer;
import java.util.Locale;

/** Numbers of contracts, certificates and records, which people write in several ways. */
public final class Spelling {

  private Spelling() {}

  /**
   * What the ways to write one number have in common: its letters as capitals and its digits, all
   * of one width, without zeros before them, and whatever parts digits as a hyphen. {@code HT-001},
   * {@code ht001} and {@code ＨＴ－００１} are {@code HT001}, {@code 0012} is {@code 12}; {@code
   * 2025-1-12} and {@code 2025-11-2} are two. A text without letters and digits is itself.
   */
  public static String of(String number) {
    String plain = Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    var spelled = new StringBuilder(plain.length());
    boolean zero = false;
    boolean parted = false;
    for (int i = 0; i < plain.length(); ) {
      int letter = plain.codePointAt(i);
      i += Character.charCount(letter);
      if (!Character.isLetterOrDigit(letter)) {
        parted = true;
      } else if (letter == '0' && spelled.isEmpty()) {
        zero = true;
      } else {
        if (parted && Character.isDigit(letter) && endsInDigit(spelled)) {
          spelled.append('-');
        }
        spelled.appendCodePoint(letter);
        parted = false;
      }
    }
    if (spelled.isEmpty()) {
      return zero ? "0" : plain;
    }
    return spelled.toString();
  }

  private static boolean endsInDigit(StringBuilder text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }
}
