package innovation.points.lookup.publication;

import innovation.points.store.publication.RankingEntry;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.LastUsed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The entries that enterprises have in the rankings of a generation, read by code. A generation
 * never changes: those read last are kept, as many as a large zone has. Thread-safe.
 */
public final class PublishedEntries {
  private static final int KEPT = 8_000;

  private final ScoresTable scores;
  private final LastUsed<Row, RankingEntry> kept = new LastUsed<>(KEPT);

  private record Row(String generation, String uscc) {}

  public PublishedEntries(ScoresTable scores) {
    this.scores = scores;
  }

  /**
   * The entries of some enterprises, by code; those that are not ranked are left out. One
   * BatchGetItem for 100 that are not kept.
   */
  public Map<String, RankingEntry> of(String generation, Collection<String> usccs) {
    Map<String, RankingEntry> entries = new HashMap<>();
    List<String> unread = new ArrayList<>();
    for (String uscc : usccs) {
      kept.known(new Row(generation, uscc))
          .ifPresentOrElse(entry -> entries.put(uscc, entry), () -> unread.add(uscc));
    }
    if (!unread.isEmpty()) {
      scores
          .listed(generation, unread)
          .forEach(
              (uscc, row) -> {
                RankingEntry entry = entry(row);
                kept.keep(new Row(generation, uscc), entry);
                entries.put(uscc, entry);
              });
    }
    return entries;
  }

  private static RankingEntry entry(ScoresTable.Listed listed) {
    Card card = listed.card();
    Rank rank = Objects.requireNonNull(card.rank(), "a public score has a rank");
    return new RankingEntry(
        new RankingEntry.Place(rank.overall(), rank.stage()),
        card.uscc(),
        card.name(),
        Objects.requireNonNull(card.stage(), "a public score has a stage"),
        listed.industry(),
        listed.cluster(),
        listed.park(),
        Objects.requireNonNull(card.total(), "a public score has a total"));
  }
}
