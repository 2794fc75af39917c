package innovation.points.store.uploads;

import java.util.Optional;
import java.util.Set;

/**
 * The state of one key, as its lease holder sees it.
 *
 * @param wanted how many hints named the key so far
 * @param touched the versions that may have facts in the table: one or none when settled
 * @param progress the progress of a change that is not settled
 */
public record KeyState(long wanted, Set<String> touched, Optional<Progress> progress) {
  public KeyState {
    touched = Set.copyOf(touched);
  }

  /** Whether the table holds the facts of exactly these versions, and no change was broken off. */
  public boolean settledOn(Set<String> versions) {
    return touched.equals(versions) && progress.isEmpty();
  }

  /**
   * A checkpoint inside one change of facts.
   *
   * @param change names the change (target, what it replaces, how it is cut): another change starts
   *     anew
   * @param done how many parts are written
   */
  public record Progress(String change, int done) {}
}
