package innovation.points.datasets.catalogue;

/** 统一社会信用代码, GB 32100-2015: 18 characters, the last of which is a check character. */
public final class Uscc {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private Uscc() {}

  /**
   * Whether the text is a valid code: 18 characters, upper case, with the correct check character.
   */
  public static boolean isValid(String text) {
    return wellFormed(text) && check(text) == text.charAt(LENGTH - 1);
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
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
