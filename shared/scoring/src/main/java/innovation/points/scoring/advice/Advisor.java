package innovation.points.scoring.advice;

import innovation.points.scoring.advice.Advice.Step;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Searches for changes that would raise an enterprise's total. Every gain is computed by the
 * scorer; steps that lower the total are not offered. Thread-safe.
 */
public final class Advisor {
  private static final double LEAST = 0.01;
  private static final double RARE = 0.1;
  private static final int PLACES = 2;

  private final Rulebook rulebook;
  private final Scorer scorer;
  private final Steps steps;
  private final Bounds bounds;

  /** The share of the stage's enterprises that have reached a value. */
  @FunctionalInterface
  public interface Reached {
    /**
     * A share, 0 to 1; 1 where nothing is known of the other enterprises.
     *
     * @param indicator its id
     * @param value in the indicator's unit
     */
    double share(String indicator, double value);
  }

  /**
   * @param rulebook resolved for the year of the advice
   */
  public Advisor(Rulebook rulebook, FieldRules fields) {
    this.rulebook = rulebook;
    this.scorer = new Scorer(rulebook);
    this.steps = new Steps(rulebook, fields);
    this.bounds = new Bounds(rulebook);
  }

  /** The advice; empty for an enterprise without a score. */
  public Advice advise(ScoringInput input, Reached reached) {
    Optional<Trials> trials = Trials.of(scorer, input);
    if (trials.isEmpty()) {
      return Advice.NONE;
    }
    List<Step> found = new ArrayList<>();
    for (int i = 0; i < rulebook.indicators().size(); i++) {
      step(i, trials.get(), reached).ifPresent(found::add);
    }
    found.sort(
        Comparator.comparing(Step::rare)
            .thenComparing(Comparator.comparingDouble(Step::total).reversed())
            .thenComparing(Step::indicator));
    Scored now = trials.get().now();
    return new Advice(new Advice.Start(now.total(), now.stage()), found, bounds.of(trials.get()));
  }

  /** The smallest step on an indicator that raises the total. */
  private Optional<Step> step(int index, Trials trials, Reached reached) {
    for (Steps.Candidate candidate : steps.of(index, trials)) {
      Scored then = trials.with(candidate.changes());
      if (then != null) {
        double points = Rounding.halfEven(then.points(index) - trials.now().points(index), PLACES);
        double total = trials.gain(then);
        if (points > 0 && total >= LEAST) {
          return Optional.of(step(index, candidate, then, points, total, reached));
        }
      }
    }
    return Optional.empty();
  }

  private Step step(
      int index,
      Steps.Candidate candidate,
      Scored then,
      double points,
      double total,
      Reached reached) {
    Rulebook.Indicator indicator = rulebook.indicators().get(index);
    double value = Objects.requireNonNull(then.value(index));
    return new Step(
        indicator.id(),
        indicator.name(),
        candidate.words(),
        candidate.changes(),
        points,
        total,
        then.stage(),
        reached.share(indicator.id(), value) < RARE);
  }
}
