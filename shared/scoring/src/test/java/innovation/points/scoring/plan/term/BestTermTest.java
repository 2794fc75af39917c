package innovation.points.scoring.plan.term;

import static innovation.points.scoring.plan.term.CountedItems.RECORDS;
import static innovation.points.scoring.plan.term.CountedItems.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BestTermTest {
  private final CountedItems items = new CountedItems();
  private final BestTerm best =
      BestTerm.of(items.of(RECORDS, "创新创业赛事"), "level", Map.of("国家级", 1.0, "省级", 0.7));

  @Test
  void takesTheHighestShareOfAnItemThatCounts() {
    assertThat(
            best.read(
                items.with(
                    RECORDS,
                    record("创新创业赛事", "市级"),
                    record("创新创业赛事", "省级"),
                    record("科技奖励", "国家级"))))
        .isEqualTo(0.7);
  }

  @Test
  void aLevelWithoutAShareAndNoItemEarnNothing() {
    assertThat(best.read(items.with(RECORDS, record("创新创业赛事", "市级")))).isZero();
    assertThat(best.read(items.undelivered())).isZero();
  }
}
