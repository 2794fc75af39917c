package innovation.points.scoring.plan.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeanTermTest {

  @Test
  void isMissingWhereAnyIs() {
    double[][] columns = {{1, Double.NaN, 3}, {3, 4, Double.NaN}, new double[3]};
    new MeanTerm(2, new int[] {0, 1}).run(columns, 3);
    assertThat(columns[2]).containsExactly(2, Double.NaN, Double.NaN);
  }
}
