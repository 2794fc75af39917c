package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import org.jspecify.annotations.Nullable;

/** A column that is read from the facts of each enterprise. */
public non-sealed interface ReadTerm extends Term {

  /** The number of one enterprise. */
  double read(Subject subject);

  /** The items without which the number is that of none; null where it has no single selection. */
  default @Nullable Selection only() {
    return null;
  }
}
