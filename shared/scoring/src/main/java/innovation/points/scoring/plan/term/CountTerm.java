package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;

/** The number of items that count; without any 0, or missing where they were not delivered. */
public record CountTerm(Selection selection) implements ReadTerm {

  @Override
  public double read(Subject subject) {
    int count = selection.count(subject);
    return count == 0 ? selection.none(subject) : count;
  }

  @Override
  public Selection only() {
    return selection;
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    if (!selection.any(row.subject())) {
      selection.noteNone(row.subject(), trace);
    }
    selection.note(selection.of(row.subject()), trace);
  }
}
