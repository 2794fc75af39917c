package innovation.points.lookup.completeness;

import innovation.points.store.scores.ScoreRow;
import java.util.List;
import java.util.Optional;

/**
 * Which part of the 补数清单 is asked for.
 *
 * @param department only what this department owes
 * @param grid only enterprises of this 所属网格: {@code 07-32}, or {@code 07} for all within
 */
record MissingDataFilter(Optional<String> department, Optional<String> grid) {

  boolean mayLetThrough(ScoreRow row) {
    String own = row.grid();
    return grid.isEmpty()
        || (own != null && (own.equals(grid.get()) || own.startsWith(grid.get() + "-")));
  }

  boolean letsThrough(MissingData gap) {
    return owes(gap.departments());
  }

  /** Whether one of these departments is asked about. */
  boolean owes(List<String> departments) {
    return department.isEmpty() || departments.contains(department.get());
  }

  /** For the name of a list, so that a cursor belongs to one filter alone. */
  String name() {
    return department.orElse("") + "/" + grid.orElse("");
  }
}
