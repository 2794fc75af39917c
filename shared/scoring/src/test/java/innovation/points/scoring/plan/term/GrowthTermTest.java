package innovation.points.scoring.plan.term;

import static innovation.points.scoring.result.Outcome.NO_BASE;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.rulebook.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTermTest {
  private static final Quantity UNNAMED = new Quantity.Mean(List.of());

  @Test
  void growsOverTheYearBeforeUnlessABaseIsMissingOrNotPositive() {
    double[][] columns = {
      {120, 120, 120, 120, Double.NaN, Double.NaN, 0},
      {100, 0, -5, Double.NaN, 100, -5, 50},
      new double[7]
    };
    new GrowthTerm(2, 0, 1, UNNAMED, false).run(columns, 7);
    assertThat(columns[2])
        .containsExactly(20, NO_BASE, NO_BASE, Double.NaN, Double.NaN, Double.NaN, -100);
  }

  @Test
  void isMissingWithoutABaseWhereTheRulebookSaysSo() {
    double[][] columns = {{120, 120, 120}, {100, 0, -5}, new double[3]};
    GrowthTerm term = new GrowthTerm(2, 0, 1, UNNAMED, true);
    term.run(columns, 3);
    assertThat(columns[2]).containsExactly(20, Double.NaN, Double.NaN);
    assertThat(term.missing(new boolean[] {false, false, false})).isTrue();
  }
}
