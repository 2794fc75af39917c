package innovation.points.store.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Values that never change once they are read, of which the last used are kept. Thread-safe. */
public final class LastUsed<K, V> {

  private final Map<K, V> kept;

  /**
   * An empty cache.
   *
   * @param most how many values are kept
   */
  public LastUsed(int most) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of a key. It is read outside the lock: at worst two threads read the same. */
  public V get(K key, Function<? super K, ? extends V> read) {
    Optional<V> known = known(key);
    if (known.isPresent()) {
      return known.get();
    }
    V value = read.apply(key);
    keep(key, value);
    return value;
  }

  /** The value of a key, if it is kept. */
  public Optional<V> known(K key) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(key));
    }
  }

  /** Keeps a value that was read. */
  public void keep(K key, V value) {
    synchronized (kept) {
      kept.put(key, value);
    }
  }
}
