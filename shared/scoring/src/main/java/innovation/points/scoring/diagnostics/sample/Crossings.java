package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.advice.Changes;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.StageBound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores enterprises within a quarter of a stage's bound again, at figures through the bound. Not
 * varied is anything but that figure of the year. Thread-safe.
 */
public final class Crossings {

  /** The figures at which totals are computed, as shares of the bound, below it and from it on. */
  private static final List<Double> BELOW = List.of(0.75, 0.8, 0.85, 0.9, 0.95);

  private static final List<Double> FROM = List.of(1.0, 1.05, 1.1, 1.15, 1.2, 1.25);
  private static final double NEAR = 0.25;

  /** Figures have two decimals. */
  private static final double JUST_BELOW = 0.01;

  private static final int PLACES = 2;

  private final Rulebook rulebook;
  private final Scorer scorer;
  private final List<StageBound> bounds;
  private final Assumptions numbers;
  private final int[] category;

  Crossings(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.scorer = new Scorer(rulebook);
    this.bounds = StageBound.of(rulebook);
    this.numbers = Assumptions.of(rulebook);
    this.category = Assumptions.categories(rulebook);
  }

  /** The figures through a bound at which totals are computed; one of them is just below it. */
  public static double[] figures(StageBound bound) {
    return DoubleStream.concat(
            DoubleStream.concat(
                BELOW.stream().mapToDouble(share -> share * bound.at()),
                DoubleStream.of(bound.at() - JUST_BELOW)),
            FROM.stream().mapToDouble(share -> share * bound.at()))
        .toArray();
  }

  List<Crossing> of(Scored scored) {
    List<Crossing> crossings = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      StageBound bound = bounds.get(i);
      ScoringInput input = scored.input();
      Fact fact = input.facts().year(input.year()).fact(bound.field().id());
      if (fact != null
          && fact.value() instanceof Value.Amount(double figure)
          && Math.abs(figure - bound.at()) <= NEAR * bound.at()) {
        @Nullable Scored[] through =
            Arrays.stream(figures(bound))
                .mapToObj(at -> at(input, bound.field(), at))
                .toArray(Scored[]::new);
        Scored below = through[BELOW.size()];
        Scored above = through[BELOW.size() + 1];
        if (below != null && above != null && !below.stage().equals(above.stage())) {
          crossings.add(crossing(i, below, above, through));
        }
      }
    }
    return List.copyOf(crossings);
  }

  private @Nullable Scored at(ScoringInput input, Field field, double figure) {
    var changes = new Changes(Map.of(field.id(), Optional.of(Value.of(figure))), Map.of());
    return scorer.score(changes.applyTo(input)) instanceof Scored scored ? scored : null;
  }

  private Crossing crossing(int bound, Scored below, Scored above, @Nullable Scored[] through) {
    int from = SampledRow.stageOf(below, rulebook);
    int to = SampledRow.stageOf(above, rulebook);
    double weights = 0;
    for (int c = 0; c < rulebook.categories().size(); c++) {
      weights += (numbers.weights()[to][c] - numbers.weights()[from][c]) * below.category(c);
    }
    double[] indicators = new double[category.length];
    for (int i = 0; i < indicators.length; i++) {
      indicators[i] = numbers.weights()[to][category[i]] * (above.points(i) - below.points(i));
    }
    double[] totals =
        Arrays.stream(through)
            .mapToDouble(then -> then == null ? Double.NaN : then.total())
            .toArray();
    double change = Rounding.halfEven(above.total() - below.total(), PLACES);
    return new Crossing(bound, from, to, change, weights, indicators, totals);
  }
}
