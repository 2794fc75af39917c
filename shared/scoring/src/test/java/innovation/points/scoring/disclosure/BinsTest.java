package innovation.points.scoring.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class BinsTest {

  @Test
  void aSmallBinIsJoinedWithTheNext() {
    assertThat(joined(1, 12, 13, 45, 46, 47))
        .isEqualTo(List.of(0, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110));
  }

  @Test
  void whatIsLeftOverAtTheEndGoesToTheBinsBefore() {
    assertThat(joined(5, 6, 7, 92, 93, 94, 101, 102))
        .isEqualTo(List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 110));
  }

  @Test
  void twoAreInTheOneBinThatIsLeft() {
    assertThat(joined(20, 70)).isEqualTo(List.of(0, 110));
  }

  @Test
  void aBinIsLargeOrEmptyInEveryGroup() {
    assertThat(Bins.joined(List.of(0, 10, 20, 30), List.of(count(1, 2, 3), count(11, 12, 13))))
        .isEqualTo(List.of(0, 10, 20, 30));
    assertThat(Bins.joined(List.of(0, 10, 20, 30), List.of(count(1, 2, 3), count(1, 11, 12))))
        .isEqualTo(List.of(0, 20, 30));
  }

  private static List<Integer> joined(int... totals) {
    return Bins.joined(Bins.TENS, List.of(count(totals)));
  }

  private static IntBinaryOperator count(int... totals) {
    return (from, to) -> {
      int count = 0;
      for (int total : totals) {
        if (total >= from && total < to) {
          count++;
        }
      }
      return count;
    };
  }
}
