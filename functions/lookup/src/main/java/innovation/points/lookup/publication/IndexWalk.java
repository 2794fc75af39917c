package innovation.points.lookup.publication;

import innovation.points.store.names.NameIndex;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.publication.EntryWalk;
import innovation.points.store.publication.RankingEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the ranked enterprises of a generation by code or by name, as its index of names has
 * them. Holds one block of codes, and reads the entries of some together.
 */
final class IndexWalk implements EntryWalk {
  /** Entries that are read together: one BatchGetItem. */
  private static final int TOGETHER = 100;

  private final NameIndexes indexes;
  private final PublishedEntries entries;
  private final String generation;
  private final RankingOrder order;
  private final NameIndex index;
  private int place;
  private int block = -1;
  private List<String> codes = List.of();
  private Map<String, RankingEntry> read = Map.of();

  IndexWalk(
      NameIndexes indexes,
      PublishedEntries entries,
      String generation,
      RankingOrder order,
      int place) {
    this.indexes = indexes;
    this.entries = entries;
    this.generation = generation;
    this.order = order;
    this.index = indexes.of(generation);
    this.place = place;
  }

  @Override
  public int place() {
    return place;
  }

  @Override
  public @Nullable RankingEntry next() {
    while (place < index.names()) {
      int number = order.reversed() ? index.names() - 1 - place : place;
      if (NameIndex.block(number) != block) {
        block = NameIndex.block(number);
        codes = indexes.codes(index, order.by() == RankingOrder.By.NAME, block);
      }
      int at = number % NameIndex.BLOCK;
      String uscc = codes.get(at);
      if (!read.containsKey(uscc)) {
        read = entries.of(generation, following(at));
      }
      place++;
      RankingEntry entry = read.get(uscc);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private List<String> following(int at) {
    return order.reversed()
        ? codes.subList(Math.max(0, at + 1 - TOGETHER), at + 1)
        : codes.subList(at, Math.min(codes.size(), at + TOGETHER));
  }
}
