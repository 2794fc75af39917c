package innovation.points.scoring.plan;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.TextIndex;
import innovation.points.scoring.rulebook.LevelPoints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points by the levels of the items that count, each level once (表3, 表5). */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
record Levels(Selection items, TextIndex by, String[] levels, double[] points) {

  /** Told of each level that earns or costs points. */
  interface Listener {
    void met(String level, double points, List<LineItem> items);
  }

  static Levels of(Selection items, LevelPoints levels) {
    List<String> names = List.copyOf(levels.points().keySet());
    return new Levels(
        items,
        new TextIndex(levels.by(), names),
        names.toArray(String[]::new),
        names.stream().mapToDouble(levels.points()::get).toArray());
  }

  /** The sum over the levels that an item has. */
  double sum(Subject subject, @Nullable Listener listener) {
    if (!items.any(subject)) {
      return 0;
    }
    double sum = 0;
    for (int level = 0; level < points.length; level++) {
      if (has(level, subject)) {
        sum += points[level];
        if (listener != null) {
          listener.met(levels[level], points[level], of(level, subject));
        }
      }
    }
    return sum;
  }

  private boolean has(int level, Subject subject) {
    for (int item = items.next(subject, 0); item >= 0; item = items.next(subject, item + 1)) {
      if (by.of(items.slots(subject, item)) == level) {
        return true;
      }
    }
    return false;
  }

  private List<LineItem> of(int level, Subject subject) {
    return items.of(subject).stream().filter(item -> by.of(item.slots()) == level).toList();
  }
}
