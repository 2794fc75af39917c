package innovation.points.desk.announcement;

import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.scoring.rulebook.Uses.Tier;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.publication.Rankings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is on the announced lists of a publication, in the order of the annex. Thread-safe. */
final class AnnouncedLists {

  private final Rankings rankings;
  private final Disclosure disclosure;

  /**
   * An enterprise on a list.
   *
   * @param number its place in the annex, from 1: lists from the best, stages from the youngest,
   *     then by rank
   */
  record Listed(int number, Tier tier, RankingEntry entry) {}

  AnnouncedLists(Rankings rankings, Disclosure disclosure) {
    this.rankings = rankings;
    this.disclosure = disclosure;
  }

  /** Everybody who is on a list and public; nobody where ranks within stages are not public. */
  List<Listed> of(Pointer pointer, Rulebook rules, Uses uses) {
    if (!disclosure.places()) {
      return List.of();
    }
    var stages = new ArrayList<List<RankingEntry>>();
    for (Rulebook.Stage stage : rules.stages().reversed()) {
      RankingList list = RankingList.stage(stage.id());
      int of = pointer.counts().lists().getOrDefault(list.id(), 0);
      stages.add(best(pointer, list, Uses.places(of, uses.tiers().getLast().upTo())));
    }
    var listed = new ArrayList<Listed>();
    for (Tier tier : uses.tiers()) {
      for (List<RankingEntry> stage : stages) {
        for (RankingEntry entry : stage) {
          int of = pointer.counts().lists().getOrDefault(RankingList.stage(entry.stage()).id(), 0);
          if (tier.equals(uses.tier(entry.rank().stage(), of)) && isPublic(entry)) {
            listed.add(new Listed(listed.size() + 1, tier, entry));
          }
        }
      }
    }
    return listed;
  }

  private boolean isPublic(RankingEntry entry) {
    Integer overall = entry.rank().overall();
    return disclosure.names(overall == null ? entry.rank().stage() : overall, true);
  }

  /** The entries down to a rank. */
  private List<RankingEntry> best(Pointer pointer, RankingList list, int last) {
    var best = new ArrayList<RankingEntry>();
    for (int number = 0; ; number++) {
      Optional<RankingPage> page = rankings.page(pointer.generation(), list, number);
      if (page.isEmpty()) {
        return best;
      }
      for (RankingEntry entry : page.get().entries()) {
        if (entry.rank().stage() > last) {
          return best;
        }
        best.add(entry);
      }
    }
  }
}
