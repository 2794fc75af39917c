package innovation.points.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.RandomEnterprises;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A zone in columns gets what its enterprises get one by one. */
class ZoneScoresTest {

  @Test
  void columnsGiveWhatRowsGiveToTheLastBit() {
    Plan plan = Plan.of(RandomEnterprises.RULEBOOK);
    Scorer scorer = new Scorer(plan);
    ZoneScores zone = new ZoneScores(plan);
    RandomEnterprises random = new RandomEnterprises(new Random(5));
    List<Evaluation> expected = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      var one = random.next("91410700Z%09d".formatted(i));
      var input =
          new ScoringInput(RandomEnterprises.YEAR, one.facts(), one.deliveries(), one.published());
      expected.add(scorer.score(input));
      zone.add(plan.subject(input));
    }
    zone.rank();

    List<Ranking.Entry> ranked = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < zone.size(); i++) {
      if (expected.get(i) instanceof Scored scored) {
        assertThat(zone.total(i)).isEqualTo(scored.total());
        assertThat(RandomEnterprises.RULEBOOK.stages().get(zone.stage(i)).id())
            .isEqualTo(scored.stage());
        for (int c = 0; c < 3; c++) {
          assertThat(zone.category(c, i)).isEqualTo(scored.category(c));
        }
        if (scored.ranked()) {
          ranked.add(new Ranking.Entry(scored.uscc(), scored.stage(), scored.total()));
          numbers.add(i);
        } else {
          assertThat(zone.overall(i)).isZero();
        }
      } else {
        assertThat(zone.stage(i)).isEqualTo(-1);
        assertThat(zone.overall(i)).isZero();
      }
    }
    Ranking ranking = Ranking.of(ranked);
    assertThat(ranked.size()).isGreaterThan(3 * Block.ROWS);
    for (int i = 0; i < ranked.size(); i++) {
      assertThat(zone.overall(numbers.get(i))).isEqualTo(ranking.rank(i).overall());
      assertThat(zone.inStage(numbers.get(i))).isEqualTo(ranking.rank(i).stage());
    }
  }
}
