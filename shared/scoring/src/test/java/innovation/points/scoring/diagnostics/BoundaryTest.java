package innovation.points.scoring.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit says of the bounds of stages is what scoring both sides of them gives. */
class BoundaryTest {

  private static final Scorer SCORER = new Scorer(DiagnosticSamples.RULEBOOK);

  private static double revenue(Scored scored) {
    Fact fact = scored.input().facts().year(scored.year()).fact("revenue");
    return fact != null && fact.value() instanceof Value.Amount(double amount)
        ? amount
        : Double.NaN;
  }

  /** The enterprise with another revenue in the year. */
  private static Scored with(Scored scored, double revenue) {
    EnterpriseFacts facts = scored.input().facts();
    YearFacts year = facts.year(scored.year());
    var years = new HashMap<>(facts.years());
    years.put(
        scored.year(),
        year.with(
            java.util.Map.of("revenue", java.util.Optional.of(Value.of(revenue))),
            Objects.requireNonNull(year.fact("revenue")).source()));
    return (Scored)
        SCORER.score(
            scored.year(),
            new EnterpriseFacts(facts.uscc(), years, facts.items()),
            scored.input().deliveries(),
            scored.input().publishedStages());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isWhatScoringBothSidesGives(long seed) {
    List<Scored> zone = DiagnosticSamples.random(300, seed);
    List<Boundary> boundaries = Diagnostics.of(DiagnosticSamples.of(zone)).boundaries();
    assertThat(boundaries).isNotEmpty();
    for (Boundary boundary : boundaries) {
      List<Double> changes = new ArrayList<>();
      for (Scored one : zone) {
        if (one.ranked() && Math.abs(revenue(one) - boundary.at()) <= boundary.at() / 4) {
          Scored below = with(one, boundary.at() - 0.01);
          Scored above = with(one, boundary.at());
          if (below.stage().equals(boundary.from()) && above.stage().equals(boundary.to())) {
            changes.add(above.total() - below.total());
          }
        }
      }
      changes.sort(null);
      assertThat(boundary.enterprises()).isEqualTo(changes.size());
      assertThat(boundary.worst()).isCloseTo(changes.getFirst(), within(0.005));
      assertThat(boundary.median())
          .isBetween(
              changes.get((changes.size() - 1) / 2) - 0.006,
              changes.get(changes.size() / 2) + 0.006);
      assertThat(boundary.shareLosing() * changes.size())
          .isCloseTo(
              (double) changes.stream().filter(change -> change < -0.004).count(), within(0.1));
      assertThat(boundary.figures()).hasSameSizeAs(boundary.through().getFirst().totals());
    }
  }

  @Test
  void nobodyNearMakesNone() {
    assertThat(Diagnostics.of(DiagnosticSamples.of(List.of())).boundaries()).isEmpty();
  }
}
