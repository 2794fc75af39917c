package innovation.points.store.scores.facts;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Sets of ordinals: a bit for each from the first on, of which the lowest says whether other bits
 * follow, and the first; 0 for none.
 */
final class OrdinalBits {
  /** So many bits, and the lowest, are two bytes. */
  private static final int MOST = 13;

  private OrdinalBits() {}

  /**
   * Writes a set.
   *
   * @param ordinals in ascending order
   */
  static void write(List<Integer> ordinals, ByteWriter out) {
    int from = 0;
    do {
      int first = from < ordinals.size() ? ordinals.get(from) : 0;
      long bits = 0;
      for (; from < ordinals.size() && ordinals.get(from) < first + MOST; from++) {
        bits |= 1L << (ordinals.get(from) - first);
      }
      out.whole(bits << 1 | (from < ordinals.size() ? 1 : 0));
      if (bits != 0) {
        out.whole(first);
      }
    } while (from < ordinals.size());
  }

  /** Reads a set, in ascending order. */
  static void read(ByteReader in, IntConsumer ordinals) {
    long bits;
    do {
      bits = in.whole();
      int first = bits == 0 ? 0 : in.count();
      for (long left = bits >>> 1; left != 0; left &= left - 1) {
        ordinals.accept(first + Long.numberOfTrailingZeros(left));
      }
    } while ((bits & 1) != 0);
  }
}
