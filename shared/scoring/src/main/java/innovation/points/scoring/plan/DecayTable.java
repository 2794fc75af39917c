package innovation.points.scoring.plan;

import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Plain;
import innovation.points.scoring.rulebook.DecayRule;
import innovation.points.scoring.rulebook.DecayRule.Band;
import innovation.points.scoring.rulebook.DecayRule.DecayBy;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Total;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decay table (表4, rules §6). */
final class DecayTable {
  private final Stages stages;
  private final DecayRule[] rules;
  private final boolean leastOnly;

  DecayTable(Rulebook rulebook, Stages stages) {
    this.stages = stages;
    this.rules = rulebook.decay().toArray(DecayRule[]::new);
    this.leastOnly = rulebook.total().decays() == Total.Decays.LEAST;
  }

  /**
   * The product of the factors, or the least of them alone where the rulebook says so; 1 without
   * any. Also adds each decay that applies to {@code out} unless it is null.
   */
  double factor(Subject subject, int stage, @Nullable List<Decay> out) {
    double product = 1;
    for (DecayRule rule : rules) {
      int count =
          switch (rule.by()) {
            case DecayBy.AgeInStage(String in) ->
                stages.id(stage).equals(in) ? stages.age(subject) : 0;
            case DecayBy.YearsInStage(String in) ->
                stages.id(stage).equals(in) ? subject.year() - firstOfRun(subject, stage) : 0;
            case DecayBy.StepsDown(int falls) -> stepsDown(subject, stage, falls);
          };
      Band band = band(rule, count);
      if (band != null && !(leastOnly && band.factor() >= product)) {
        product = leastOnly ? band.factor() : product * band.factor();
        if (leastOnly && out != null) {
          out.clear();
        }
        if (out != null) {
          out.add(new Decay(rule.id(), band.factor(), reason(rule, band, count, subject, stage)));
        }
      }
    }
    return product;
  }

  private static @Nullable Band band(DecayRule rule, int count) {
    List<Band> bands = rule.bands();
    for (int i = bands.size() - 1; i >= 0; i--) {
      if (count >= bands.get(i).from()) {
        return bands.get(i);
      }
    }
    return null;
  }

  /** The first year of the run that ends in the evaluation year; unknown years do not break it. */
  private int firstOfRun(Subject subject, int stage) {
    int first = subject.year();
    int earliest = stages.firstYear(subject);
    for (int year = first - 1; year >= earliest; year--) {
      int then = stages.earlier(subject, year);
      if (then == stage) {
        first = year;
      } else if (then != Stages.UNKNOWN) {
        break;
      }
    }
    return first;
  }

  private int stepsDown(Subject subject, int stage, int falls) {
    if (stage == 0) {
      return 0;
    }
    int age = stages.age(subject);
    int steps = 0;
    int lower = stage;
    for (int fall = 1; fall <= falls; fall++) {
      int upper = stages.earlier(subject, subject.year() - fall);
      int down = upper == Stages.UNKNOWN ? 0 : steps(upper, lower, age);
      if (down == 0) {
        break;
      }
      steps += down;
      lower = upper;
    }
    return steps;
  }

  /**
   * The number of open stages passed on the way down; 0 where the stage did not fall or is unknown.
   */
  private int steps(int upper, int lower, int age) {
    if (!stages.open(upper, age)) {
      return 0;
    }
    int steps = 0;
    for (int stage = upper + 1; stage <= lower; stage++) {
      if (stages.open(stage, age)) {
        steps++;
      }
    }
    return steps;
  }

  private String reason(DecayRule rule, Band band, int count, Subject subject, int stage) {
    String times = "，乘以 " + Plain.number(band.factor());
    return switch (rule.by()) {
      case DecayBy.AgeInStage in -> "处于" + stages.name(stage) + "，成立已满 " + count + " 年" + times;
      case DecayBy.YearsInStage in ->
          "自 "
              + (subject.year() - count)
              + " 年起处于"
              + stages.name(stage)
              + "，已 "
              + count
              + " 年"
              + times;
      case DecayBy.StepsDown in -> {
        int before = stages.earlier(subject, subject.year() - 1);
        yield "由"
            + stages.name(before)
            + "降为"
            + stages.name(stage)
            + "，连续下降共 "
            + count
            + " 级"
            + times;
      }
    };
  }
}
