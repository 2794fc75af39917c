package innovation.points.scoring.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Support that the result opens to an enterprise, other than money paid as a reward (五(二), 五(四)).
 *
 * @param name in the words of the document
 * @param basis of the support; that of its conditions is in {@code when}
 */
public record Benefit(String id, String name, When when, Department department, Basis basis) {

  /**
   * The office that grants it.
   *
   * @param id as in the catalogue of the zone, where the office takes part; what no catalogue knows
   *     has a list for the bureau only
   */
  public record Department(String id, String name) {}

  /**
   * The conditions, all of which must hold.
   *
   * @param stages ids; empty: any stage
   * @param tiers ids of the announced lists; empty: whether it is on one does not matter
   * @param upTo percent of the ranked enterprises of the stage; null: any place, and none
   * @param item what it must have; null: nothing
   */
  public record When(
      List<String> stages,
      List<String> tiers,
      @Nullable Integer upTo,
      @Nullable Items item,
      Basis basis) {
    public When {
      stages = List.copyOf(stages);
      tiers = List.copyOf(tiers);
    }
  }
}
