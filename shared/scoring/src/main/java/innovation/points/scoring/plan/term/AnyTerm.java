package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 1 where there is an item of any selection; without any 0, or missing where one was not delivered.
 */
public record AnyTerm(List<Selection> selections) implements ReadTerm {

  @Override
  public double read(Subject subject) {
    double none = 0;
    for (int i = 0; i < selections.size(); i++) {
      if (selections.get(i).any(subject)) {
        return 1;
      }
      none += selections.get(i).none(subject);
    }
    return none;
  }

  @Override
  public @Nullable Selection only() {
    return selections.size() == 1 ? selections.getFirst() : null;
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    for (Selection selection : selections) {
      if (!selection.any(row.subject())) {
        selection.noteNone(row.subject(), trace);
      }
      selection.note(selection.of(row.subject()), trace);
    }
  }
}
