package innovation.points.scoring.plan.term;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.FieldSlot;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import java.util.List;
import java.util.Map;

/**
 * The highest share among the items that count, by the value of a field; without any item 0, or
 * missing where they were not delivered.
 */
public record BestTerm(Selection selection, FieldSlot by, Map<String, Double> shares)
    implements ReadTerm {

  public static BestTerm of(Selection selection, String by, Map<String, Double> shares) {
    return new BestTerm(selection, new FieldSlot(by, Layout.Kind.TEXT), shares);
  }

  @Override
  public double read(Subject subject) {
    List<LineItem> items = selection.inAnyOrder(subject);
    if (items.isEmpty()) {
      return selection.none(subject);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (LineItem item : items) {
      best = Math.max(best, share(item));
    }
    return best;
  }

  private double share(LineItem item) {
    String level = by.text(item.slots());
    return level == null ? 0 : shares.getOrDefault(level, 0.0);
  }

  /** The items of the highest share, where that earns anything. */
  @Override
  public void explain(Row row, FactTrace trace) {
    List<LineItem> items = selection.of(row.subject());
    if (items.isEmpty()) {
      selection.noteNone(row.subject(), trace);
      return;
    }
    double best = read(row.subject());
    if (best > 0) {
      selection.note(items.stream().filter(item -> share(item) == best).toList(), trace);
    }
  }
}
