package innovation.points.store.facts;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Value;
import innovation.points.store.EmbeddedTables;
import innovation.points.store.table.Attributes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsTableTest {

  private static final FileVersion TAX =
      new FileVersion(
          "uploads/tax/operations/2025/经营 情况.csv", "v1", Instant.parse("2026-01-02T03:04:05.678Z"));
  private static final FileVersion CONTRACTS =
      new FileVersion(
          "uploads/science/technology-contracts/2025/合同.csv",
          "v9",
          Instant.parse("2026-01-02T03:04:05Z"));

  private EmbeddedTables tables;
  private FactsTable facts;

  @BeforeAll
  void start() {
    tables = new EmbeddedTables();
  }

  @AfterAll
  void stop() {
    tables.close();
  }

  @BeforeEach
  void open() {
    facts = new FactsTable(tables.client(), EmbeddedTables.FACTS);
  }

  @AfterEach
  void clear() {
    for (Map<String, AttributeValue> item : items()) {
      var key = new java.util.HashMap<>(item);
      key.keySet().retainAll(Set.of("uscc", "sk"));
      tables.client().deleteItem(d -> d.tableName(EmbeddedTables.FACTS).key(key));
    }
  }

  @Test
  void everyKindOfValueComesBackAsItWas() {
    Map<String, Value> values =
        Map.of(
            "revenue", Value.of(0.1 + 0.2),
            "costs", Value.of(Double.MAX_VALUE),
            "rdExpense", Value.of(Double.MIN_VALUE),
            "netProfit", Value.of(-123456789.12),
            "abnormal", Value.of(false),
            "registeredOn", Value.of(LocalDate.of(2025, 2, 28)),
            "grid", Value.of("文本 \u0001 2025-01-01 😀"));

    facts.put(List.of(contribution(TAX, "A", row(7, values))));

    var read = facts.read("A").year(2025).facts();
    assertThat(read).hasSize(values.size());
    read.forEach(
        (field, fact) -> {
          assertThat(fact.value()).isEqualTo(values.get(field));
          assertThat(fact.source())
              .isEqualTo(new innovation.points.scoring.facts.Source(TAX.key(), "v1", 7));
        });
  }

  @Test
  void negativeZeroIsZero() {
    facts.put(List.of(contribution(TAX, "A", row(7, Map.of("netProfit", Value.of(-0.0))))));

    assertThat(facts.read("A").year(2025).facts().values())
        .extracting(fact -> fact.value())
        .containsExactly(Value.of(0.0));
  }

  @Test
  void aRowWithoutValuesStillListsTheEnterprise() {
    facts.put(List.of(contribution(TAX, "A", row(2, Map.of()))));

    assertThat(facts.read("A").year(2025).listed()).containsExactly("operations");
    assertThat(facts.read("A").year(2025).facts()).isEmpty();
  }

  @Test
  void anUnknownEnterpriseHasNoFacts() {
    EnterpriseFacts read = facts.read("nobody");

    assertThat(read).isEqualTo(new EnterpriseFacts("nobody", Map.of(), Map.of()));
  }

  @Test
  void rowsThatDoNotFitIntoOneItemTakeSeveral() {
    Contribution large = contracts("A", 5_000);

    facts.put(List.of(large));

    assertThat(FactsTable.itemKeys(large)).hasSizeGreaterThan(2);
    assertThat(items())
        .extracting(item -> Attributes.text(item, "sk"))
        .containsExactlyInAnyOrderElementsOf(
            FactsTable.itemKeys(large).stream().map(ItemKey::sortKey).toList());
    assertThat(facts.read("A").items("technology-contracts")).hasSize(5_000);

    facts.delete(FactsTable.itemKeys(large));
    assertThat(items()).isEmpty();
  }

  @Test
  void aLaterVersionOfAFileReplacesTheItem() {
    facts.put(List.of(contribution(TAX, "A", row(7, Map.of("revenue", Value.of(1))))));
    var later = new FileVersion(TAX.key(), "v2", TAX.uploadedAt().plusSeconds(1));
    facts.put(List.of(contribution(later, "A", row(9, Map.of("costs", Value.of(2))))));

    assertThat(facts.read("A").year(2025).facts()).containsOnlyKeys("costs");
    assertThat(items()).hasSize(1);
  }

  @Test
  void segmentsTogetherAreTheTableAndEveryEnterpriseComesOnceAndWhole() {
    // More than a page of 1 MB, so that enterprises lie across pages.
    for (int i = 0; i < 15; i++) {
      facts.put(
          List.of(
              contribution(TAX, "E" + i, row(i + 2, Map.of("revenue", Value.of(i)))),
              contracts("E" + i, 1_200)));
    }
    facts.deliver(TAX);
    facts.touch(List.of("E1"), 2025);
    facts.touch(List.of("touched-only"), 2025);

    var seen = new ArrayList<EnterpriseFacts>();
    for (int segment = 0; segment < 3; segment++) {
      facts.scan(segment, 3, seen::add);
    }

    assertThat(seen)
        .extracting(EnterpriseFacts::uscc)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 15).mapToObj(i -> "E" + i).toList());
    assertThat(seen)
        .allSatisfy(
            each -> {
              assertThat(each.year(2025).facts()).containsOnlyKeys("revenue");
              assertThat(each.items("technology-contracts")).hasSize(1_200);
            });
  }

  @Test
  void aDatasetIsDeliveredWhileAtLeastOneFileIs() {
    var other = new FileVersion("uploads/tax/operations/2025/b.csv", "v1", TAX.uploadedAt());
    facts.deliver(TAX);
    facts.deliver(TAX);
    facts.deliver(other);
    facts.withdrawDelivery("operations", 2025, TAX.fileId(), 0);
    facts.withdrawDelivery("operations", 2025, TAX.fileId(), 0);
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isTrue();
    assertThat(facts.zone().deliveries().delivered(2024, "operations")).isFalse();
    assertThat(facts.zone().deliveries().delivered(2025, "trade")).isFalse();

    facts.withdrawDelivery("operations", 2025, other.fileId(), 0);
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isFalse();
  }

  @Test
  void aPublicationShowsInTheZone() {
    facts.deliver(TAX);
    tables.client().transactWriteItems(t -> t.transactItems(facts.publication(2024, "g1")));
    tables.client().transactWriteItems(t -> t.transactItems(facts.publication(2025, "g2")));

    assertThat(facts.zone().published()).isEqualTo(Map.of(2024, "g1", 2025, "g2"));
    assertThat(facts.zone().deliveries().datasets())
        .isEqualTo(Map.of(2024, Set.of(), 2025, Set.of("operations")));
  }

  @Test
  void theItemsOfAFileAreFoundWithoutTheFile() {
    Contribution contracts = contracts("A", 5_000);
    Contribution operations = contribution(TAX, "A", row(2, Map.of()));
    facts.put(List.of(contracts, operations));
    facts.deliver(TAX);

    assertThat(facts.itemsOf(CONTRACTS.fileId()))
        .containsExactlyInAnyOrderElementsOf(FactsTable.itemKeys(contracts));
    assertThat(facts.itemsOf(TAX.fileId()))
        .containsExactlyElementsOf(FactsTable.itemKeys(operations));
    assertThat(facts.itemsOf(CONTRACTS.fileId(), "A"))
        .containsExactlyInAnyOrderElementsOf(FactsTable.itemKeys(contracts));
    assertThat(facts.itemsOf(TAX.fileId(), "B")).isEmpty();
  }

  @Test
  void everyTouchIsAChange() {
    facts.touch(List.of("A"), 2025);
    var first = items();
    facts.touch(List.of("A", "A", "B"), 2025);

    assertThat(items()).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(facts.read("A").years()).isEmpty();
  }

  @Test
  void theItemsOfManyAreInALaneOfTheirOwn() {
    facts.put(List.of(contribution(TAX, "A", row(2, Map.of()))));
    facts.put(List.of(contribution(CONTRACTS, "B", row(2, Map.of()))), 1_001);
    facts.touch(List.of("C"), 2025);

    assertThat(items())
        .filteredOn(item -> item.containsKey(FactsTable.LANE))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item).containsEntry("uscc", AttributeValue.fromS("B"));
              assertThat(item).containsEntry("lane", AttributeValue.fromS(FactsTable.BULK));
            });
    assertThat(facts.read("B").uscc()).isEqualTo("B");
  }

  private static Contribution contracts(String uscc, int count) {
    return new Contribution(
        CONTRACTS,
        uscc,
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new FactRow(
                        i + 2,
                        Map.of(
                            "contract", Value.of("HT-" + i),
                            "kind", Value.of("技术开发"),
                            "amount", Value.of(i),
                            "university", Value.of(true))))
            .toList());
  }

  private static Contribution contribution(FileVersion file, String uscc, FactRow... rows) {
    return new Contribution(file, uscc, List.of(rows));
  }

  private static FactRow row(int row, Map<String, Value> values) {
    return new FactRow(row, values);
  }

  private List<Map<String, AttributeValue>> items() {
    return tables.client().scanPaginator(s -> s.tableName(EmbeddedTables.FACTS)).items().stream()
        .toList();
  }
}
