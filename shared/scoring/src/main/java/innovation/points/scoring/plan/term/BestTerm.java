package innovation.points.scoring.plan.term;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.TextIndex;
import java.util.List;
import java.util.Map;

/**
 * The highest share among the items that count, by the value of a field; without any item 0, or
 * missing where they were not delivered.
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record BestTerm(Selection selection, TextIndex levels, double[] shares) implements ReadTerm {

  public static BestTerm of(Selection selection, String by, Map<String, Double> shares) {
    List<String> levels = List.copyOf(shares.keySet());
    return new BestTerm(
        selection, new TextIndex(by, levels), levels.stream().mapToDouble(shares::get).toArray());
  }

  @Override
  public double read(Subject subject) {
    int item = selection.next(subject, 0);
    if (item < 0) {
      return selection.none(subject);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (; item >= 0; item = selection.next(subject, item + 1)) {
      best = Math.max(best, share(selection.slots(subject, item)));
    }
    return best;
  }

  private double share(Slots item) {
    int level = levels.of(item);
    return level < 0 ? 0 : shares[level];
  }

  @Override
  public Selection only() {
    return selection;
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
      selection.note(items.stream().filter(item -> share(item.slots()) == best).toList(), trace);
    }
  }
}
