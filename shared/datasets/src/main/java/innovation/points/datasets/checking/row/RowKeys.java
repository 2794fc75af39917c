package innovation.points.datasets.checking.row;

import innovation.points.datasets.catalogue.Sha256;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Finds the rows of one file that have the same natural key. The keys are kept as they are, one
 * behind the other, so that none is taken for another; of those longer than 64 bytes their SHA-256.
 * A million keys of codes take 40 MB.
 */
public final class RowKeys {

  /** Rows that share a key: how many, and the first of them, which a message names. */
  public static final class Rows {
    private final int[] first = new int[NAMED];
    private int count;

    private void add(int row) {
      if (count < NAMED) {
        first[count] = row;
      }
      count++;
    }

    /** How many there are. */
    public int count() {
      return count;
    }

    /** The first of them. */
    public IntStream first() {
      return Arrays.stream(first, 0, Math.min(count, NAMED));
    }
  }

  private static final int NAMED = 5;
  private static final int LONGEST = 64;

  /** Bits of a place within its segment. */
  private static final int SEGMENT = 18;

  private static final int WITHIN = (1 << SEGMENT) - 1;

  /** What a small file needs; a larger one gets whole segments. */
  private static final int FIRST = 1 << 12;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Nobody can write a file whose keys all fall into one place. */
  private static final long SEED = new Random().nextLong();

  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final long PLACE = 0xFFFF_FFFFL;

  private final Map<String, Rows> repeated = new HashMap<>();

  /** The row and the length of a key, before it. */
  private static final int HEAD = 5;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * Keys: the row in four bytes, the length, the key. They lie in segments, so that none is copied
   * when more come; a key lies in one of them.
   */
  private byte[][] segments = {new byte[FIRST]};

  private int end;

  /** Where keys begin, and one more, under half of their hash; 0 where there is none. */
  private long[] places = new long[1 << 8];

  private int count;

  /** Keys that have no place yet. */
  private final long[] waiting = new long[64];

  private int waits;

  /** Read by nobody: it keeps the compiler from leaving out the reads that warm the cache. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  void add(byte[] bytes, int from, int to, int row) {
    if (to - from > LONGEST) {
      byte[] digest = Sha256.begin().digest(Arrays.copyOfRange(bytes, from, to));
      add(digest, 0, digest.length, row);
      return;
    }
    int at = append(bytes, from, to, row);
    waiting[waits++] = (hash(bytes, from, to) & ~PLACE) | (at + 1);
    if (waits == waiting.length) {
      settle();
    }
  }

  /** Several keys at a time: memory finds places that are far apart at the same time. */
  private void settle() {
    if ((count + waits) * 2 > places.length) {
      grow();
    }
    int mask = places.length - 1;
    for (int i = 0; i < waits; i++) {
      touched ^= places[(int) (waiting[i] >>> 32) & mask];
    }
    for (int i = 0; i < waits; i++) {
      settle(waiting[i], mask);
    }
    waits = 0;
  }

  private void settle(long key, int mask) {
    int at = (int) key - 1;
    int slot = (int) (key >>> 32) & mask;
    for (; places[slot] != 0; slot = (slot + 1) & mask) {
      int other = (int) places[slot] - 1;
      if ((places[slot] ^ key) >>> 32 == 0 && isSame(at, other)) {
        repeated.computeIfAbsent(text(at), _ -> startingWith(row(other))).add(row(at));
        return;
      }
    }
    places[slot] = key;
    count++;
  }

  private boolean isSame(int one, int other) {
    int from = (one & WITHIN) + HEAD;
    int fromOther = (other & WITHIN) + HEAD;
    return Arrays.equals(
        segment(one),
        from,
        from + length(one),
        segment(other),
        fromOther,
        fromOther + length(other));
  }

  private byte[] segment(int at) {
    return segments[at >>> SEGMENT];
  }

  private int length(int at) {
    return segment(at)[(at & WITHIN) + HEAD - 1];
  }

  private String text(int at) {
    int from = (at & WITHIN) + HEAD;
    return text(segment(at), from, from + length(at));
  }

  void add(String key, int row) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    add(bytes, 0, bytes.length, row);
  }

  private static Rows startingWith(int row) {
    Rows rows = new Rows();
    rows.add(row);
    return rows;
  }

  /** No more keys come: frees what was needed to find the repeated ones. */
  void close() {
    settle();
    segments = new byte[0][];
    places = new long[1];
  }

  boolean anyRepeated() {
    return !repeated.isEmpty();
  }

  /** The rows with this key, where there is more than one. */
  Optional<Rows> repeated(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      byte[] digest = Sha256.begin().digest(Arrays.copyOfRange(bytes, from, to));
      return repeated(digest, 0, digest.length);
    }
    return Optional.ofNullable(repeated.get(text(bytes, from, to)));
  }

  Optional<Rows> repeated(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return repeated(bytes, 0, bytes.length);
  }

  /** A key of this class: digests are no UTF-8. */
  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static long hash(byte[] bytes, int from, int to) {
    long hash = SEED;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, at)) * FACTOR;
      hash ^= hash >>> 29;
    }
    for (; at < to; at++) {
      hash = (hash ^ bytes[at]) * FACTOR;
    }
    return (hash ^ hash >>> 32) * FACTOR;
  }

  private int row(int at) {
    return (int) INTS.get(segment(at), at & WITHIN);
  }

  /** Keeps a key; returns its place. */
  private int append(byte[] bytes, int from, int to, int row) {
    int length = to - from;
    byte[] segment = roomFor(HEAD + length);
    int at = end;
    int within = at & WITHIN;
    INTS.set(segment, within, row);
    segment[within + HEAD - 1] = (byte) length;
    System.arraycopy(bytes, from, segment, within + HEAD, length);
    end = at + HEAD + length;
    return at;
  }

  /** The last segment, where there is room at the end; the keys before stay where they are. */
  private byte[] roomFor(int length) {
    int last = segments.length - 1;
    int needed = end - (last << SEGMENT) + length;
    if (needed <= segments[last].length) {
      return segments[last];
    }
    if (needed <= WITHIN) {
      segments[last] = Arrays.copyOf(segments[last], WITHIN + 1);
      return segments[last];
    }
    segments = Arrays.copyOf(segments, last + 2);
    segments[last + 1] = new byte[WITHIN + 1];
    end = (last + 1) << SEGMENT;
    return segments[last + 1];
  }

  private void grow() {
    long[] grown = new long[places.length * 2];
    int mask = grown.length - 1;
    for (long place : places) {
      if (place != 0) {
        int slot = (int) (place >>> 32) & mask;
        while (grown[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        grown[slot] = place;
      }
    }
    places = grown;
  }
}
