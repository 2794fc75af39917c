package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of a workbook as bytes, looked at in the one form in which programs write it. What is not
 * in that form is left to a parser: {@link #rest} is all that has not been {@linkplain #passed}.
 */
final class MarkupBytes {

  private static final int MOST_KEPT = 1 << 20;
  private static final int SLACK = 64;
  private static final int LONGEST_TEXT = 1 << 14;

  private static final byte[][] REFERENCES = {
    literal("&amp;"), literal("&lt;"), literal("&gt;"), literal("&quot;"), literal("&apos;")
  };
  private static final byte[] REFERRED = literal("&<>\"'");

  /** Bytes of a text that need no second look. */
  private static final boolean[] PLAIN = new boolean[256];

  static {
    Arrays.fill(PLAIN, ' ', 0x7F, true);
    for (char c : "<>&".toCharArray()) {
      PLAIN[c] = false;
    }
  }

  private final InputStream in;
  private byte[] bytes = new byte[(1 << 17) + SLACK];
  private int passed;
  private int at;
  private int end;
  private boolean ended;

  /** Texts of what is being looked at, one behind the other. */
  private byte[] texts = new byte[1 << 10];

  private int textsEnd;

  MarkupBytes(InputStream in) throws IOException {
    this.in = in;
    more();
  }

  /** A literal of ASCII. */
  static byte[] literal(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] texts() {
    return texts;
  }

  int textsEnd() {
    return textsEnd;
  }

  byte next() {
    return bytes[at];
  }

  void skip() {
    at++;
  }

  /** Goes past a literal, if it is next. */
  boolean is(byte[] literal) {
    for (int i = 0; i < literal.length; i++) {
      if (bytes[at + i] != literal[i]) {
        return false;
      }
    }
    at += literal.length;
    return true;
  }

  void skipBlanks() {
    while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
      at++;
    }
  }

  /** What was looked at is done. */
  void pass() {
    passed = Math.min(at, end);
    textsEnd = 0;
  }

  /** Goes back to what is not done, with more of it; false where there is no more. */
  boolean more() throws IOException {
    int left = end - passed;
    if (ended || left > MOST_KEPT) {
      back();
      return false;
    }
    int room = bytes.length - SLACK;
    byte[] target = left * 2 > room ? new byte[room * 2 + SLACK] : bytes;
    System.arraycopy(bytes, passed, target, 0, left);
    bytes = target;
    passed = 0;
    int read = in.readNBytes(bytes, left, bytes.length - SLACK - left);
    end = left + read;
    ended = end < bytes.length - SLACK;
    Arrays.fill(bytes, end, end + SLACK, (byte) 0);
    back();
    return true;
  }

  void back() {
    at = passed;
    textsEnd = 0;
  }

  /**
   * What has not been passed, up to a literal and with it, which is passed then; empty where the
   * literal is not near.
   */
  String until(byte[] literal) {
    for (at = passed; at + literal.length <= end; at++) {
      if (is(literal)) {
        String text = new String(bytes, passed, at - passed, StandardCharsets.UTF_8);
        pass();
        return text;
      }
    }
    back();
    return "";
  }

  /** Takes back what was passed, as long as no {@link #more} was asked for. */
  void again() {
    passed = 0;
    back();
  }

  /** All that has not been passed, behind a beginning of its own. */
  InputStream rest(String beginning) {
    return new SequenceInputStream(
        new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)),
        new SequenceInputStream(new ByteArrayInputStream(bytes, passed, end - passed), in));
  }

  /** The length of the name of the attribute that is next, behind one blank; 0 where none is. */
  int attribute() {
    int from = at;
    while (bytes[from] == ' ') {
      from++;
    }
    int to = from;
    while ((bytes[to] >= 'a' && bytes[to] <= 'z') || (bytes[to] >= 'A' && bytes[to] <= 'Z')) {
      to++;
    }
    if (from == at || bytes[to] != '=' || bytes[to + 1] != '"') {
      return 0;
    }
    at = from;
    return to - from;
  }

  /**
   * Goes past a name of that length and the quote that opens its value; returns the value's end.
   */
  int value(int name) {
    at += name + 2;
    return valueEnd();
  }

  /** Where the value that begins here ends; -1 where it does not. */
  int valueEnd() {
    int to = at;
    while (PLAIN[bytes[to] & 0xFF] && bytes[to] != '"') {
      to++;
    }
    return bytes[to] == '"' ? to : -1;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  /** Goes past the value that ends there, and its quote. */
  void afterValue(int to) {
    at = to + 1;
  }

  /**
   * Copies a text, up to the next tag, behind the others. False where it has references that are
   * not XML's own, or what XML does not allow.
   */
  boolean text() {
    int from = at;
    int first = textsEnd;
    boolean ascii = true;
    while (at - from + textsEnd - first <= LONGEST_TEXT) {
      byte b = bytes[at];
      if (PLAIN[b & 0xFF]) {
        at++;
      } else if (b < 0) {
        ascii = false;
        at++;
      } else if (b == '<') {
        add(bytes, from, at);
        return ascii || utf8(from, at);
      } else if (b == '&') {
        add(bytes, from, at);
        if (!(ascii || utf8(from, at)) || !reference()) {
          return false;
        }
        from = at;
        ascii = true;
      } else if (b == '\n' || b == '\t') {
        at++;
      } else {
        return false;
      }
    }
    return false;
  }

  private boolean utf8(int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] >= (byte) 0xBE) {
        return false; // U+FFFE, U+FFFF
      }
    }
    return Utf8.end(bytes, from, to) == to;
  }

  /** Puts bytes from elsewhere behind the texts. */
  void add(byte[] from, int start, int stop) {
    int length = stop - start;
    if (textsEnd + length > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(textsEnd + length, texts.length * 2));
    }
    System.arraycopy(from, start, texts, textsEnd, length);
    textsEnd += length;
  }

  private boolean reference() {
    for (int i = 0; i < REFERENCES.length; i++) {
      if (is(REFERENCES[i])) {
        add(REFERRED, i, i + 1);
        return true;
      }
    }
    return false;
  }
}
