package innovation.points.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.ranking.Ranking.Entry;
import innovation.points.scoring.ranking.Ranking.Rank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void equalTotalsShareARankAndTheNextIsSkipped() {
    Ranking ranking =
        Ranking.of(
            List.of(
                new Entry("D", "growth", 40),
                new Entry("C", "growth", 55.12),
                new Entry("A", "mature", 60.5),
                new Entry("B", "growth", 55.12)));
    assertThat(ranking.rank(0)).isEqualTo(new Rank(4, 4, 3, 3));
    assertThat(ranking.rank(1)).isEqualTo(new Rank(2, 4, 1, 3));
    assertThat(ranking.rank(2)).isEqualTo(new Rank(1, 4, 1, 1));
    assertThat(ranking.rank(3)).isEqualTo(new Rank(2, 4, 1, 3));
  }

  @Test
  void tiesAreShownInTheOrderOfTheCode() {
    List<Entry> entries =
        List.of(
            new Entry("91410700C", "growth", 10.01),
            new Entry("91410700A", "growth", 10.01),
            new Entry("91410700Z", "growth", 10.02),
            new Entry("91410700B", "growth", 10.01));
    assertThat(shown(entries)).containsExactly("91410700Z", "91410700A", "91410700B", "91410700C");
  }

  @Test
  void aHundredthApartIsNoTie() {
    Ranking ranking = Ranking.of(List.of(new Entry("A", "s", 105.99), new Entry("B", "s", 106)));
    assertThat(ranking.rank(0).overall()).isEqualTo(2);
    assertThat(ranking.rank(1).overall()).isEqualTo(1);
  }

  @Test
  void zeroCanBeRanked() {
    Ranking ranking = Ranking.of(List.of(new Entry("A", "s", 0), new Entry("B", "s", 0)));
    assertThat(ranking.rank(0)).isEqualTo(new Rank(1, 2, 1, 2));
    assertThat(ranking.rank(1)).isEqualTo(new Rank(1, 2, 1, 2));
  }

  @Test
  void nobodyIsAnEmptyRanking() {
    assertThat(Ranking.of(List.of()).size()).isZero();
  }

  @Property
  void rankIsOneMoreThanHowManyAreBetter(@ForAll("zones") List<Entry> zone) {
    Ranking ranking = Ranking.of(zone);
    for (int i = 0; i < zone.size(); i++) {
      Entry one = zone.get(i);
      assertThat(ranking.rank(i))
          .isEqualTo(
              new Rank(
                  1 + count(zone, other -> other.total() > one.total()),
                  zone.size(),
                  1
                      + count(
                          zone,
                          other ->
                              other.stage().equals(one.stage()) && other.total() > one.total()),
                  count(zone, other -> other.stage().equals(one.stage()))));
    }
  }

  @Property
  void orderOfTheEntriesIsIrrelevant(@ForAll("zones") List<Entry> zone, @ForAll long seed) {
    List<Entry> shuffled = new ArrayList<>(zone);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(shown(shuffled)).isEqualTo(shown(zone));
    Ranking ranking = Ranking.of(zone);
    Ranking again = Ranking.of(shuffled);
    for (int i = 0; i < zone.size(); i++) {
      assertThat(again.rank(shuffled.indexOf(zone.get(i)))).isEqualTo(ranking.rank(i));
    }
  }

  @Property
  void displayGoesByTotalThenByCode(@ForAll("zones") List<Entry> zone) {
    Ranking ranking = Ranking.of(zone);
    for (int place = 1; place < ranking.size(); place++) {
      Entry before = zone.get(ranking.at(place - 1));
      Entry here = zone.get(ranking.at(place));
      assertThat(
              before.total() > here.total()
                  || (before.total() == here.total() && before.uscc().compareTo(here.uscc()) < 0))
          .isTrue();
    }
  }

  @Provide
  Arbitrary<List<Entry>> zones() {
    // Few different totals, so that ties are common.
    Arbitrary<Double> totals =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 10).map(i -> i * 106 / 10.0),
            Arbitraries.integers().between(0, 10600).map(i -> i / 100.0));
    return Combinators.combine(
            Arbitraries.strings().withCharRange('A', 'Z').ofLength(6),
            Arbitraries.of("startup", "growth", "expansion", "mature"),
            totals)
        .as(Entry::new)
        .list()
        .ofMaxSize(60)
        .uniqueElements(Entry::uscc);
  }

  private static int count(List<Entry> zone, Predicate<Entry> which) {
    return (int) zone.stream().filter(which).count();
  }

  private static List<String> shown(List<Entry> zone) {
    Ranking ranking = Ranking.of(zone);
    return IntStream.range(0, ranking.size())
        .mapToObj(place -> zone.get(ranking.at(place)).uscc())
        .toList();
  }
}
