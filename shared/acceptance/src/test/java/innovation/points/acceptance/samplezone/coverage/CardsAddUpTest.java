package innovation.points.acceptance.samplezone.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.acceptance.samplezone.SampleZoneTest;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.YearScorer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The totals on the cards of the sample zone can be recalculated from their parts. */
class CardsAddUpTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @Test
  void everyRankedCardOfEveryYearAddsUp() throws IOException {
    ReadZone zone = ReadZone.read(SampleZoneTest.EVENTS);
    var scorer = new YearScorer(Rulebooks.named("xinxiang-2022-110"), RewardTerms.DEFAULT);
    int ranked = 0;
    for (int year = SampleItems.FIRST_FILE_YEAR; year <= SampleItems.LAST_FILE_YEAR; year++) {
      for (EnterpriseFacts facts : zone.facts().values()) {
        var assessed = scorer.score(year, facts, zone.deliveries(), Map.of(), NOON);
        if (assessed.isPresent() && assessed.get().ranks()) {
          addsUp(assessed.get().row().card());
          ranked++;
        }
      }
    }
    assertThat(ranked).isGreaterThan(300);
  }

  private static void addsUp(Card card) {
    Card.Addition addition = Objects.requireNonNull(card.addition());
    Map<String, Double> categories = Objects.requireNonNull(card.categories());
    double rounded = 0;
    for (var weight : addition.weights().entrySet()) {
      rounded += weight.getValue() * Objects.requireNonNull(categories.get(weight.getKey()));
    }
    assertThat(rounded).isCloseTo(addition.weighted(), within(0.005));
    Card.Adjustments adjustments = addition.adjustments();
    double total =
        Math.max(0, addition.weighted() - adjustments.deductions() + adjustments.bonus())
            * adjustments.factor();
    assertThat(BigDecimal.valueOf(total).setScale(2, RoundingMode.HALF_EVEN).doubleValue())
        .as(card.toString())
        .isEqualTo(card.total());
  }
}
