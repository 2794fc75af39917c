package innovation.points.scoring.plan.term;

import static innovation.points.scoring.plan.term.CountedItems.CONTRACTS;
import static innovation.points.scoring.plan.term.CountedItems.contract;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumTermTest {
  private final CountedItems items = new CountedItems();
  private final SumTerm sum = SumTerm.of(items.of(CONTRACTS, "技术开发"), "amount");

  @Test
  void addsWhatCountsWhateverItsOrder() {
    assertThat(
            sum.read(
                items.with(
                    CONTRACTS,
                    contract("技术开发", 1e16),
                    contract("技术服务", 7),
                    contract("技术开发", 1),
                    contract("技术开发", 1))))
        .isEqualTo(1e16 + 2);
  }

  @Test
  void isZeroWithoutAnyAndOfOtherYears() {
    assertThat(sum.read(items.with(CONTRACTS))).isZero();
    var before = CountedItems.item(2024, Map.of("kind", Value.of("技术开发"), "amount", Value.of(5.0)));
    assertThat(sum.read(items.with(CONTRACTS, before))).isZero();
  }

  @Test
  void isMissingWhereNothingWasDelivered() {
    assertThat(sum.read(items.undelivered())).isNaN();
  }
}
