package innovation.points.store.scores.facts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The heads of rows that were met: the thousands of rows of a zone have few different ones. Where
 * two would stand in one place, the later one takes it. Not thread-safe.
 */
final class KnownHeads {
  private static final int PLACES = 1 << 12;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int HIGH = Long.SIZE - 12;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final @Nullable Known[] known = new Known[PLACES];

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  private record Known(byte[] bytes, StoredHead head) {}

  /** The head in some bytes of a row. */
  StoredHead of(byte[] row, int from, int length) {
    int place = place(row, from, from + length);
    Known there = known[place];
    if (there == null
        || !Arrays.equals(row, from, from + length, there.bytes(), 0, there.bytes().length)) {
      byte[] bytes = Arrays.copyOfRange(row, from, from + length);
      there = new Known(bytes, StoredHead.read(new ByteReader(bytes)));
      known[place] = there;
    }
    return there.head();
  }

  private static int place(byte[] row, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(row, at)) * MIX;
      hash ^= hash >>> Integer.SIZE;
    }
    for (; at < to; at++) {
      hash = (hash ^ row[at]) * MIX;
    }
    return (int) (hash >>> HIGH);
  }
}
