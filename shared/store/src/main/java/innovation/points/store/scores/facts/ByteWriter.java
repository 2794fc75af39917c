package innovation.points.store.scores.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers in as few bytes as they need. Not thread-safe. */
public final class ByteWriter {

  private byte[] bytes = new byte[512];
  private int size;

  public void whole(long number) {
    long left = number;
    while ((left & ~0x7fL) != 0) {
      one((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    one((int) left);
  }

  /** A number that may be negative. */
  public void signed(long number) {
    whole(number << 1 ^ number >> 63);
  }

  public void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    whole(encoded.length);
    bytes(encoded);
  }

  void bytes(byte[] more) {
    for (byte one : more) {
      one(one);
    }
  }

  int size() {
    return size;
  }

  /** All eight bytes. */
  public void bits(double number) {
    low(Double.doubleToRawLongBits(number), Double.BYTES);
  }

  /** The lowest bytes of a number, the lowest first. */
  void low(long number, int count) {
    for (int i = 0; i < count; i++) {
      one((int) (number >>> (i * Byte.SIZE)));
    }
  }

  private void one(int octet) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) octet;
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
