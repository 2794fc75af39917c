package innovation.points.recompute.names;

import innovation.points.store.names.NameIndex;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.names.NameLine;
import innovation.points.store.publication.RankingEntry;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Makes the ranked enterprises of a generation findable by name. The index is that of their names:
 * it is written where no other generation had the same names, and holds them in memory meanwhile,
 * some 2 KB each.
 */
public final class NamesOfYear {

  private NamesOfYear() {}

  /** Indexes the names of a generation, or finds that it is done. */
  public static void index(NameIndexes indexes, String generation, Iterator<RankingEntry> entries) {
    Map<String, String> names = new HashMap<>();
    while (entries.hasNext()) {
      RankingEntry entry = entries.next();
      String name = entry.name();
      names.put(entry.uscc(), name == null ? "" : name);
    }
    String digest = NameIndexes.digest(names);
    NameIndex index = indexes.named(digest).orElseGet(() -> indexes.write(digest, lines(names)));
    indexes.assign(generation, index);
  }

  private static List<NameLine> lines(Map<String, String> names) {
    return names.entrySet().stream()
        .map(one -> new NameLine(one.getKey(), one.getValue(), Pinyin.readings(one.getValue())))
        .toList();
  }
}
