package innovation.points.acceptance.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.table.BatchWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The contract of the store and of the path from a file to a published year on any engines: the
 * same tests run on the embedded engines and on LocalStack.
 */
abstract class ZoneContract {

  private static final String FIRST = "91350100M000100Y43";
  private static final String SECOND = "914403001922038216";
  private static final String ROSTER = "uploads/science/enterprises/2025/企业名录.csv";
  private static final String OPERATIONS = "uploads/tax/operations/2025/经营情况 2025+.csv";

  private @Nullable SmallZone zone;
  private @Nullable ZoneEngines engines;

  abstract ZoneEngines start();

  @BeforeEach
  void startTheZone() {
    engines = start();
    zone = new SmallZone(engines);
  }

  @AfterEach
  void stopTheZone() {
    zone().close();
  }

  /** By the one person of the zone, whatever the checks say. */
  private static final String PUBLISH = "{\"publish\":true,\"override\":{\"reason\":\"测试数据\"}}";

  @Test
  void aFileBecomesAPublishedYear() throws Exception {
    upload();
    assertThat(draft()).containsExactlyInAnyOrder(FIRST + " startup", SECOND + " expansion");

    JsonNode run = zone().post("/v1/years/2025/recomputations", 202, PUBLISH);
    zone().settle();

    JsonNode years = zone().get("/v1/years", Map.of());
    assertThat(years.path("items"))
        .singleElement()
        .satisfies(
            year -> {
              assertThat(year.path("year").asInt()).isEqualTo(2025);
              assertThat(year.path("generation").asText()).isEqualTo(run.path("id").asText());
            });
    JsonNode published = zone().get("/v1/years/2025/scores", Map.of("edition", "published"));
    assertThat(published.path("items")).hasSize(2);
  }

  @Test
  void everyFactRemembersItsVersion() throws Exception {
    upload();
    String version = zone().put(OPERATIONS, operations(FIRST, 1600));
    var facts = new FactsTable(engines().tables(), SmallZone.FACTS);
    Fact revenue =
        Objects.requireNonNull(facts.read(FIRST).years().get(2025)).facts().get("revenue");
    assertThat(revenue)
        .isEqualTo(new Fact(new Value.Amount(1600), new Source(OPERATIONS, version, 2)));
  }

  @Test
  void rowsThatAVersionNoLongerHasAreWithdrawn() throws Exception {
    upload();
    zone().put(OPERATIONS, operations(SECOND, 3000));
    assertThat(draft()).containsExactlyInAnyOrder(FIRST + " -", SECOND + " expansion");
  }

  @Test
  void aDeletedFileIsWithdrawnAndEventsInAnyNumberChangeNothing() throws Exception {
    upload();
    zone().delete(OPERATIONS);
    assertThat(draft()).containsExactlyInAnyOrder(FIRST + " -", SECOND + " -");
    for (int i = 0; i < 3; i++) {
      zone().hint(OPERATIONS);
      zone().hint(ROSTER);
    }
    zone().settle();
    assertThat(draft()).containsExactlyInAnyOrder(FIRST + " -", SECOND + " -");
  }

  /** S3 says of it that it is forbidden, as of all that is missing. */
  @Test
  void aVersionThatWasDeletedForGoodGivesWayToTheOneBeforeAndPoisonsNothing() throws Exception {
    upload();
    String gone = zone().put(OPERATIONS, operations(FIRST, 12000));
    assertThat(draft()).contains(FIRST + " mature");
    zone().forget(OPERATIONS, gone);
    assertThat(draft()).containsExactlyInAnyOrder(FIRST + " startup", SECOND + " expansion");
    zone().put(OPERATIONS, operations(SECOND, 3000));
    assertThat(draft()).containsExactlyInAnyOrder(FIRST + " -", SECOND + " expansion");
  }

  @Test
  void aRejectedVersionChangesNothing() throws Exception {
    upload();
    zone().put(OPERATIONS, "这不是表头\n1\n");
    assertThat(draft()).containsExactlyInAnyOrder(FIRST + " startup", SECOND + " expansion");
  }

  @Test
  void goingBackIsMovingThePointer() throws Exception {
    upload();
    String first = zone().post("/v1/years/2025/recomputations", 202, PUBLISH).path("id").asText();
    zone().settle();
    zone().put(OPERATIONS, operations(SECOND, 12000));
    String second = zone().post("/v1/years/2025/recomputations", 202, PUBLISH).path("id").asText();
    zone().settle();
    assertThat(published()).isEqualTo(second);

    String back = "{\"generation\":\"" + first + "\"}";
    zone().as("approver", "POST", "/v1/years/2025/publication", back, 202);
    assertThat(published()).isEqualTo(second);
    zone().as("bureau approver", "POST", "/v1/years/2025/publication", back, 200);
    assertThat(published()).isEqualTo(first);
  }

  @Test
  void aRulebookAndASettingAreDecidedByTwoPersons() throws Exception {
    upload();
    zone()
        .put(
            "rulebooks/later.yaml",
            """
            id: later
            title: 以后的规则
            extends: xinxiang-2022-110
            effectiveFrom: 2030-01-01
            coverage: {atLeast: 1/2}
            """);
    String limits = "{\"incompleteShare\":0.2,\"rankedDrop\":0.1,\"medianShift\":10}";
    assertThat(
            zone()
                .as("bureau", "POST", "/v1/rulebooks/later/submission", "{}", 200)
                .path("state")
                .asText())
        .isEqualTo("submitted");
    assertThat(
            zone()
                .as("approver", "POST", "/v1/rulebooks/later/approval", "{}", 200)
                .path("state")
                .asText())
        .isEqualTo("approved");
    zone().as("bureau", "PUT", "/v1/settings/limits.json", limits, 202);
    zone().as("approver", "PUT", "/v1/settings/limits.json", limits, 200);
    zone().as("bureau", "GET", "/v1/settings/holidays/2026.json", "", 200);
  }

  @Test
  void aBatchOfAnySizeIsWrittenWhole() {
    var writer = new BatchWriter(engines().tables());
    Set<String> written = new HashSet<>();
    writer.write(
        SmallZone.SCORES,
        IntStream.range(0, 130)
            .mapToObj("%03d"::formatted)
            .peek(written::add)
            .map(
                sk ->
                    BatchWriter.put(
                        Map.of(
                            "pk", AttributeValue.fromS("batch"), "sk", AttributeValue.fromS(sk))))
            .toList());
    assertThat(
            engines()
                .tables()
                .query(
                    query ->
                        query
                            .tableName(SmallZone.SCORES)
                            .consistentRead(true)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS("batch"))))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get("sk")).s()))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  private void upload() throws Exception {
    zone()
        .put(
            ROSTER,
            "统一社会信用代码,企业名称,成立日期,行业代码\n"
                + FIRST
                + ",虚构一号,2024-05-01,C3464\n"
                + SECOND
                + ",虚构二号,2015-05-01,C2710\n");
    zone().put(OPERATIONS, operations(FIRST, 1500) + SECOND + ",3000,200\n");
  }

  private static String operations(String uscc, int revenue) {
    return "统一社会信用代码,营业收入(万元),研发费用(万元)\n" + uscc + "," + revenue + ",120\n";
  }

  /** Code and stage of every row of the draft, with a dash for no stage. */
  private List<String> draft() throws Exception {
    return zone()
        .get("/v1/years/2025/scores", Map.of("edition", "draft"))
        .path("items")
        .valueStream()
        .map(row -> row.path("uscc").asText() + " " + row.path("stage").asText("-"))
        .map(line -> line.replace(" null", " -"))
        .toList();
  }

  private String published() throws Exception {
    return zone().get("/v1/years", Map.of()).at("/items/0/generation").asText();
  }

  private SmallZone zone() {
    return Objects.requireNonNull(zone);
  }

  private ZoneEngines engines() {
    return Objects.requireNonNull(engines);
  }
}
