package innovation.points.ingest.reconcile;

import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactsTable;
import innovation.points.web.event.Deadline;
import java.time.Duration;
import java.util.List;

/**
 * Writes the facts of a file, those of a large one at most three slices ahead of the draft. The
 * stream is read in order, and facts are written many times faster than they are scored: who
 * changes something after a large file would otherwise wait until all of it is scored.
 */
final class DraftPace {

  /** Enterprises; the stream hands over as many records at once. */
  private static final int SLICE = 1_000;

  private static final int AHEAD = 2;
  private static final Duration POLL = Duration.ofMillis(200);

  /** Waits until it is taken that nobody follows the stream, as in an outage. */
  private static final int MOST = 100;

  private final FactsTable facts;
  private final String file;
  private final Deadline deadline;
  private boolean followed = true;
  private int slices;

  DraftPace(FactsTable facts, String file, Deadline deadline) {
    this.facts = facts;
    this.file = file;
    this.deadline = deadline;
  }

  void put(List<Contribution> contributions) {
    for (int start = 0; start < contributions.size(); start += SLICE) {
      if (slices > 0 && followed) {
        followed = comesNear();
      }
      facts.put(contributions.subList(start, Math.min(start + SLICE, contributions.size())));
      slices++;
    }
  }

  /** Waits until all but the last three slices are scored; false where they are not. */
  private boolean comesNear() {
    String mark = file + "#" + slices % AHEAD;
    for (int waits = 0; facts.isMarked(mark); waits++) {
      if (waits == MOST) {
        return false;
      }
      deadline.check();
      deadline.sleep(POLL);
    }
    facts.mark(mark);
    return true;
  }
}
