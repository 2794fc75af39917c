package innovation.points.store.scores.facts;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. Not thread-safe. */
public final class ByteReader {

  private final byte[] bytes;
  private int at;

  public ByteReader(byte[] bytes) {
    this(bytes, 0);
  }

  /** Begins at a place. */
  ByteReader(byte[] bytes, int place) {
    this.bytes = bytes;
    this.at = place;
  }

  int place() {
    return at;
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

  /** Goes on behind a text; returns its place. */
  int skipText() {
    int place = at;
    int length = count();
    at += length;
    return place;
  }

  /** The text at a place. */
  String text(int place) {
    var there = new ByteReader(bytes, place);
    int length = there.count();
    return new String(bytes, there.at, length, StandardCharsets.UTF_8);
  }

  double bits() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (bytes[at++] & 0xffL) << shift;
    }
    return Double.longBitsToDouble(bits);
  }
}
