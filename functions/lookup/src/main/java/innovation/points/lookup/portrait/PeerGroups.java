package innovation.points.lookup.portrait;

import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The peer groups of published generations, each read once and the few last used kept: a generation
 * never changes. Thread-safe.
 */
public final class PeerGroups {
  /** With fewer, a quartile is one enterprise's points, and its peers could tell whose. */
  static final int LEAST = 5;

  private static final int KEPT = 16;
  private static final int BATCH = 500;

  private final ScoresTable scores;
  private final Map<Key, Optional<PeerGroup>> kept =
      new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<PeerGroup>> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(String generation, String stage) {}

  public PeerGroups(ScoresTable scores) {
    this.scores = scores;
  }

  /** The ranked enterprises of a stage; nothing where they are too few. */
  Optional<PeerGroup> of(String generation, String stage) {
    var key = new Key(generation, stage);
    synchronized (kept) {
      Optional<PeerGroup> known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    // Outside the lock: at worst two requests read the same.
    Optional<PeerGroup> group = read(key);
    synchronized (kept) {
      kept.put(key, group);
    }
    return group;
  }

  private Optional<PeerGroup> read(Key key) {
    var filter = RowFilter.of(ScoreStatus.SCORED, key.stage());
    var builder = new PeerGroup.Builder();
    String after = null;
    do {
      StoredPage<ScoreRow> page = scores.rows(key.generation(), filter, BATCH, after);
      page.items().forEach(builder::add);
      after = page.next();
    } while (after != null);
    return builder.size() < LEAST ? Optional.empty() : Optional.of(builder.build(key.stage()));
  }
}
