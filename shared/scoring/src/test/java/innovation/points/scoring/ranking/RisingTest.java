package innovation.points.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.ranking.Rising.Standing;
import innovation.points.scoring.rulebook.Rulebook;
import org.junit.jupiter.api.Test;

class RisingTest {
  private static final Rising BY_TOTAL = new Rising(Rulebooks.named("xinxiang-2022-110"));
  private static final Rising BY_PLACE =
      new Rising(
          Rulebooks.proposed().stream()
              .filter((Rulebook one) -> !one.ranks().overall())
              .findFirst()
              .orElseThrow());

  @Test
  void theTotalDecidesWhereThereAreRanksAmongAll() {
    Standing before = new Standing("growth", 50, 3, 100);
    assertThat(BY_TOTAL.since(before, new Standing("expansion", 45, 1, 10))).isNegative();
    assertThat(BY_TOTAL.since(before, new Standing("growth", 50.01, 9, 100))).isPositive();
    assertThat(BY_TOTAL.since(before, new Standing("growth", 50, 1, 100))).isZero();
  }

  @Test
  void whoeverIsInAHigherStageHasRisenWhereThereAreNone() {
    Standing before = new Standing("growth", 50, 3, 100);
    assertThat(BY_PLACE.since(before, new Standing("expansion", 45, 10, 10))).isPositive();
    assertThat(BY_PLACE.since(before, new Standing("startup", 60, 1, 10))).isNegative();
  }

  @Test
  void withinAStageTheShareBehindDecides() {
    Standing before = new Standing("growth", 50, 3, 100);
    assertThat(BY_PLACE.since(before, new Standing("growth", 40, 2, 100))).isPositive();
    assertThat(BY_PLACE.since(before, new Standing("growth", 60, 2, 40))).isNegative();
    assertThat(BY_PLACE.since(before, new Standing("growth", 60, 2, 50))).isZero();
  }
}
