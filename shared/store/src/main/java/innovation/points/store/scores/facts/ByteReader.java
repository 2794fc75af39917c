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

  void skip(int length) {
    at += length;
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

  String text() {
    int length = count();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }
}
