package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.plan.reading.FieldSlot;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.rulebook.LevelPoints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Points by the levels of the items that count, each level once (表3, 表5). */
record Levels(Selection items, FieldSlot by, Map<String, Double> points) {

  /** Told of each level that earns or costs points. */
  interface Listener {
    void met(String level, double points, List<LineItem> items);
  }

  static Levels of(Selection items, LevelPoints levels) {
    return new Levels(items, new FieldSlot(levels.by(), Layout.Kind.TEXT), levels.points());
  }

  /** The sum over the levels that an item has. */
  double sum(Subject subject, @Nullable Listener listener) {
    if (!items.any(subject)) {
      return 0;
    }
    List<LineItem> counting = listener == null ? items.inAnyOrder(subject) : items.of(subject);
    double sum = 0;
    for (Map.Entry<String, Double> level : points.entrySet()) {
      if (has(level.getKey(), counting)) {
        sum += level.getValue();
        if (listener != null) {
          listener.met(
              level.getKey(),
              level.getValue(),
              counting.stream().filter(item -> is(level.getKey(), item)).toList());
        }
      }
    }
    return sum;
  }

  private boolean has(String level, List<LineItem> items) {
    for (int i = 0; i < items.size(); i++) {
      if (is(level, items.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean is(String level, LineItem item) {
    return level.equals(by.text(item.slots()));
  }
}
