package innovation.points.scoring.plan;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.TextIndex;
import innovation.points.scoring.rulebook.LevelPoints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points by the levels of the items that count (表3, 表5).
 *
 * @param eachItem whether every item counts; otherwise each level counts once
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
record Levels(Selection items, TextIndex by, String[] levels, double[] points, boolean eachItem) {

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
        names.stream().mapToDouble(levels.points()::get).toArray(),
        levels.eachItem());
  }

  /** The sum over the levels that an item has, or over the items. */
  double sum(Subject subject, @Nullable Listener listener) {
    if (!items.any(subject)) {
      return 0;
    }
    double sum = 0;
    for (int level = 0; level < points.length; level++) {
      int count = count(level, subject);
      if (count > 0) {
        double earned = eachItem ? points[level] * count : points[level];
        sum += earned;
        if (listener != null) {
          listener.met(levels[level], earned, of(level, subject));
        }
      }
    }
    return sum;
  }

  private int count(int level, Subject subject) {
    int count = 0;
    for (int item = items.next(subject, 0); item >= 0; item = items.next(subject, item + 1)) {
      if (by.of(items.slots(subject, item)) == level) {
        count++;
      }
    }
    return count;
  }

  private List<LineItem> of(int level, Subject subject) {
    return items.of(subject).stream().filter(item -> by.of(item.slots()) == level).toList();
  }
}
