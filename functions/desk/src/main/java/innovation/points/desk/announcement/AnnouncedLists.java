package innovation.points.desk.announcement;

import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.scoring.rulebook.Uses.Tier;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.Rankings;
import innovation.points.store.publication.TopOfStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is on the announced lists of a publication, in the order of the annex. Thread-safe. */
final class AnnouncedLists {

  private final TopOfStage top;
  private final Disclosure disclosure;

  /**
   * An enterprise on a list.
   *
   * @param number its place in the annex, from 1: lists from the best, stages from the youngest,
   *     then by rank
   */
  record Listed(int number, Tier tier, RankingEntry entry) {}

  AnnouncedLists(Rankings rankings, Disclosure disclosure) {
    this.top = new TopOfStage(rankings);
    this.disclosure = disclosure;
  }

  /** Everybody who is on a list and public; nobody where ranks within stages are not public. */
  List<Listed> of(Pointer pointer, Rulebook rules, Uses uses) {
    if (!disclosure.places()) {
      return List.of();
    }
    record Placed(Tier tier, RankingEntry entry) {}
    List<String> stages = rules.stages().stream().map(Rulebook.Stage::id).toList().reversed();
    List<Placed> best =
        top.find(
                pointer,
                stages,
                uses.tiers().getLast().upTo(),
                (entry, of) ->
                    Optional.ofNullable(uses.tier(entry.rank().stage(), of))
                        .filter(_ -> isPublic(entry))
                        .map(tier -> new Placed(tier, entry)),
                Integer.MAX_VALUE,
                null)
            .items();
    var listed = new ArrayList<Listed>();
    for (Tier tier : uses.tiers()) {
      for (Placed one : best) {
        if (one.tier().equals(tier)) {
          listed.add(new Listed(listed.size() + 1, tier, one.entry()));
        }
      }
    }
    return listed;
  }

  private boolean isPublic(RankingEntry entry) {
    Integer overall = entry.rank().overall();
    return disclosure.names(overall == null ? entry.rank().stage() : overall, true);
  }
}
