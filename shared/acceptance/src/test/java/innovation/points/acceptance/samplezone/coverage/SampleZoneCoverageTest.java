package innovation.points.acceptance.samplezone.coverage;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.samplezone.SampleZoneTest;
import innovation.points.scoring.result.Scored;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed files, read, merged and scored as in the cloud, show every rule of the notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleZoneCoverageTest {
  private ScoredZone zone;

  @BeforeAll
  void score() throws IOException {
    zone = new ScoredZone(ReadZone.read(SampleZoneTest.EVENTS));
  }

  static List<CoverageClaim> claims() {
    return CoverageClaims.all();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void ruleIsShown(CoverageClaim claim) {
    List<Seen> shownBy =
        zone.year(claim.year()).stream()
            .filter(claim::shownBy)
            .sorted(comparing(Seen::code))
            .toList();
    assertThat(shownBy).describedAs(claim.toString()).isNotEmpty();
    IO.println("%s: %d, %s".formatted(claim.rule(), shownBy.size(), shownBy.getFirst()));
  }

  @Test
  void equalFiguresShareARank() {
    List<Seen> tied =
        zone.year(2025).stream().filter(seen -> seen.enterprise().role.startsWith("tie-")).toList();
    assertThat(tied).hasSize(3);
    assertThat(tied.stream().map(Seen::rank).distinct()).hasSize(1).doesNotContainNull();
  }

  /** 健康化、正态化分布 (四(二)): the distribution is realistic. */
  @Test
  void totalsAreSpreadLikeThoseOfAZone() {
    double[] totals =
        zone.year(2025).stream()
            .filter(seen -> seen.rank() != null)
            .mapToDouble(seen -> seen.evaluation() instanceof Scored scored ? scored.total() : 0)
            .sorted()
            .toArray();
    assertThat(totals.length).isBetween(170, 210);
    assertThat(totals[totals.length / 20]).describedAs("5 %").isBetween(10.0, 25.0);
    assertThat(totals[totals.length / 2]).describedAs("median").isBetween(33.0, 47.0);
    assertThat(totals[totals.length * 19 / 20]).describedAs("95 %").isBetween(55.0, 72.0);
    assertThat(totals[totals.length - 1]).describedAs("best").isBetween(78.0, 96.0);
  }

  @Test
  void mostEnterprisesAreYoungOrGrowing() {
    Map<String, Long> stages =
        zone.year(2025).stream()
            .filter(seen -> seen.evaluation() instanceof Scored)
            .collect(groupingBy(Seen::stage, counting()));
    assertThat(stages.keySet())
        .containsExactlyInAnyOrder("startup", "growth", "expansion", "mature");
    long small = stages.getOrDefault("startup", 0L) + stages.getOrDefault("growth", 0L);
    long large = stages.getOrDefault("expansion", 0L) + stages.getOrDefault("mature", 0L);
    assertThat(small).isGreaterThan(2 * large);
  }
}
