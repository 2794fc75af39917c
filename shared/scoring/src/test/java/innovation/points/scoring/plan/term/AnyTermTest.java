package innovation.points.scoring.plan.term;

import static innovation.points.scoring.plan.term.CountedItems.CONTRACTS;
import static innovation.points.scoring.plan.term.CountedItems.RECORDS;
import static innovation.points.scoring.plan.term.CountedItems.contract;
import static innovation.points.scoring.plan.term.CountedItems.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnyTermTest {
  private final CountedItems items = new CountedItems();
  private final AnyTerm any = new AnyTerm(List.of(items.of(RECORDS, "科技奖励"), items.of(CONTRACTS)));

  @Test
  void isOneWhereOneSelectionHasAnItem() {
    assertThat(any.read(items.with(RECORDS, record("科技奖励", "市级")))).isEqualTo(1);
    assertThat(any.read(items.with(CONTRACTS, contract("技术开发", 1)))).isEqualTo(1);
  }

  @Test
  void isZeroWithoutAnyAndMissingWhereOneWasNotDelivered() {
    assertThat(any.read(items.with(CONTRACTS))).isZero();
    assertThat(any.read(items.undelivered())).isNaN();
  }
}
