package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The benchmark's reference computes what the rules do: else it would prove nothing. */
class PlainLoopTest {

  private static final int ENTERPRISES = 3_000;

  @Test
  void thePlainLoopScoresAsTheRulebookDoes() {
    List<EnterpriseFacts> pool =
        IntStream.range(0, ENTERPRISES).mapToObj(BenchmarkZone::enterprise).toList();
    var loop = PlainLoop.of(pool);
    var rulebook = Rulebooks.named("xinxiang-2022-110");
    var scorer = new Scorer(rulebook);
    var stage = new byte[1];
    int compared = 0;
    for (int number = 0; number < ENTERPRISES; number++) {
      double plain = loop.score(number, stage, 0);
      var evaluation =
          scorer.score(BenchmarkZone.YEAR, pool.get(number), BenchmarkZone.DELIVERIES, Map.of());
      if (evaluation instanceof Scored scored) {
        assertThat(rulebook.stages().get(stage[0]).id()).isEqualTo(scored.stage());
        // The loop adds up in another order and rounds in the plain way.
        assertThat(plain).as("enterprise %d", number).isCloseTo(scored.total(), within(0.0101));
        compared++;
      } else {
        assertThat(plain).as("enterprise %d", number).isNaN();
      }
    }
    assertThat(compared).isBetween(ENTERPRISES * 9 / 10, ENTERPRISES - 1);
  }
}
