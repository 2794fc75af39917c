package innovation.points.recompute.brief;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.brief.Brief.Mover;
import innovation.points.store.brief.Brief.Moves;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.Rankings;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How ranks within stages differ from those of the year before. */
record RankMoves(Publications publications, Rankings rankings, RulebookChoice rulebooks) {

  /** So many are named. */
  private static final int NAMED = 5;

  /** Of the newest year that was published in a quarter; empty where none was. */
  Optional<Moves> in(Quarter quarter) {
    return publications.all().stream()
        .filter(one -> quarter.has(OfficialTime.day(one.publishedAt())))
        .max(Comparator.comparing(Pointer::year))
        .map(this::moves);
  }

  private Moves moves(Pointer pointer) {
    var before = new HashMap<String, RankingEntry>();
    publications
        .of(pointer.year() - 1)
        .ifPresent(
            of ->
                rankings.forEach(
                    of.generation(), RankingList.ALL, one -> before.put(one.uscc(), one)));
    Rulebook rules =
        rulebooks
            .used(pointer.rulebook(), pointer.digest())
            .orElseThrow(() -> new IllegalStateException("no rulebook " + pointer.rulebook()));
    var tally = new Tally(rules, before);
    rankings.forEach(pointer.generation(), RankingList.ALL, tally::add);
    return tally.moves(pointer.year());
  }

  /** Counts entry by entry. */
  private static final class Tally {
    private final Rulebook rules;

    /** Those that have not been met yet. */
    private final Map<String, RankingEntry> before;

    private final ArrayList<Mover> movers = new ArrayList<>();
    private int ranked;
    private int risen;
    private int fallen;
    private int entered;

    Tally(Rulebook rules, Map<String, RankingEntry> before) {
      this.rules = rules;
      this.before = before;
    }

    void add(RankingEntry now) {
      ranked++;
      RankingEntry then = before.remove(now.uscc());
      if (then == null) {
        entered++;
      } else if (then.stage().equals(now.stage())) {
        int gain = then.rank().stage() - now.rank().stage();
        risen += gain > 0 ? 1 : 0;
        fallen += gain < 0 ? 1 : 0;
        if (gain > 0) {
          movers.add(
              new Mover(
                  now.uscc(),
                  now.name(),
                  rules.stageName(now.stage()),
                  then.rank().stage(),
                  now.rank().stage(),
                  now.rank().overall()));
        }
      }
    }

    Moves moves(int year) {
      movers.sort(
          Comparator.comparingInt((Mover one) -> one.rank() - one.before())
              .thenComparing(Mover::uscc));
      return new Moves(
          year,
          ranked,
          risen,
          fallen,
          entered,
          before.size(),
          movers.stream().limit(NAMED).toList());
    }
  }
}
