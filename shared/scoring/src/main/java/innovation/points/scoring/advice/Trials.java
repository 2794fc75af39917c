package innovation.points.scoring.advice;

import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rounding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One enterprise's score, with and without changes. */
final class Trials {
  private static final int PLACES = 2;

  private final Scorer scorer;
  private final ScoringInput input;
  private final Scored now;

  private Trials(Scorer scorer, ScoringInput input, Scored now) {
    this.scorer = scorer;
    this.input = input;
    this.now = now;
  }

  /** Empty where the enterprise has no score. */
  static Optional<Trials> of(Scorer scorer, ScoringInput input) {
    return scorer.score(input) instanceof Scored now
        ? Optional.of(new Trials(scorer, input, now))
        : Optional.empty();
  }

  Scored now() {
    return now;
  }

  int year() {
    return input.year();
  }

  /** The score with the changes; null where they leave none. */
  @Nullable Scored with(Changes changes) {
    return scorer.score(changes.applyTo(input)) instanceof Scored then ? then : null;
  }

  /** The gain of the rounded total over the present one. */
  double gain(Scored then) {
    return Rounding.halfEven(then.total() - now.total(), PLACES);
  }

  /** A figure of the year; 0 where none was reported. */
  double figure(String field) {
    Fact fact = input.facts().year(input.year()).fact(field);
    return fact != null && fact.value() instanceof Value.Amount(double amount) ? amount : 0;
  }

  boolean knows(String field) {
    return input.facts().year(input.year()).fact(field) != null;
  }
}
