package innovation.points.datasets.reading.sheet;

import java.util.Arrays;

/** Texts of cells as they are seen from their bytes in UTF-8. */
public final class PlainText {

  /** What texts are made of, by their first byte in UTF-8. */
  private static final byte[] KINDS = new byte[256];

  private static final byte ASCII = 1;
  private static final byte HAN = 2;
  private static final byte HAN_OR_SIGN = 3;
  private static final byte FULL_WIDTH = 4;

  /** ASCII without what may stand between two numbers in one cell. */
  private static final boolean[] IN_NUMBERS = new boolean[256];

  static {
    Arrays.fill(KINDS, '!', 0x7F, ASCII);
    for (int c = '!'; c < 0x7F; c++) {
      IN_NUMBERS[c] = ",;|/~+".indexOf(c) < 0;
    }
    Arrays.fill(KINDS, 0xE4, 0xEA, HAN);
    KINDS[0xE3] = HAN_OR_SIGN;
    KINDS[0xEF] = FULL_WIDTH;
  }

  private PlainText() {}

  /** Whether a text that begins so surely shows something. */
  public static boolean isShown(byte first) {
    return KINDS[first & 0xFF] != 0 && first != (byte) 0xE3;
  }

  /**
   * Whether a text is taken as it is: letters, signs and Han characters, blanks only inside. What
   * programs leave of what they lost, marks for nothing, and all that nobody sees is not.
   */
  public static boolean isText(byte[] bytes, int from, int to, boolean ascii) {
    if (bytes[from] == ' ' || bytes[to - 1] == ' ' || mark(bytes, from, to)) {
      return false;
    }
    if (ascii && to - from > 2 && bytes[to - 1] == '0' && bytes[to - 2] == '.') {
      return false; // 1234.0
    }
    if (ascii && digit(bytes[from]) && (bytes[from + 1] == '.' || bytes[to - 1] == '0')) {
      return false; // 2.02E15, and what a spreadsheet leaves of a long number
    }
    return ascii ? isNumber(bytes, from, to) : isShown(bytes, from, to);
  }

  private static boolean isNumber(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!IN_NUMBERS[bytes[i] & 0xFF]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShown(byte[] bytes, int from, int to) {
    boolean sum = digit(bytes[from]);
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      switch (KINDS[b & 0xFF]) {
        case ASCII -> {
          if (b == '+' && sum) {
            return false;
          }
          i++;
        }
        case HAN -> {
          if (b == (byte) 0xE9 && bytes[i + 1] == (byte) 0x94 && bytes[i + 2] == (byte) 0x9F) {
            return false; // 锟斤拷
          }
          i += 3;
        }
        case HAN_OR_SIGN -> {
          if (bytes[i + 1] == (byte) 0x80 && bytes[i + 2] == (byte) 0x80) {
            return false; // U+3000, a blank
          }
          i += 3;
        }
        case FULL_WIDTH -> {
          if (bytes[i + 1] != (byte) 0xBC && bytes[i + 1] != (byte) 0xBD) {
            return false;
          }
          i += 3;
        }
        default -> {
          if (b != ' ') {
            return false;
          }
          i++;
        }
      }
    }
    return true;
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Whether a text may stand for nothing or for another cell, or has lost what it was. */
  private static boolean mark(byte[] bytes, int from, int to) {
    return switch (bytes[from]) {
      case '-', '/', '\'', '"', '#' -> true;
      case (byte) 0xE5 -> bytes[from + 1] == (byte) 0x90 && bytes[from + 2] == (byte) 0x8C; // 同
      default -> to - from == 3 && bytes[from] < 0;
    };
  }
}
