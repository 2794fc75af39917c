package innovation.points.recompute.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RewardTallyTest {

  @Test
  void sumOfWhichOneEnterpriseHasOverEightTenthsStandsForThatOne() {
    RewardTally even = RewardTally.of(new BigDecimal(30)).and(RewardTally.of(new BigDecimal(30)));
    assertThat(even.and(RewardTally.of(new BigDecimal(240))).told()).isEqualTo(3);
    assertThat(even.and(RewardTally.of(new BigDecimal(241))).told()).isEqualTo(1);
  }
}
