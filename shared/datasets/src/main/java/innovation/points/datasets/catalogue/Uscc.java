package innovation.points.datasets.catalogue;

import java.util.Arrays;

/** 统一社会信用代码, GB 32100-2015: 18 characters, the last of which is a check character. */
public final class Uscc {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  public static final int LENGTH = 18;

  /** What each character counts, -1 where it is none of a code. */
  private static final byte[] VALUES = new byte[256];

  private static final int[] WEIGHTS = new int[LENGTH - 1];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
    WEIGHTS[0] = 1;
    for (int i = 1; i < WEIGHTS.length; i++) {
      WEIGHTS[i] = WEIGHTS[i - 1] * 3 % 31;
    }
  }

  private Uscc() {}

  /**
   * Whether the text is a valid code: 18 characters, upper case, with the correct check character.
   */
  public static boolean isValid(String text) {
    return wellFormed(text) && check(text) == text.charAt(LENGTH - 1);
  }

  /** The same for the bytes of a text, of which there must be 18 from there on. */
  public static boolean isValid(byte[] bytes, int from) {
    int sum = 0;
    int all = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int value = VALUES[bytes[from + i] & 0xFF];
      sum += value * WEIGHTS[i];
      all |= value;
    }
    return all >= 0 && VALUES[bytes[from + LENGTH - 1] & 0xFF] == (31 - sum % 31) % 31;
  }

  /**
   * Whether the text has the length and the characters of a code; the check character may be wrong.
   */
  public static boolean wellFormed(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The check character for the first 17 characters of a well-formed code. */
  public static char check(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
