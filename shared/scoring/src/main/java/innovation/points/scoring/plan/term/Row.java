package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;
import java.util.List;

/**
 * One enterprise in the columns of a plan, to explain its numbers.
 *
 * @param terms of the plan, by column
 * @param columns that have been computed
 * @param at its place in each column
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record Row(Subject subject, List<Term> terms, double[][] columns, int at) {

  public int year() {
    return subject.year();
  }

  public double number(int column) {
    return columns[column][at];
  }

  public boolean missing(int column) {
    return Double.isNaN(number(column));
  }

  public void explain(int column, FactTrace trace) {
    terms.get(column).explain(this, trace);
  }
}
