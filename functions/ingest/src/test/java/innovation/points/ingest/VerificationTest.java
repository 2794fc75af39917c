package innovation.points.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Person;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FactRow.Check;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.uploads.Verification;
import innovation.points.testkit.TestBucket;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.Usccs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;

/** What persons find of self-reports (四(一), 核验): what is refused counts nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Person LI = new Person("sub-li", "李敏", "department", "tax");
  private static final Person WANG = new Person("sub-wang", "王芳", "bureau", null);
  private static final String HEADER = "统一社会信用代码,营业收入(万元),研发费用(万元)\n";

  private IntakeEngines engines;
  private FactsTable facts;
  private IngestHandler handler;
  private int number;
  private int minutes;

  @BeforeAll
  void start() {
    engines = new IntakeEngines();
    facts = engines.factsTable();
    handler = engines.handler(InstantSource.fixed(NOON));
  }

  @AfterAll
  void stop() {
    engines.close();
  }

  @AfterEach
  void clear() {
    engines.tables.clear();
    number++;
  }

  private String uscc() {
    return Usccs.of(number);
  }

  private String key(String dataset) {
    return "uploads/enterprise/%s/2025/%s.csv".formatted(dataset, uscc());
  }

  @Test
  void whatIsRefusedCountsNoMoreAndWhatIsConfirmedIsSaidToBe() {
    String key = key("operations");
    bring(key, HEADER + uscc() + ",900,80\n");
    assertThat(figures()).containsEntry("revenue", "900.0").containsEntry("rdExpense", "80.0");

    Instant at = found(key, LI, false, "与审计报告不符", Map.of("rdExpense", "80"));
    found(key, WANG, true, "", Map.of("revenue", "900"));
    hint(key);
    assertThat(figures()).containsEntry("revenue", "900.0").doesNotContainKey("rdExpense");
    var checks = facts.contributions(uscc()).getFirst().rows().getFirst().checks();
    assertThat(checks.get("rdExpense")).isEqualTo(new Check(false, "与审计报告不符", "tax", at));
    assertThat(checks.get("revenue")).isNotNull().matches(Check::confirmed);
    assertThat(facts.contributions(uscc()).getFirst().rows().getFirst().values())
        .as("what was reported stays to be read")
        .containsEntry("rdExpense", Value.of(80.0));

    hint(key);
    hint(key);
    assertThat(figures()).as("hints again").doesNotContainKey("rdExpense");
  }

  @Test
  void itHoldsForAFigureAsLongAsThatIsTheSame() {
    String key = key("operations");
    bring(key, HEADER + uscc() + ",900,80\n");
    found(key, LI, false, "与审计报告不符", Map.of("rdExpense", "80"));
    bring(key, HEADER + uscc() + ",950,80.0\n");
    assertThat(figures()).containsEntry("revenue", "950.0").doesNotContainKey("rdExpense");

    bring(key, HEADER + uscc() + ",950,75\n");
    assertThat(figures()).as("another figure").containsEntry("rdExpense", "75.0");

    bring(key, HEADER + uscc() + ",950,80\n");
    assertThat(figures()).as("the refused one again").doesNotContainKey("rdExpense");
    found(key, WANG, true, "已补充审计报告", Map.of("rdExpense", "80"));
    hint(key);
    assertThat(figures()).as("the later counts").containsEntry("rdExpense", "80.0");
  }

  @Test
  void aLineIsVerifiedAsAWhole() {
    String key = key("technology-contracts");
    bring(
        key,
        "统一社会信用代码,合同编号,合同类型,成交额(万元),对方为高校院所\n%1$s,HT-1,技术开发,50,否\n%1$s,HT-2,技术服务,70,否\n"
            .formatted(uscc()));
    assertThat(facts.read(uscc()).items("technology-contracts")).hasSize(2);
    var all =
        Verification.figures(
            innovation.points.datasets.catalogue.Catalogue.load()
                .dataset("technology-contracts")
                .orElseThrow(),
            facts.contributions(uscc()).getFirst().rows().getFirst().values());
    assertThat(all).containsOnlyKeys("HT-1");
    put(key, new Verification(false, all, "未在登记机构查到", LI, NOON.plusSeconds(60L * ++minutes)));
    hint(key);
    assertThat(facts.read(uscc()).items("technology-contracts"))
        .extracting(line -> line.values().get("contract"))
        .containsExactly(Value.of("HT-2"));
  }

  @Test
  void aVerificationThatComesBeforeItsFileIsHeeded() {
    String key = key("operations");
    found(key, LI, false, "与审计报告不符", Map.of("rdExpense", "80"));
    hint(key);
    assertThat(facts.contributions(uscc())).isEmpty();
    bring(key, HEADER + uscc() + ",900,80\n");
    assertThat(figures()).doesNotContainKey("rdExpense");
  }

  private Map<String, String> figures() {
    EnterpriseFacts read = facts.read(uscc());
    var figures = new TreeMap<String, String>();
    for (Map.Entry<String, Fact> one : read.year(2025).facts().entrySet()) {
      if (one.getValue().value() instanceof Value.Amount(double amount)) {
        figures.put(one.getKey(), Double.toString(amount));
      }
    }
    return figures;
  }

  /** A minute after the one before. */
  private Instant found(
      String key, Person by, boolean confirmed, String reason, Map<String, String> figures) {
    var named = new TreeMap<String, Map<String, String>>();
    figures.forEach((field, value) -> named.put(field, Map.of(field, value)));
    Instant at = NOON.plusSeconds(60L * ++minutes);
    put(key, new Verification(confirmed, named, reason, by, at));
    return at;
  }

  private void put(String key, Verification verification) {
    engines
        .bucket
        .client()
        .putObject(
            put -> put.bucket(TestBucket.NAME).key(verification.object(key)),
            RequestBody.fromString(verification.json()));
  }

  private void bring(String key, String text) {
    engines
        .bucket
        .client()
        .putObject(put -> put.bucket(TestBucket.NAME).key(key), RequestBody.fromString(text));
    hint(key);
  }

  /** A verification's event brings its file up to date, as the file's own does. */
  private void hint(String key) {
    String object = Verification.folder(key) + "0000000000000-000000.json";
    assertThat(
            handler
                .handleRequest(
                    QueueMessages.event(QueueMessages.message("m", 1, object)),
                    new TestContext("ingest", 300_000))
                .getBatchItemFailures())
        .isEmpty();
  }
}
