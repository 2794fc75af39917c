package innovation.points.lookup.search;

import innovation.points.store.names.NameIndex;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.table.LastUsed;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The indexes of names, of which the parts read last are kept: they never change. Thread-safe. */
final class IndexedNames {

  private static final int[] NONE = {};
  private static final int KEPT_INDEXES = 16;
  private static final int KEPT_PARTS = 512;

  private final NameIndexes indexes;
  private final LastUsed<String, NameIndex> known = new LastUsed<>(KEPT_INDEXES);
  private final LastUsed<Part, Map<String, int[]>> keys = new LastUsed<>(KEPT_PARTS);
  private final LastUsed<Part, List<KnownName>> names = new LastUsed<>(KEPT_PARTS);

  private record Part(String digest, int number) {}

  IndexedNames(NameIndexes indexes) {
    this.indexes = indexes;
  }

  /** The index of a generation. */
  NameIndex of(String generation) {
    return known.get(generation, indexes::of);
  }

  /** The numbers of the names that have each of some keys. At most one read. */
  Map<String, int[]> numbers(NameIndex index, Set<String> wanted) {
    Set<Integer> buckets = new LinkedHashSet<>();
    wanted.forEach(key -> buckets.add(index.bucket(key)));
    Map<Integer, Map<String, int[]>> read = parts(index, buckets, keys, indexes::keys);
    var numbers = new HashMap<String, int[]>();
    for (String key : wanted) {
      Map<String, int[]> bucket = read.getOrDefault(index.bucket(key), Map.of());
      numbers.put(key, bucket.getOrDefault(key, NONE));
    }
    return numbers;
  }

  /** The names in some blocks. At most one read. */
  Map<Integer, List<KnownName>> names(NameIndex index, Set<Integer> blocks) {
    return parts(index, blocks, names, this::read);
  }

  private Map<Integer, List<KnownName>> read(NameIndex index, Collection<Integer> blocks) {
    var read = new HashMap<Integer, List<KnownName>>();
    indexes
        .names(index, blocks)
        .forEach((block, lines) -> read.put(block, lines.stream().map(KnownName::of).toList()));
    return read;
  }

  private static <T> Map<Integer, T> parts(
      NameIndex index,
      Set<Integer> wanted,
      LastUsed<Part, T> kept,
      BiFunction<NameIndex, Collection<Integer>, Map<Integer, T>> reader) {
    var parts = new HashMap<Integer, T>();
    var missing = new LinkedHashSet<Integer>();
    for (int number : wanted) {
      Optional<T> part = kept.known(new Part(index.digest(), number));
      part.ifPresentOrElse(one -> parts.put(number, one), () -> missing.add(number));
    }
    if (!missing.isEmpty()) {
      Map<Integer, T> read = reader.apply(index, missing);
      read.forEach((number, part) -> kept.keep(new Part(index.digest(), number), part));
      parts.putAll(read);
    }
    return parts;
  }
}
