package innovation.points.store.facts;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

  private static final String USCC = "914107001234567895";

  private final Precedence precedence = new Precedence(new DatasetRules(Catalogue::load));

  @Test
  void departmentWinsOverBureauOverPublicOverEnterpriseWheneverTheyCame() {
    var enterprise = row("enterprise", "operations", 2025, "e.csv", 30, Map.of("revenue", 1.0));
    var collected = row("public", "operations", 2025, "p.csv", 20, Map.of("revenue", 2.0));
    var bureau = row("bureau", "operations", 2025, "b.csv", 15, Map.of("revenue", 4.0));
    var department = row("tax", "operations", 2025, "t.csv", 10, Map.of("revenue", 3.0));

    assertThat(revenue(enterprise)).isEqualTo(fact(enterprise, 1.0));
    assertThat(revenue(enterprise, collected)).isEqualTo(fact(collected, 2.0));
    assertThat(revenue(enterprise, collected, bureau)).isEqualTo(fact(bureau, 4.0));
    assertThat(revenue(enterprise, collected, bureau, department)).isEqualTo(fact(department, 3.0));
  }

  /** 核验: what is refused counts nowhere, what is confirmed is the enterprise's word no longer. */
  @Test
  void whatAPersonRefusedCountsNotAndWhatOneConfirmedIsVerified() {
    var own = row("enterprise", "operations", 2025, "e.csv", 30, Map.of("revenue", 1.0));
    var collected = row("public", "operations", 2025, "p.csv", 20, Map.of("costs", 2.0));
    Contribution refused = checked(own, new FactRow.Check(false, "不符", "tax", Instant.EPOCH));
    Contribution confirmed = checked(own, new FactRow.Check(true, "", null, Instant.EPOCH));

    assertThat(merge(refused, collected).year(2025).facts()).containsOnlyKeys("costs");
    assertThat(revenue(own).source().unverified()).isTrue();
    assertThat(revenue(confirmed).value()).isEqualTo(Value.of(1.0));
    assertThat(revenue(confirmed).source().unverified()).isFalse();
  }

  private static Contribution checked(Contribution said, FactRow.Check check) {
    FactRow row = said.rows().getFirst();
    return new Contribution(
        said.file(),
        said.uscc(),
        List.of(new FactRow(row.row(), row.values(), Map.of("revenue", check))));
  }

  @Test
  void insideOneClassTheLaterUploadWins() {
    var early = row("tax", "operations", 2025, "z.csv", 10, Map.of("revenue", 1.0));
    var late = row("tax", "operations", 2025, "a.csv", 11, Map.of("revenue", 2.0));

    assertThat(revenue(early, late)).isEqualTo(fact(late, 2.0));
  }

  @Test
  void ofTwoUploadsOfTheSameMomentTheGreaterKeyWins() {
    var a = row("tax", "operations", 2025, "a.csv", 10, Map.of("revenue", 1.0));
    var b = row("tax", "operations", 2025, "b.csv", 10, Map.of("revenue", 2.0));

    assertThat(revenue(b, a)).isEqualTo(fact(b, 2.0));
  }

  @Test
  void blankNeverWinsOverValue() {
    var department = row("tax", "operations", 2025, "t.csv", 30, Map.of("costs", 9.0));
    var enterprise =
        row("enterprise", "operations", 2025, "e.csv", 10, Map.of("revenue", 1.0, "costs", 5.0));

    EnterpriseFacts merged = merge(department, enterprise);

    assertThat(merged.year(2025).facts())
        .isEqualTo(Map.of("revenue", fact(enterprise, 1.0), "costs", fact(department, 9.0)));
  }

  @Test
  void yearsDoNotMix() {
    var before = row("tax", "operations", 2024, "t.csv", 30, Map.of("revenue", 1.0));
    var now = row("enterprise", "operations", 2025, "e.csv", 10, Map.of("revenue", 2.0));

    EnterpriseFacts merged = merge(before, now);

    assertThat(merged.year(2024).facts()).isEqualTo(Map.of("revenue", fact(before, 1.0)));
    assertThat(merged.year(2025).facts()).isEqualTo(Map.of("revenue", fact(now, 2.0)));
    assertThat(merged.year(2023).facts()).isEmpty();
  }

  @Test
  void onlyRowsOfTheOwnerAreListed() {
    var owner = row("tax", "operations", 2025, "t.csv", 30, Map.of());
    var other = row("enterprise", "workforce", 2025, "e.csv", 10, Map.of("staff", 2.0));
    var roster = row("science", "enterprises", 2025, "r.csv", 10, Map.of());

    assertThat(merge(owner, other, roster).year(2025).listed())
        .containsExactlyInAnyOrder("operations", "enterprises");
  }

  @Test
  void theRosterSaysWhatAnEnterpriseIsCalled() {
    var roster = named("science", "enterprises", 10, "甲");
    var tax = named("tax", "operations", 30, "乙");

    assertThat(merge(roster, tax).year(2025).facts().get("name"))
        .isEqualTo(new Fact(Value.of("甲"), source(roster)));
    assertThat(merge(tax).year(2025).facts().get("name"))
        .isEqualTo(new Fact(Value.of("乙"), source(tax)));
  }

  @Test
  void lineItemsOfTheSameNaturalKeyAreOneItemChosenWhole() {
    var enterprise =
        item(
            "enterprise",
            "technology-contracts",
            2025,
            20,
            Map.of("contract", Value.of("HT-1"), "amount", Value.of(1), "kind", Value.of("技术开发")));
    var department =
        item(
            "science",
            "technology-contracts",
            2025,
            10,
            Map.of("contract", Value.of("HT-1"), "amount", Value.of(2)));

    assertThat(merge(enterprise, department).items("technology-contracts"))
        .containsExactly(lineItem(department));
  }

  @Test
  void aNumberWrittenInTwoWaysIsOneItem() {
    var enterprise = item("enterprise", "technology-contracts", 2025, 20, contract("ht001"));
    var department = item("science", "technology-contracts", 2025, 10, contract("HT-001"));

    assertThat(merge(enterprise, department).items("technology-contracts"))
        .extracting(item -> item.slots().value("contract"))
        .containsExactly(Value.of("HT-001"));
  }

  @Test
  void theSameContractInTheFilesOfTwoYearsIsTwoItems() {
    var before = item("science", "technology-contracts", 2024, 10, contract("HT-1"));
    var now = item("science", "technology-contracts", 2025, 20, contract("HT-1"));

    assertThat(merge(before, now).items("technology-contracts"))
        .containsExactlyInAnyOrder(lineItem(before), lineItem(now));
  }

  @Test
  void theSameCertificateInTheFilesOfTwoYearsIsTheOneUploadedLater() {
    var late =
        item("science", "qualifications", 2024, 20, Map.of("certificate", Value.of("GR2024")));
    var early =
        item("science", "qualifications", 2025, 10, Map.of("certificate", Value.of("GR2024")));

    assertThat(merge(early, late).items("qualifications")).containsExactly(lineItem(late));
  }

  @Test
  void itemsOfDifferentKeysAllCount() {
    var file =
        new Contribution(
            version("science", "stage-history", 2025, "h.csv", 10),
            USCC,
            List.of(
                new FactRow(2, Map.of("evaluatedYear", Value.of(2023))),
                new FactRow(3, Map.of("evaluatedYear", Value.of(2024)))));

    assertThat(merge(file).items("stage-history"))
        .extracting(item -> item.source().row())
        .containsExactlyInAnyOrder(2, 3);
  }

  @Property
  void theOrderOfContributionsDoesNotMatter(
      @ForAll("contributions") List<Contribution> contributions, @ForAll long seed) {
    var shuffled = new ArrayList<>(contributions);
    Collections.shuffle(shuffled, new Random(seed));

    EnterpriseFacts one = precedence.merge(USCC, contributions);
    EnterpriseFacts other = precedence.merge(USCC, shuffled);

    assertThat(other.years()).isEqualTo(one.years());
    assertThat(other.items()).isEqualTo(one.items());
  }

  @Property
  void everyFactIsAValueThatSomeFileHolds(
      @ForAll("contributions") List<Contribution> contributions) {
    EnterpriseFacts merged = precedence.merge(USCC, contributions);

    merged
        .years()
        .forEach(
            (year, facts) ->
                facts
                    .facts()
                    .forEach(
                        (field, fact) ->
                            assertThat(contributions)
                                .anyMatch(
                                    c ->
                                        c.file().year() == year
                                            && c.file().key().equals(fact.source().key())
                                            && c.rows().stream()
                                                .anyMatch(
                                                    row ->
                                                        fact.value()
                                                            .equals(row.values().get(field))))));
  }

  @Provide
  Arbitrary<List<Contribution>> contributions() {
    Arbitrary<Contribution> contribution =
        Combinators.combine(
                Arbitraries.of("tax", "bureau", "public", "enterprise"),
                Arbitraries.of("operations", "technology-contracts"),
                Arbitraries.of(2024, 2025),
                Arbitraries.integers().between(0, 3),
                Arbitraries.maps(
                        Arbitraries.of("revenue", "costs", "amount"),
                        Arbitraries.integers().between(0, 3).map(Value::of))
                    .ofMaxSize(3))
            .as(
                (source, dataset, year, second, values) ->
                    item(source, dataset, year, second, of(dataset, values)));
    return contribution
        .list()
        .ofMaxSize(8)
        .map(
            list -> {
              // One version of a key is in force: no two contributions share one.
              var numbered = new ArrayList<Contribution>();
              for (Contribution c : list) {
                var file = c.file();
                numbered.add(
                    new Contribution(
                        new FileVersion(
                            file.key() + numbered.size(), file.version(), file.uploadedAt()),
                        c.uscc(),
                        c.rows()));
              }
              return numbered;
            });
  }

  /** Those that are fields of the dataset; of amounts the names of contracts are made. */
  private static Map<String, Value> of(String dataset, Map<String, Value> values) {
    var own = new java.util.HashMap<String, Value>();
    values.forEach(
        (field, value) -> {
          if (field.equals("amount") != dataset.equals("operations")) {
            own.put(field, value);
          }
        });
    if (own.get("amount") instanceof Value.Amount(double amount)) {
      own.put("contract", Value.of("C" + (int) amount));
    }
    return own;
  }

  private static Map<String, Value> contract(String number) {
    return Map.of("contract", Value.of(number));
  }

  private Fact revenue(Contribution... contributions) {
    return java.util.Objects.requireNonNull(merge(contributions).year(2025).facts().get("revenue"));
  }

  private EnterpriseFacts merge(Contribution... contributions) {
    return precedence.merge(USCC, List.of(contributions));
  }

  private static Contribution row(
      String source,
      String dataset,
      int year,
      String filename,
      int second,
      Map<String, Double> amounts) {
    var values = new java.util.HashMap<String, Value>();
    amounts.forEach((field, amount) -> values.put(field, Value.of(amount)));
    return new Contribution(
        version(source, dataset, year, filename, second), USCC, List.of(new FactRow(7, values)));
  }

  private static Contribution named(String source, String dataset, int second, String name) {
    return item(source, dataset, 2025, second, Map.of("name", Value.of(name)));
  }

  private static Contribution item(
      String source, String dataset, int year, int second, Map<String, Value> values) {
    return new Contribution(
        version(source, dataset, year, "f.csv", second), USCC, List.of(new FactRow(7, values)));
  }

  private static FileVersion version(
      String source, String dataset, int year, String filename, int second) {
    return new FileVersion(
        "uploads/%s/%s/%d/%s".formatted(source, dataset, year, filename),
        "v" + second,
        Instant.ofEpochSecond(1_700_000_000L + second));
  }

  private static Fact fact(Contribution contribution, double amount) {
    return new Fact(Value.of(amount), source(contribution));
  }

  private static LineItem lineItem(Contribution contribution) {
    return new LineItem(
        contribution.file().year(), contribution.rows().getFirst().values(), source(contribution));
  }

  private static Source source(Contribution contribution) {
    FileVersion file = contribution.file();
    return new Source(file.key(), file.version(), 7, file.source().equals("enterprise"));
  }
}
