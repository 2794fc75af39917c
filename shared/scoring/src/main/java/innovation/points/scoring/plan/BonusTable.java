package innovation.points.scoring.plan;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Bonus;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.BonusRule;
import innovation.points.scoring.rulebook.Rulebook.LevelPoints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bonus table (表5, rules §5). */
final class BonusTable {
  private record Line(BonusRule rule, Selection items) {}

  private final Line[] lines;

  BonusTable(Rulebook rulebook, Selections selections) {
    this.lines =
        rulebook.bonus().stream()
            .map(rule -> new Line(rule, selections.of(rule.items())))
            .toArray(Line[]::new);
  }

  /** The points added; also adds each bonus to {@code out} unless it is null. */
  double added(Subject subject, @Nullable List<Bonus> out) {
    double sum = 0;
    for (Line line : lines) {
      if (line.items().count(subject) > 0) {
        sum += byLevel(line, subject, out);
      }
    }
    return sum;
  }

  private static double byLevel(Line line, Subject subject, @Nullable List<Bonus> out) {
    List<LineItem> items = line.items().of(subject);
    LevelPoints levels = line.rule().levels();
    double sum = 0;
    for (Map.Entry<String, Double> level : levels.points().entrySet()) {
      List<LineItem> ofLevel = NegativeList.ofLevel(items, levels.by(), level.getKey());
      if (!ofLevel.isEmpty()) {
        sum += level.getValue();
        if (out != null) {
          FactTrace trace = new FactTrace();
          line.items().note(ofLevel, trace);
          out.add(new Bonus(line.rule().id(), level.getKey(), level.getValue(), trace.used()));
        }
      }
    }
    return sum;
  }
}
