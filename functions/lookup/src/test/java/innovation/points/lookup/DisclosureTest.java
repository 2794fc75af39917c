package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.disclosure.Bins;
import innovation.points.scoring.disclosure.HistogramDisclosure;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.disclosure.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tries to find what is hidden, knowing all that is shown. */
class DisclosureTest {
  @Property(tries = 300)
  void everyBinThatIsShownOrLeftOverHasNoneOrThree(@ForAll("groups") List<List<Integer>> totals) {
    List<Statistics> groups = totals.stream().map(DisclosureTest::statistics).toList();
    var all = new ArrayList<Integer>();
    totals.forEach(all::addAll);
    if (all.size() < 3) {
      return;
    }
    List<Integer> edges = Bins.joined(Bins.TENS, List.of(statistics(all)::count));
    assertThat(statistics(all).histogram(edges)).allMatch(bin -> bin.enterprises() >= 3);
    Set<Integer> hidden = SmallGroups.hidden(groups.stream().map(Statistics::count).toList());
    var histograms = HistogramDisclosure.histograms(groups, hidden, edges);
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
