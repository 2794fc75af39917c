package innovation.points.lookup.completeness;

import innovation.points.store.filter.OfficeFilter;
import java.util.List;
import java.util.Optional;

/**
 * Which part of the 补数清单 is asked for.
 *
 * @param department only what this department owes
 * @param office only enterprises of these parks, grids and qualifications
 */
record MissingDataFilter(Optional<String> department, OfficeFilter office) {

  boolean letsThrough(MissingData gap) {
    return owes(gap.departments());
  }

  /** Whether one of these departments is asked about. */
  boolean owes(List<String> departments) {
    return department.isEmpty() || departments.contains(department.get());
  }

  /** For the name of a list, so that a cursor belongs to one filter alone. */
  String name() {
    return department.orElse("") + "/" + office;
  }
}
