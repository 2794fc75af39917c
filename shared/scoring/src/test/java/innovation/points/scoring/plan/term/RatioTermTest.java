package innovation.points.scoring.plan.term;

import static innovation.points.scoring.result.Outcome.NO_BASE;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.rulebook.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTermTest {
  private static final Quantity UNNAMED = new Quantity.Mean(List.of());

  @Test
  void isAPercentUnlessAWholeIsMissingOrNotPositive() {
    double[][] columns = {
      {5, 5, 5, 5, Double.NaN, Double.NaN}, {50, 0, -1, Double.NaN, 50, 0}, new double[6]
    };
    new RatioTerm(2, 0, 1, RatioTerm.NONE, 1, UNNAMED, null).run(columns, 6);
    assertThat(columns[2])
        .containsExactly(10, NO_BASE, NO_BASE, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void takesTheOtherWholeWhereTheFirstIsZeroAndTheOtherKnown() {
    double[][] columns = {{5, 5, 5, 5}, {0, 0, 50, 0}, {20, Double.NaN, 20, 0}, new double[4]};
    new RatioTerm(3, 0, 1, 2, 5, UNNAMED, UNNAMED).run(columns, 4);
    assertThat(columns[3]).containsExactly(5, NO_BASE, 10, NO_BASE);
  }
}
