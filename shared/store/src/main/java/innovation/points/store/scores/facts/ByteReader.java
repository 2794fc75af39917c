package innovation.points.store.scores.facts;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. Not thread-safe. */
public final class ByteReader {

  private final byte[] bytes;
  private int at;

  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public boolean more() {
    return at < bytes.length;
  }

  public long whole() {
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

  public int count() {
    return (int) whole();
  }

  public long signed() {
    long number = whole();
    return number >>> 1 ^ -(number & 1);
  }

  public String text() {
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  public double bits() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (bytes[at++] & 0xffL) << shift;
    }
    return Double.longBitsToDouble(bits);
  }
}
