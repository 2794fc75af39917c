package innovation.points.lookup.search;

import innovation.points.store.names.NameIndex;
import innovation.points.store.names.NameIndexes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Finds the enterprises of a generation by name. At most three reads, whatever their number: which
 * index it is, the keys of what was typed, the names that have them; all of them are kept.
 * Thread-safe.
 */
final class NameSearch {

  /** Names that are compared at a time, and the parts of an index that they may lie in. */
  private static final int MOST_NAMES = 1_000;

  private static final int MOST_BLOCKS = 40;

  private final IndexedNames indexed;

  /**
   * A part of what fits.
   *
   * @param codes of the enterprises in the order in which they are shown
   * @param next from which candidate on the search goes on; -1 where all is found
   */
  record Part(List<String> codes, int next) {
    Part {
      codes = List.copyOf(codes);
    }
  }

  NameSearch(NameIndexes indexes) {
    this.indexed = new IndexedNames(indexes);
  }

  /**
   * What fits.
   *
   * @param from the candidate to begin with; 0 for the first part
   * @param visible which of some enterprises may be found
   */
  Part find(String generation, NameQuery query, int from, UnaryOperator<Set<String>> visible) {
    NameIndex index = indexed.of(generation);
    Map<String, int[]> numbers = indexed.numbers(index, Candidates.keys(query));
    int[] candidates =
        Candidates.of(query, key -> numbers.getOrDefault(key, new int[0]), index.names());
    Set<Integer> blocks = new TreeSet<>();
    int to = from;
    while (to < candidates.length && to - from < MOST_NAMES) {
      int block = NameIndex.block(candidates[to]);
      if (blocks.size() == MOST_BLOCKS && !blocks.contains(block)) {
        break;
      }
      blocks.add(block);
      to++;
    }
    Map<Integer, List<KnownName>> names = indexed.names(index, blocks);
    List<KnownName> lines = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      int number = candidates[i];
      lines.add(
          names.getOrDefault(NameIndex.block(number), List.of()).get(number % NameIndex.BLOCK));
    }
    return new Part(fitting(lines, query, visible), to < candidates.length ? to : -1);
  }

  /** One wrong character only where nothing else fits. */
  private static List<String> fitting(
      List<KnownName> lines, NameQuery query, UnaryOperator<Set<String>> visible) {
    var hits = new LinkedHashMap<String, Tier>();
    for (KnownName line : lines) {
      query.fits(line).ifPresent(tier -> hits.put(line.uscc(), tier));
    }
    hits.keySet().retainAll(visible.apply(hits.keySet()));
    Tier least = hits.values().stream().min(Comparator.naturalOrder()).orElse(Tier.NEARLY);
    return hits.entrySet().stream()
        .filter(hit -> hit.getValue() != Tier.NEARLY || least == Tier.NEARLY)
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
