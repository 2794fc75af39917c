package innovation.points.scoring.plan.term;

import static innovation.points.scoring.plan.term.CountedItems.CONTRACTS;
import static innovation.points.scoring.plan.term.CountedItems.RECORDS;
import static innovation.points.scoring.plan.term.CountedItems.record;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTermTest {
  private final CountedItems items = new CountedItems();
  private final CountTerm awards = new CountTerm(items.of(RECORDS, "科技奖励", "人才或团队"));
  private final CountTerm contracts = new CountTerm(items.of(CONTRACTS));

  @Test
  void countsItemsOfTheKindsWanted() {
    assertThat(
            awards.read(
                items.with(
                    RECORDS, record("科技奖励", "市级"), record("科技计划项目", "市级"), record("人才或团队", "省级"))))
        .isEqualTo(2);
  }

  @Test
  void isZeroOrMissingWithoutAnyAsTheDatasetSays() {
    assertThat(awards.read(items.undelivered())).isZero();
    assertThat(contracts.read(items.undelivered())).isNaN();
  }
}
