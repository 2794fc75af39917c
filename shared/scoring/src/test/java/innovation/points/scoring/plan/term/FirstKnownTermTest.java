package innovation.points.scoring.plan.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstKnownTermTest {

  @Test
  void takesTheFirstThatIsNotMissing() {
    double[][] columns = {{1, Double.NaN, Double.NaN}, {2, 2, Double.NaN}, new double[3]};
    new FirstKnownTerm(2, new int[] {0, 1}).run(columns, 3);
    assertThat(columns[2]).containsExactly(1, 2, Double.NaN);
  }
}
