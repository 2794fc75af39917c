package innovation.points.scoring.plan;

import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Bonus;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.BonusRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bonus table (表5, rules §5). */
final class BonusTable {
  private record Line(BonusRule rule, Levels levels) {}

  private final Line[] lines;

  BonusTable(Rulebook rulebook, Selections selections) {
    this.lines =
        rulebook.bonus().stream()
            .map(rule -> new Line(rule, Levels.of(selections.of(rule.items()), rule.levels())))
            .toArray(Line[]::new);
  }

  /** The points added; also adds each bonus to {@code out} unless it is null. */
  double added(Subject subject, @Nullable List<Bonus> out) {
    double sum = 0;
    for (Line line : lines) {
      sum += line.levels().sum(subject, out == null ? null : listener(line, out));
    }
    return sum;
  }

  private static Levels.Listener listener(Line line, List<Bonus> out) {
    return (level, points, items) -> {
      FactTrace trace = new FactTrace();
      line.levels().items().note(items, trace);
      out.add(new Bonus(line.rule().id(), level, points, trace.used()));
    };
  }
}
