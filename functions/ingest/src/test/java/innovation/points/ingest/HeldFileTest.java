package innovation.points.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.uploads.KeyLease;
import innovation.points.store.uploads.KeyState.Progress;
import innovation.points.store.uploads.KeyStates;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Verdict;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.Usccs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Files that are suspect as a whole change nothing (contract §1 "Held"). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldFileTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final int ENTERPRISES = 6;
  private static final String HEADER = "统一社会信用代码,企业名称,营业收入(万元)\n";

  /** Held by what it says itself, whatever else is known. */
  private static final String OF_ANOTHER_YEAR = "2024年度经营情况表\n" + table(1, 0);

  private IntakeEngines engines;
  private FactsTable facts;
  private UploadsTable uploads;
  private IngestHandler handler;
  private int folder;

  @BeforeAll
  void start() {
    engines = new IntakeEngines();
    facts = engines.factsTable();
    uploads = engines.uploadsTable();
    handler = engines.handler(InstantSource.fixed(NOON));
  }

  @AfterAll
  void stop() {
    engines.close();
  }

  @AfterEach
  void clear() {
    engines.tables.clear();
    folder++;
  }

  @Test
  void fileInAnotherUnitThanTheYearBeforeLeavesTheVersionInForce() {
    bring(operations(2024), table(100, 0));
    String first = bring(operations(2025), table(120, 0));
    var before = engines.facts();

    String held = bring(operations(2025), table(1_200_000, 0));

    assertThat(engines.facts()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(revenue(2)).contains(fact(120, first));
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isTrue();
    assertThat(status(first)).isEqualTo(UploadStatus.ACCEPTED);
    assertHeld(
        held,
        "unit-unlike-last-year",
        "能与 2024 年比较的 6 行里，有 6 行的金额约为上年的一万倍，像是单位不同；请确认金额的单位，或改正后再传。");
  }

  @Test
  void yearBeforeIsWhatIsInForceOfTheOwnersFiles() {
    String lastYear = operations(2024);
    bring(lastYear, table(100, 0));
    bring("uploads/public/operations/2024/" + folder + ".csv", table(1_000_000, 0));
    engines.bucket.delete(lastYear);
    hint(lastYear);

    String version = bring(operations(2025), table(1_200_000, 0));

    assertThat(status(version)).isEqualTo(UploadStatus.ACCEPTED);
  }

  @Test
  void laterGoodVersionReplacesTheOneThatStayed() {
    bring(operations(2024), table(100, 0));
    String first = bring(operations(2025), table(120, 0));
    String held = bring(operations(2025), table(1_200_000, 0));

    String good = bring(operations(2025), table(130, 0));

    assertThat(revenue(2)).contains(fact(130, good));
    assertThat(status(first)).isEqualTo(UploadStatus.WITHDRAWN);
    assertThat(status(held)).isEqualTo(UploadStatus.HELD);
    assertThat(status(good)).isEqualTo(UploadStatus.ACCEPTED);
  }

  @Test
  void deletionAfterAHeldVersionWithdrawsTheOneThatStayed() {
    String key = operations(2025);
    String first = bring(key, table(120, 0));
    String held = bring(key, OF_ANOTHER_YEAR);
    engines.bucket.delete(key);

    hint(key);

    assertThat(rows()).isEmpty();
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isFalse();
    assertThat(status(first)).isEqualTo(UploadStatus.WITHDRAWN);
    assertThat(status(held)).isEqualTo(UploadStatus.HELD);
  }

  @Test
  void namesThatAreNotTheirCodesHoldTheFile() {
    roster();

    String held = bring(operations(2025), table(120, 1));

    assertThat(revenue(2)).isEmpty();
    assertHeld(
        held, "names-shifted", "能与 2025 年企业名录比较的 6 行里，有 6 行的企业名称不是该代码的企业，像是代码和名称错了位；请核对排序后再传。");
  }

  @Test
  void selfReportIsNotHeldForNamesThatHoldAnyOtherFile() {
    roster();
    String text =
        "统一社会信用代码,企业名称,合同编号,合同类型,成交额(万元),对方为高校院所\n" + each(_ -> 0, "%s,别的名字,HT-%d,技术开发,1,否\n");
    String collected = "uploads/public/technology-contracts/2025/" + folder + ".csv";
    String own = "uploads/enterprise/technology-contracts/2025/" + Usccs.of(0) + ".csv";

    assertThat(upload(collected, bring(collected, text)).status()).isEqualTo(UploadStatus.HELD);
    assertThat(upload(own, bring(own, text)).status()).isEqualTo(UploadStatus.ACCEPTED);
    assertThat(facts.read(Usccs.of(0)).items("technology-contracts")).hasSize(ENTERPRISES);
  }

  @Test
  void fileOfAnotherYearIsHeld() {
    String held = bring(operations(2025), OF_ANOTHER_YEAR);

    assertThat(rows()).isEmpty();
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isFalse();
    assertHeld(held, "other-year", "应为 2025 年全年的数据，这里第 1 行“2024年度经营情况表”；请确认是否传错了年度，或改正后再传。");
  }

  @Test
  void fileOfAnotherDatasetIsHeld() {
    String held = bring(operations(2025), "统一社会信用代码,年末职工总数,科技人员数\n" + Usccs.of(1) + ",10,2\n");

    assertThat(rows()).isEmpty();
    assertHeld(held, "wrong-dataset", "应为“经营情况”的数据，这里的列是“人员情况”的；请确认是否传错了数据集，是的话请改传到“人员情况”。");
  }

  @Test
  void versionThatIsNoLongerReadAsItWasIsReplaced() {
    String key = operations(2025);
    acceptedBefore(key, OF_ANOTHER_YEAR, 1, 2);

    String good = bring(key, HEADER + Usccs.of(1) + ",公司1号,7\n");

    assertThat(revenue(1)).contains(new Fact(Value.of(7), new Source(key, good, 2)));
    assertThat(rows()).hasSize(1);
  }

  @Test
  void versionThatIsNoLongerReadAsItWasIsWithdrawn() {
    String key = operations(2025);
    acceptedBefore(key, OF_ANOTHER_YEAR, 1, 2);
    engines.bucket.delete(key);

    hint(key);

    assertThat(rows()).isEmpty();
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isFalse();
  }

  @Test
  void selfReportThatIsNoLongerReadAsItWasIsWithdrawn() {
    String key = "uploads/enterprise/operations/2025/" + Usccs.of(1) + ".csv";
    acceptedBefore(key, OF_ANOTHER_YEAR, 1);
    engines.bucket.delete(key);

    hint(key);

    assertThat(rows()).isEmpty();
  }

  /** What a build left behind that read the content as good rows of these enterprises. */
  private void acceptedBefore(String key, String text, int... enterprises) {
    String version = engines.bucket.put(key, text);
    var file = new FileVersion(key, version, NOON);
    facts.put(
        IntStream.of(enterprises)
            .mapToObj(
                i ->
                    new Contribution(
                        file,
                        Usccs.of(i),
                        List.of(new FactRow(i + 1, Map.of("revenue", Value.of(i))))))
            .toList());
    facts.deliver(file);
    uploads.put(key, new Verdict(version, UploadStatus.ACCEPTED, "before", NOON));
    var states = new KeyStates(engines.dynamoDb(), engines.tables.uploads());
    var lease = new KeyLease(key, "before", NOON.plusSeconds(60));
    states.want(key);
    states.take(lease, NOON);
    states.begin(lease, Optional.of(version), new Progress("before", 0));
    states.settle(lease, Set.of(version));
    states.abandon(lease);
  }

  private String operations(int year) {
    return "uploads/tax/operations/%d/%d.csv".formatted(year, folder);
  }

  private void roster() {
    bring(
        "uploads/science/enterprises/2025/" + folder + ".csv",
        "统一社会信用代码,企业名称,成立日期,行业代码\n" + each(i -> i, "%s,公司%d号,2010-01-01,C3464\n"));
  }

  private static String table(int revenue, int shift) {
    return HEADER
        + IntStream.range(0, ENTERPRISES)
            .mapToObj(
                i -> "%s,公司%d号,%d\n".formatted(Usccs.of(i), (i + shift) % ENTERPRISES, revenue + i))
            .collect(Collectors.joining());
  }

  private static String each(IntUnaryOperator enterprise, String row) {
    return IntStream.range(0, ENTERPRISES)
        .mapToObj(i -> row.formatted(Usccs.of(enterprise.applyAsInt(i)), i))
        .collect(Collectors.joining());
  }

  private String bring(String key, String text) {
    String version = engines.bucket.put(key, text);
    hint(key);
    return version;
  }

  private void hint(String key) {
    assertThat(
            handler
                .handleRequest(
                    QueueMessages.event(QueueMessages.message("m", 1, key)),
                    new TestContext("ingest", 300_000))
                .getBatchItemFailures())
        .isEmpty();
  }

  private void assertHeld(String version, String code, String message) {
    UploadRecord upload = upload(operations(2025), version);
    assertThat(upload.status()).isEqualTo(UploadStatus.HELD);
    assertThat(upload.counts().map(UploadRecord.Counts::accepted)).contains(0L);
    assertThat(uploads.details(upload.id()).orElseThrow().replaceAll("\"found\":\"[^\"]*\",", ""))
        .contains(
            "\"problems\":[{\"code\":\"%s\",\"message\":\"%s\"}],\"problemCount\":1"
                .formatted(code, message));
  }

  private UploadStatus status(String version) {
    return upload(operations(2025), version).status();
  }

  private UploadRecord upload(String key, String version) {
    return uploads.history(key).uploads().values().stream()
        .filter(upload -> upload.version().filter(version::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private Optional<Fact> revenue(int enterprise) {
    return Optional.ofNullable(facts.read(Usccs.of(enterprise)).year(2025).facts().get("revenue"));
  }

  private Fact fact(int revenue, String version) {
    return new Fact(Value.of(revenue + 2), new Source(operations(2025), version, 4));
  }

  private List<Map<String, AttributeValue>> rows() {
    return engines.facts().stream().filter(item -> item.containsKey("rows")).toList();
  }
}
