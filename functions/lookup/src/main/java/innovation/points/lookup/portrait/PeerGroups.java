package innovation.points.lookup.portrait;

import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.LastUsed;
import java.util.Optional;

/**
 * The peer groups of published generations. A generation never changes: each group is read once,
 * and the last used are kept. Thread-safe.
 */
public final class PeerGroups {
  /** With fewer, a quartile is the points of one enterprise, which its peers could identify. */
  static final int LEAST = 5;

  private static final int KEPT = 16;
  private final ScoresTable scores;
  private final LastUsed<Key, Optional<PeerGroup>> kept = new LastUsed<>(KEPT);

  private record Key(String generation, String stage) {}

  public PeerGroups(ScoresTable scores) {
    this.scores = scores;
  }

  /** The ranked enterprises of a stage; nothing where they are too few. */
  Optional<PeerGroup> of(String generation, String stage) {
    return kept.get(new Key(generation, stage), this::read);
  }

  private Optional<PeerGroup> read(Key key) {
    var filter = RowFilter.of(ScoreStatus.SCORED, key.stage());
    var builder = new PeerGroup.Builder();
    scores.forEachRow(key.generation(), filter, builder::add);
    return builder.size() < LEAST ? Optional.empty() : Optional.of(builder.build(key.stage()));
  }
}
