package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;

/**
 * One column of a plan: how its numbers come about, and the same in words. A number is known,
 * missing ({@link Subject#MISSING}) or without a positive base ({@link
 * innovation.points.scoring.result.Outcome#NO_BASE}); loops tell these apart by their bits, people
 * by {@link innovation.points.scoring.result.Outcome}.
 */
public sealed interface Term permits ReadTerm, Operator {

  /** Records the facts behind the number of one enterprise, and what there is to say about it. */
  void explain(Row row, FactTrace trace);
}
