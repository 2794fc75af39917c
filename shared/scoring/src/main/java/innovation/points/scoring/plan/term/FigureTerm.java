package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.Subject.Figure;

/**
 * A figure of the evaluation year or of one before it.
 *
 * @param back years before the evaluation year
 */
public record FigureTerm(Figure figure, int back) implements ReadTerm {

  @Override
  public double read(Subject subject) {
    return subject.figure(figure, subject.year() - back);
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    row.subject().note(figure.field(), row.year() - back, true, trace);
  }
}
