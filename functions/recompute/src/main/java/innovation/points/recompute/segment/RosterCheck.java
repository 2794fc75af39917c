package innovation.points.recompute.segment;

import innovation.points.store.scores.ScoresTable;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the enterprises of a run with those of a generation, both in {@link ScoresTable#ORDER}.
 * Holds one code of each. Used once, by one thread.
 */
public final class RosterCheck {

  private final Iterator<Merged.Item<String>> roster;
  private final Consumer<String> onlyHere;
  private final Consumer<String> onlyThere;
  private @Nullable String next;

  /**
   * Compares.
   *
   * @param roster the run's
   * @param onlyHere takes those the generation lacks
   * @param onlyThere takes those only the generation has
   */
  public RosterCheck(
      Iterator<Merged.Item<String>> roster, Consumer<String> onlyHere, Consumer<String> onlyThere) {
    this.roster = roster;
    this.onlyHere = onlyHere;
    this.onlyThere = onlyThere;
    advance();
  }

  /** Takes the next enterprises of the generation. */
  public void found(List<String> usccs) {
    for (String uscc : usccs) {
      while (next != null && ScoresTable.ORDER.compare(next, uscc) < 0) {
        onlyHere.accept(next);
        advance();
      }
      if (uscc.equals(next)) {
        advance();
      } else {
        onlyThere.accept(uscc);
      }
    }
  }

  /** There are no more of the generation. */
  public void end() {
    while (next != null) {
      onlyHere.accept(next);
      advance();
    }
  }

  private void advance() {
    next = roster.hasNext() ? roster.next().record() : null;
  }
}
