package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.Subject;

/** A column that is read from the facts of each enterprise. */
public non-sealed interface ReadTerm extends Term {

  /** The number of one enterprise. */
  double read(Subject subject);
}
