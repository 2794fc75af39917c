package innovation.points.store.scores;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. Not thread-safe. */
final class ByteReader {

  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean more() {
    return at < bytes.length;
  }

  long whole() {
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long number = first & 0x7f;
    for (int shift = 7; ; shift += 7) {
      byte next = bytes[at++];
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  int count() {
    return (int) whole();
  }

  long signed() {
    long number = whole();
    return number >>> 1 ^ -(number & 1);
  }

  String text() {
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  double bits() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (bytes[at++] & 0xffL) << shift;
    }
    return Double.longBitsToDouble(bits);
  }
}
