package innovation.points.scoring.plan.term;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.FieldSlot;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import java.util.Arrays;
import java.util.List;

/**
 * The sum of a field over the items that count; without any 0, or missing where they were not
 * delivered.
 */
public record SumTerm(Selection selection, FieldSlot field) implements ReadTerm {

  public static SumTerm of(Selection selection, String field) {
    return new SumTerm(selection, new FieldSlot(field, Layout.Kind.AMOUNT));
  }

  @Override
  public double read(Subject subject) {
    int count = selection.count(subject);
    if (count == 0) {
      return selection.none(subject);
    }
    double[] amounts = new double[count];
    int item = -1;
    for (int i = 0; i < count; i++) {
      item = selection.next(subject, item + 1);
      double amount = field.number(selection.slots(subject, item));
      amounts[i] = Double.isNaN(amount) ? 0 : amount;
    }
    // Added in order of size, so that the sum does not depend on the order of files and rows.
    Arrays.sort(amounts);
    double sum = 0;
    for (double amount : amounts) {
      sum += amount;
    }
    return sum;
  }

  @Override
  public Selection only() {
    return selection;
  }

  @Override
  public void explain(Row row, FactTrace trace) {
    List<LineItem> items = selection.of(row.subject());
    if (items.isEmpty()) {
      selection.noteNone(row.subject(), trace);
    }
    items.forEach(item -> selection.note(item, field.field(), trace));
  }
}
