package innovation.points.scoring.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankSharesTest {
  private static final int RUNS = 20_000;

  private static int[] readings(int readings, SplittableRandom random) {
    return random.ints(RUNS, 0, readings).toArray();
  }

  @Test
  void aReadingThatAloneMovesTheRanksHasAllOfTheShare() {
    RankShares shares = new RankShares(new int[] {0, 1, 0, 1, 0, 1}, 2);
    shares.add(1, new int[] {1, 2, 1, 2, 1, 2});
    shares.add(2, new int[] {2, 1, 2, 1, 2, 1});
    assertThat(shares.all()).isEqualTo(1);
    assertThat(shares.of(1)).isEqualTo(0.5);
  }

  @Test
  void readingsThatMoveNothingHaveNoneOfTheShareThatChanceHas() {
    SplittableRandom random = new SplittableRandom(1);
    RankShares shares = new RankShares(readings(8, random), 8);
    shares.add(2, random.ints(RUNS, 1, 4).toArray());
    assertThat(shares.all()).isCloseTo(0, within(0.002));
  }

  /** Places off by 0 or 2 by the reading, and by 0 or 2 by chance: each is half of the variance. */
  @Test
  void whatTheReadingAndChanceDoToTheSameExtentIsShared() {
    SplittableRandom random = new SplittableRandom(2);
    int[] readings = readings(2, random);
    int[] ranks = new int[RUNS];
    for (int run = 0; run < RUNS; run++) {
      ranks[run] = 10 + 2 * readings[run] + 2 * random.nextInt(2);
    }
    RankShares shares = new RankShares(readings, 2);
    shares.add(10, ranks);
    assertThat(shares.all()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void tooFewRunsAndRanksThatNeverMoveSayNothing() {
    RankShares few = new RankShares(new int[] {0, 1}, 2);
    few.add(1, new int[] {1, 5});
    assertThat(few.all()).isZero();
    RankShares still = new RankShares(new int[] {0, 1, 1}, 2);
    still.add(1, new int[] {1, 1, 1});
    assertThat(still.all()).isZero();
  }
}
