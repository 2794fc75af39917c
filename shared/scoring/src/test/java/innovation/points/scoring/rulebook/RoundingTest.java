package innovation.points.scoring.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.result.Plain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

  @ParameterizedTest
  @CsvSource({
    "0.125, 0.12",
    "0.135, 0.14",
    "0.375, 0.38",
    "2.675, 2.68",
    "2.665, 2.66",
    "1.005, 1.0",
    "1.015, 1.02",
    "44.545, 44.54",
    "44.5450000001, 44.55",
    "44.5449999999, 44.54",
    "0.005, 0.0",
    "0.015, 0.02",
    "99.995, 100.0",
    "100, 100",
    "0, 0",
    "-0.005, 0.0",
    "-0.015, -0.02"
  })
  void roundsHalfToEvenOnTheShortestDecimal(double value, double expected) {
    assertThat(Rounding.halfEven(value, 2)).isEqualTo(expected);
  }

  @Property
  void agreesWithDecimalArithmetic(
      @ForAll @DoubleRange(min = -200, max = 200) double value,
      @ForAll @IntRange(max = 6) int places) {
    assertThat(Rounding.halfEven(value, places)).isEqualTo(decimal(value, places));
  }

  @Property
  void agreesWithDecimalArithmeticAtHalves(
      @ForAll @IntRange(max = 2_000_000) int thousandths, @ForAll @IntRange(max = 6) int places) {
    double value = thousandths / 1000.0;
    assertThat(Rounding.halfEven(value, places)).isEqualTo(decimal(value, places));
  }

  private static double decimal(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }

  @ParameterizedTest
  @CsvSource({
    "-9.490000000000009, -9.49",
    "0.30000000000000004, 0.3",
    "1234567890.12, 1234567890.12",
    "1E-7, 0.0000001",
    "5, 5"
  })
  void reasonsShowNumbersAsPeopleWriteThem(double number, String shown) {
    assertThat(Plain.number(number)).isEqualTo(shown);
  }
}
