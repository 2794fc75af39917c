package innovation.points.scoring.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.disclosure.SumCells.Hidden;
import innovation.points.scoring.disclosure.SumCells.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No sum of fewer than three, or mostly of one, is shown or follows from those shown. */
class SumCellsTest {

  private static Sum sum(double... figures) {
    Sum sum = Sum.NONE;
    for (double figure : figures) {
      sum = sum.and(Sum.of(BigDecimal.valueOf(figure)));
    }
    return sum;
  }

  private static BitSet group(int... atoms) {
    var group = new BitSet();
    for (int atom : atoms) {
      group.set(atom);
    }
    return group;
  }

  private static Hidden hidden(List<Sum> atoms, List<List<BitSet>> ways) {
    return SumCells.hidden(atoms.stream().map(List::of).toList(), ways);
  }

  @Test
  void groupsOfThreeAndMoreAreShown() {
    Hidden hidden =
        hidden(List.of(sum(10, 12, 14), sum(5, 6, 7, 8)), List.of(List.of(group(0), group(1))));
    assertThat(hidden.total()).isFalse();
    assertThat(hidden.groups()).containsExactly(group());
  }

  @Test
  void aSmallGroupHidesTheSmallestOtherOne() {
    Hidden hidden =
        hidden(
            List.of(sum(10, 12), sum(5, 6, 7, 8), sum(1, 2, 3)),
            List.of(List.of(group(0), group(1), group(2))));
    assertThat(hidden.total()).isFalse();
    assertThat(hidden.groups()).containsExactly(group(0, 2));
  }

  @Test
  void whoHasOverFourFifthsIsNotTold() {
    // 81 of 100 is too much, 80 of 100 is not.
    assertThat(hidden(List.of(sum(81, 10, 9)), List.of()).total()).isTrue();
    assertThat(hidden(List.of(sum(80, 11, 9)), List.of()).total()).isFalse();
  }

  @Test
  void thoseWithoutAFigureDoNotHideWhoHasOne() {
    assertThat(hidden(List.of(sum(0, 0, 0, 0, 5, 7)), List.of()).total()).isTrue();
    assertThat(hidden(List.of(sum(0, 0, 0)), List.of()).total()).isFalse();
    assertThat(hidden(List.of(sum(0, 0)), List.of()).total()).isTrue();
  }

  @Test
  void aGroupInsideAnotherOfAnotherKindIsNotSubtracted() {
    // The cluster is the stage and one more enterprise: the stage is hidden, or that one is told.
    Hidden hidden =
        hidden(
            List.of(sum(10, 11, 12), sum(9), sum(20, 21, 22, 23)),
            List.of(List.of(group(0), group(1, 2)), List.of(group(0, 1), group(2))));
    assertThat(hidden.total()).isFalse();
    boolean stage = hidden.groups().get(0).get(0);
    boolean cluster = hidden.groups().get(1).get(0);
    assertThat(stage || cluster).isTrue();
  }

  @Test
  void aShareIsHiddenWhereItsPartOrItsWholeIs() {
    List<List<Sum>> atoms = List.of(List.of(sum(1, 2, 3), sum(90, 5, 5)));
    assertThat(SumCells.hidden(atoms, List.of()).total()).isTrue();
  }

  /** Against all linear combinations of two sums that are told, of random zones. */
  @Test
  void nothingUnsafeFollowsFromTwo() {
    var random = new Random(23);
    for (int zone = 0; zone < 200; zone++) {
      var atoms = new ArrayList<Sum>();
      var first = List.of(new BitSet(), new BitSet(), new BitSet());
      var second = List.of(new BitSet(), new BitSet(), new BitSet(), new BitSet());
      for (int atom = 0; atom < 8; atom++) {
        Sum sum = Sum.NONE;
        for (int i = random.nextInt(4); i >= 0; i--) {
          sum = sum.and(Sum.of(BigDecimal.valueOf(random.nextInt(30))));
        }
        atoms.add(sum);
        first.get(random.nextInt(3)).set(atom);
        second.get(random.nextInt(4)).set(atom);
      }
      check(atoms, hidden(atoms, List.of(first, second)), List.of(first, second));
    }
  }

  private static void check(List<Sum> atoms, Hidden hidden, List<List<BitSet>> ways) {
    var told = new ArrayList<BitSet>();
    var all = new BitSet();
    all.set(0, atoms.size());
    if (!hidden.total()) {
      told.add(all);
    }
    for (int way = 0; way < ways.size(); way++) {
      var rest = (BitSet) all.clone();
      for (int group = 0; group < ways.get(way).size(); group++) {
        if (!hidden.groups().get(way).get(group)) {
          told.add(ways.get(way).get(group));
          rest.andNot(ways.get(way).get(group));
        }
      }
      if (!hidden.total()) {
        told.add(rest);
      }
    }
    for (BitSet one : told) {
      assertThat(of(one, atoms).tellsNobody()).isTrue();
      for (BitSet other : told) {
        var outside = (BitSet) other.clone();
        outside.andNot(one);
        if (outside.isEmpty()) {
          var rest = (BitSet) one.clone();
          rest.andNot(other);
          assertThat(of(rest, atoms).tellsNobody()).isTrue();
        }
      }
    }
  }

  private static Sum of(BitSet group, List<Sum> atoms) {
    return group.stream().mapToObj(atoms::get).reduce(Sum.NONE, Sum::and);
  }
}
