package innovation.points.datasets.reading.cell;

import innovation.points.datasets.problem.ProblemCode;
import innovation.points.scoring.facts.Value;

/** What a cell says, once its column is known. */
public sealed interface Entry {

  /** Nothing, or a mark for nothing. */
  record Missing() implements Entry {}

  record Good(Value value) implements Entry {}

  /**
   * A value that is not quite what the cell holds.
   *
   * @param what was done, and why, a sentence
   */
  record Repaired(Value value, String what) implements Entry {}

  /** Something that does not fit the column. */
  record Bad(ProblemCode code, String message) implements Entry {}

  static Entry good(Value value) {
    return new Good(value);
  }

  static Entry bad(ProblemCode code, String message) {
    return new Bad(code, message);
  }
}
