package innovation.points.lookup.search;

import innovation.points.lookup.publication.LoadedRankings;
import innovation.points.store.names.NameIndex;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.names.NameLine;
import innovation.points.store.publication.RankingEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

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
  private final LoadedRankings loaded;

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

  /** A name that fits, and where it stands among the candidates. */
  private record Hit(String uscc, Tier tier, int place) {}

  NameSearch(NameIndexes indexes, LoadedRankings loaded) {
    this.indexed = new IndexedNames(indexes);
    this.loaded = loaded;
  }

  /**
   * What fits.
   *
   * @param from the candidate to begin with; 0 for the first part
   * @param visible which enterprises may be found
   */
  Part find(String generation, NameQuery query, int from, Predicate<String> visible) {
    return indexed
        .of(generation)
        .map(index -> byIndex(index, query, from, visible))
        .orElseGet(() -> byRanking(generation, query, visible));
  }

  private Part byIndex(NameIndex index, NameQuery query, int from, Predicate<String> visible) {
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

  /** Of a generation without an index: by name and code alone. */
  private Part byRanking(String generation, NameQuery query, Predicate<String> visible) {
    List<KnownName> lines = loaded.of(generation).entries().stream().map(NameSearch::line).toList();
    return new Part(fitting(lines, query, visible), -1);
  }

  private static KnownName line(RankingEntry entry) {
    String name = entry.name();
    return KnownName.of(NameLine.unread(entry.uscc(), name == null ? "" : name));
  }

  /** One wrong character only where nothing else fits. */
  private static List<String> fitting(
      List<KnownName> lines, NameQuery query, Predicate<String> visible) {
    var hits = new ArrayList<Hit>();
    for (KnownName line : lines) {
      if (visible.test(line.uscc())) {
        query.fits(line).ifPresent(tier -> hits.add(new Hit(line.uscc(), tier, hits.size())));
      }
    }
    hits.sort(Comparator.comparing(Hit::tier).thenComparing(Hit::place));
    boolean better = !hits.isEmpty() && hits.getFirst().tier() != Tier.NEARLY;
    var codes = new ArrayList<String>(hits.size());
    for (Hit hit : hits) {
      if (!better || hit.tier() != Tier.NEARLY) {
        codes.add(hit.uscc());
      }
    }
    return codes;
  }
}
