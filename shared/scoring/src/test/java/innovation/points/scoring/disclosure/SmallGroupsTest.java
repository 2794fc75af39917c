package innovation.points.scoring.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tries to find what is hidden, knowing all that is shown. */
class SmallGroupsTest {

  @Test
  void oneSmallGroupTakesTheSmallestOtherWithIt() {
    assertThat(SmallGroups.hidden(List.of(40, 2, 7, 12))).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void severalSmallGroupsHideEachOther() {
    assertThat(SmallGroups.hidden(List.of(40, 2, 1, 12))).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void groupsOfOneEachWouldBeKnownByTheirNumber() {
    assertThat(SmallGroups.hidden(List.of(1, 1, 1, 12, 5))).containsExactlyInAnyOrder(0, 1, 2, 4);
  }

  @Test
  void nothingIsHiddenWithoutNeed() {
    assertThat(SmallGroups.hidden(List.of(3, 40, 5))).isEmpty();
    assertThat(SmallGroups.hiddenOverlapping(List.of(3, 40, 5))).isEmpty();
  }

  @Test
  void ofGroupsOfOneSizeTheEarlierIsHidden() {
    assertThat(SmallGroups.hidden(List.of(7, 2, 7))).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void smallGroupsWithTheSameMembersMayBeTwoTogether() {
    assertThat(SmallGroups.hiddenOverlapping(List.of(1, 2, 5, 6)))
        .containsExactlyInAnyOrder(0, 1, 2);
  }

  @Property(tries = 500)
  void noHiddenGroupCanBeFoundBySubtraction(@ForAll("sizes") List<Integer> sizes) {
    Set<Integer> hidden = SmallGroups.hidden(sizes);
    for (int i = 0; i < sizes.size(); i++) {
      if (sizes.get(i) < 3) {
        assertThat(hidden).contains(i);
      }
    }
    // What anybody knows: there are so many hidden groups, of at least one each, with this sum.
    int sum = hidden.stream().mapToInt(sizes::get).sum();
    boolean everything = hidden.size() == sizes.size();
    if (!hidden.isEmpty() && !everything) {
      assertThat(solutions(hidden.size(), sum)).isGreaterThan(1);
      assertThat(sum).as("what is left after subtraction").isGreaterThanOrEqualTo(3);
    }
  }

  /** In how many ways so many sizes of at least one add up. */
  private static long solutions(int groups, int sum) {
    if (groups == 1) {
      return sum >= 1 ? 1 : 0;
    }
    return IntStream.rangeClosed(1, sum)
        .mapToLong(first -> solutions(groups - 1, sum - first))
        .sum();
  }

  @Provide
  Arbitrary<List<Integer>> sizes() {
    return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(5);
  }
}
