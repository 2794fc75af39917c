package innovation.points.scoring.facts;

import java.text.Normalizer;
import java.util.Locale;

/** Numbers of contracts, certificates and patents, which people write in several ways. */
public final class Spelling {

  private Spelling() {}

  /**
   * What all ways to write one number have in common: its letters as capitals and its digits, all
   * of one width, without zeros before them. {@code HT-001}, {@code ht001} and {@code ＨＴ－001} are
   * {@code HT001}; {@code 0012} is {@code 12}. A text without letters and digits is itself.
   */
  public static String of(String number) {
    String plain = Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    var spelled = new StringBuilder(plain.length());
    boolean zero = false;
    for (int i = 0; i < plain.length(); ) {
      int letter = plain.codePointAt(i);
      i += Character.charCount(letter);
      if (letter == '0' && spelled.isEmpty()) {
        zero = true;
      } else if (Character.isLetterOrDigit(letter)) {
        spelled.appendCodePoint(letter);
      }
    }
    if (spelled.isEmpty()) {
      return zero ? "0" : plain;
    }
    return spelled.toString();
  }
}
