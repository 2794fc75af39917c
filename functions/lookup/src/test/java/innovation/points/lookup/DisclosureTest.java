package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
class DisclosureTest {
  private static final List<Integer> TENS =
      List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110);

  @Test
  void oneSmallGroupTakesTheSmallestOtherWithIt() {
    assertThat(Disclosure.hiddenGroups(List.of(40, 2, 7, 12))).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void severalSmallGroupsHideEachOther() {
    assertThat(Disclosure.hiddenGroups(List.of(40, 2, 1, 12))).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void groupsOfOneEachWouldBeKnownByTheirNumber() {
    assertThat(Disclosure.hiddenGroups(List.of(1, 1, 1, 12, 5)))
        .containsExactlyInAnyOrder(0, 1, 2, 4);
  }

  @Test
  void nothingIsHiddenWithoutNeed() {
    assertThat(Disclosure.hiddenGroups(List.of(3, 40, 5))).isEmpty();
  }

  @Property(tries = 500)
  void noHiddenGroupCanBeFoundBySubtraction(@ForAll("sizes") List<Integer> sizes) {
    Set<Integer> hidden = Disclosure.hiddenGroups(sizes);
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

  @Property(tries = 300)
  void everyBinThatIsShownOrLeftOverHasNoneOrThree(@ForAll("groups") List<List<Integer>> totals) {
    List<Statistics> groups = totals.stream().map(DisclosureTest::statistics).toList();
    var all = new ArrayList<Integer>();
    totals.forEach(all::addAll);
    if (all.size() < 3) {
      return;
    }
    List<Integer> edges = Disclosure.edges(statistics(all), TENS);
    assertThat(statistics(all).histogram(edges)).allMatch(bin -> bin.enterprises() >= 3);
    Set<Integer> hidden = Disclosure.hiddenGroups(groups.stream().map(Statistics::count).toList());
    var histograms = Disclosure.histograms(groups, hidden, edges);
    int[] left = statistics(all).counts(histograms.edges());
    for (int shown : histograms.shown()) {
      assertThat(hidden).doesNotContain(shown);
      int[] counts = groups.get(shown).counts(histograms.edges());
      for (int bin = 0; bin < left.length; bin++) {
        assertThat(counts[bin] == 0 || counts[bin] >= 3).isTrue();
        left[bin] -= counts[bin];
      }
    }
    for (int count : left) {
      assertThat(count == 0 || count >= 3).isTrue();
    }
    assertThat(groups.size() - histograms.shown().size()).isNotEqualTo(groups.size() > 1 ? 1 : -1);
  }

  @Provide
  Arbitrary<List<List<Integer>>> groups() {
    return Arbitraries.integers()
        .between(0, 106)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Statistics statistics(List<Integer> totals) {
    return new Statistics(totals.stream().mapToDouble(Integer::doubleValue).toArray());
  }

  @Test
  void quartilesAreThoseOfSpreadsheets() {
    var statistics = new Statistics(new double[] {4, 1, 3, 2});
    assertThat(statistics.quantile(0.25)).isEqualTo(1.75);
    assertThat(statistics.quantile(0.5)).isEqualTo(2.5);
    assertThat(statistics.quantile(0.75)).isEqualTo(3.25);
    assertThat(statistics.mean()).isEqualTo(2.5);
    assertThat(new Statistics(new double[] {0.005, 0.015}).mean()).isEqualTo(0.01);
  }

  @Test
  void totalOnAnEdgeBelongsToTheBinAbove() {
    assertThat(new Statistics(new double[] {0, 9.99, 10, 106}).counts(List.of(0, 10, 110)))
        .containsExactly(2, 2);
  }
}
