package innovation.points.datasets.reading.sheet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells UTF-8 from other bytes (RFC 3629 §4), faster than a decoder does. */
public final class Utf8 {

  /** How many bytes a character takes at most. */
  public static final int LONGEST = 4;

  private static final long NO_ASCII = 0x8080_8080_8080_8080L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Utf8() {}

  /** Where the first bytes that are no whole character begin. */
  public static int end(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      if (at + 8 <= end && ((long) LONGS.get(bytes, at) & NO_ASCII) == 0) {
        at += 8;
      } else if (bytes[at] >= 0) {
        at++;
      } else {
        int length = characterLength(bytes, at, end);
        if (length == 0) {
          return at;
        }
        at += length;
      }
    }
    return at;
  }

  /** How many bytes a character beyond ASCII takes (RFC 3629 §4); 0 where it is none. */
  private static int characterLength(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (at + length > end) {
      return 0;
    }
    for (int i = at + 1; i < at + length; i++) {
      if (bytes[i] >= (byte) 0xC0) {
        return 0;
      }
    }
    int second = length == 0 ? 0 : bytes[at + 1] & 0xFF;
    boolean good =
        switch (first) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second < 0xA0; // no surrogates
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second < 0x90;
          default -> true;
        };
    return good ? length : 0;
  }
}
