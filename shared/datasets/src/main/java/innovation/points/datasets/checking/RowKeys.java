package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of one file that have the same natural key. A million keys take 40 MB: codes are
 * kept as they are, of other keys 127 bits of their SHA-256, so that nobody can make two keys meet.
 */
final class RowKeys {

  private record Key(long high, long low) {}

  /** Rows that share a key: how many, and the first of them, which a message names. */
  static final class Rows {
    private final int[] first = new int[NAMED];
    private int count;

    private void add(int row) {
      if (count < NAMED) {
        first[count] = row;
      }
      count++;
    }

    int count() {
      return count;
    }

    IntStream first() {
      return Arrays.stream(first, 0, Math.min(count, NAMED));
    }
  }

  private static final int NAMED = 5;
  private static final int CODE = 19;
  private static final int HALF = 9;

  /** Packed codes take 63 bits, so that none is a digest. */
  private static final long HASHED = Long.MIN_VALUE;

  private final MessageDigest digest = Sha256.begin();
  private final Map<Key, Rows> repeated = new HashMap<>();
  private long[] keys = new long[2 << 10];
  private int[] rows = new int[1 << 10];
  private int count;

  void add(String key, int row) {
    Key k = key(key);
    int slot = slot(k);
    if (rows[slot] == 0) {
      rows[slot] = row;
      keys[2 * slot] = k.high();
      keys[2 * slot + 1] = k.low();
      count++;
      grow();
      return;
    }
    int first = rows[slot];
    repeated.computeIfAbsent(k, absent -> startingWith(first)).add(row);
  }

  private static Rows startingWith(int row) {
    Rows rows = new Rows();
    rows.add(row);
    return rows;
  }

  /** No more keys come: frees what was needed to find the repeated ones. */
  void close() {
    keys = new long[2];
    rows = new int[1];
  }

  boolean anyRepeated() {
    return !repeated.isEmpty();
  }

  /** The rows with this key, where there is more than one. */
  Optional<Rows> repeated(String key) {
    return repeated.isEmpty() ? Optional.empty() : Optional.ofNullable(repeated.get(key(key)));
  }

  private Key key(String key) {
    if (key.length() == CODE && key.charAt(CODE - 1) == '\n') {
      Key packed = packed(key);
      if (packed != null) {
        return packed;
      }
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    return new Key(hash.getLong() | HASHED, hash.getLong());
  }

  /** A code alone as it is, seven bits a character, none where it is no code. */
  private static @Nullable Key packed(String key) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < HALF; i++) {
      char a = key.charAt(i);
      char b = key.charAt(i + HALF);
      if (a >= 0x80 || b >= 0x80) {
        return null;
      }
      high = high << 7 | a;
      low = low << 7 | b;
    }
    return new Key(high, low);
  }

  private int slot(Key key) {
    int mask = rows.length - 1;
    int slot = (int) ((key.low() * 0x9E3779B97F4A7C15L ^ key.high()) >>> 20) & mask;
    while (rows[slot] != 0 && (keys[2 * slot] != key.high() || keys[2 * slot + 1] != key.low())) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    if (count * 2 < rows.length) {
      return;
    }
    long[] oldKeys = keys;
    int[] oldRows = rows;
    keys = new long[oldKeys.length * 2];
    rows = new int[oldRows.length * 2];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        int slot = slot(new Key(oldKeys[2 * i], oldKeys[2 * i + 1]));
        rows[slot] = oldRows[i];
        keys[2 * slot] = oldKeys[2 * i];
        keys[2 * slot + 1] = oldKeys[2 * i + 1];
      }
    }
  }
}
