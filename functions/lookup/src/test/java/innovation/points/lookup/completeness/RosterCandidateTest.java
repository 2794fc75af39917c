package innovation.points.lookup.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.ShownKind;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.RosterCandidate;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.ZoneTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Enterprises that files of a year name and its roster does not. */
class RosterCandidateTest {

  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Dataset ROSTER = CATALOGUE.dataset("enterprises").orElseThrow();

  private final FactsZone zone = new FactsZone(new ZoneTables());

  @Test
  void theDataShowTheKindsOfTheNotice() {
    zone.put("operations", 2025, 1, Map.of("rdExpense", Value.of(8), "name", Value.of("甲公司")));
    zone.put("intellectual-property", 2025, 1, Map.of("inventionGrants", Value.of(1)));
    zone.put("qualifications", 2024, 1, certificate("高新技术企业", "2023-05-01", "2026-04-30"));

    assertThat(candidates())
        .containsExactly(
            new RosterCandidate(
                FactsZone.uscc(1),
                "甲公司",
                List.of("国家高新技术企业", "有研发投入", "有知识产权申报或授权"),
                List.of("operations", "intellectual-property"),
                null,
                Map.of("name", Value.of("甲公司"))));
    assertThat(candidates().getFirst().row())
        .isEqualTo(
            Map.of(
                "uscc", Value.of(FactsZone.uscc(1)),
                "name", Value.of("甲公司"),
                "basis", Value.of("国家高新技术企业")));
  }

  @Test
  void figuresOfNothingAndCertificatesThatDoNotHoldShowNoKind() {
    zone.put("operations", 2025, 1, Map.of("rdExpense", Value.of(0)));
    zone.put("qualifications", 2025, 1, certificate("高新技术企业", "2022-05-01", "2025-12-30"));
    zone.put("qualifications", 2025, 2, certificate("科技型中小企业", "2026-01-01", "2026-12-31"));
    zone.put("qualifications", 2025, 3, certificate("上市企业", "2020-01-01", "2030-12-31"));
    var lapsed = new HashMap<>(certificate("省级专精特新", "2022-01-01", "2025-12-31"));
    lapsed.put("lapsed", Value.of(true));
    zone.put("qualifications", 2025, 4, lapsed);
    zone.put("qualifications", 2025, 5, certificate("省级专精特新", "2022-01-01", "2025-12-31"));

    assertThat(candidates().stream().filter(one -> !one.kinds().isEmpty()))
        .extracting(RosterCandidate::uscc, RosterCandidate::kinds)
        .containsExactly(tuple(FactsZone.uscc(5), List.of("专精特新企业")));
    assertThat(candidates()).hasSize(5);
  }

  @Test
  void whatTheLastRosterSaidIsFilledIn() {
    zone.roster(2023, 1, LocalDate.of(2015, 6, 1));
    zone.roster(2026, 1);
    zone.revenue(2025, 1, 100);
    zone.roster(2025, 2);
    zone.revenue(2025, 2, 100);
    zone.revenue(2024, 3, 100);

    assertThat(candidates())
        .containsExactly(
            new RosterCandidate(
                FactsZone.uscc(1),
                "新乡市测1有限公司",
                List.of(),
                List.of("operations"),
                2023,
                FactsZone.onRoster(1, LocalDate.of(2015, 6, 1))));
  }

  /** The parts of the table, however small, are together all of it. */
  @Test
  void partsOfTheTableAreTogetherAllOfIt() {
    for (int number = 1; number <= 7; number++) {
      zone.revenue(2025, number, 1);
      zone.put("trade", 2025, number, Map.of("exports", Value.of(1)));
    }
    zone.facts().touch(List.of(FactsZone.uscc(3)), 2025);

    assertThat(candidates())
        .extracting(RosterCandidate::uscc)
        .containsExactlyInAnyOrder(
            FactsZone.uscc(1),
            FactsZone.uscc(2),
            FactsZone.uscc(3),
            FactsZone.uscc(4),
            FactsZone.uscc(5),
            FactsZone.uscc(6),
            FactsZone.uscc(7));
    assertThat(candidates()).allMatch(one -> one.datasets().size() == 2);
  }

  @Test
  void theFormNamesOptionsFieldsAndDatasetsThatAreThere() {
    List<String> options = ROSTER.field("basis").orElseThrow().options();
    assertThat(ShownKind.of(ROSTER).stream().map(ShownKind::kind).distinct())
        .containsExactlyElementsOf(options);
    for (ShownKind kind : ShownKind.of(ROSTER)) {
      Dataset dataset = CATALOGUE.dataset(kind.dataset()).orElseThrow();
      assertThat(dataset.field(kind.field()).map(one -> one.options().containsAll(kind.values())))
          .contains(true);
      kind.from().ifPresent(name -> assertThat(dataset.field(name)).isPresent());
      kind.until().ifPresent(name -> assertThat(dataset.field(name)).isPresent());
      kind.unless().ifPresent(name -> assertThat(dataset.field(name)).isPresent());
    }
  }

  private List<RosterCandidate> candidates() {
    var found = new ArrayList<RosterCandidate>();
    String after = null;
    do {
      after =
          zone.facts()
              .page(
                  2,
                  after,
                  (facts, said) ->
                      RosterCandidate.of(2025, ROSTER, CATALOGUE.datasets(), facts, said)
                          .ifPresent(found::add));
    } while (after != null);
    return found;
  }

  private static Map<String, Value> certificate(String kind, String from, String until) {
    return Map.of(
        "certificate", Value.of(kind + from),
        "kind", Value.of(kind),
        "validFrom", Value.of(LocalDate.parse(from)),
        "validTo", Value.of(LocalDate.parse(until)));
  }
}
