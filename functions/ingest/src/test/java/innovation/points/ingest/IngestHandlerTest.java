package innovation.points.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import innovation.points.person.Person;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.uploads.Arrival;
import innovation.points.store.uploads.KeyLease;
import innovation.points.store.uploads.KeyStates;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadId;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.testkit.TestBucket;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.Usccs;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestHandlerTest {

  private static final String A = Usccs.of(1);
  private static final String B = Usccs.of(2);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final List<String> log = new ArrayList<>();
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
    log.clear();
    folder++;
  }

  @Test
  void aFileBecomesFactsThatKnowWhereTheyCameFrom() {
    String key = operations("经营 情况+1.csv");
    String version = put(key, "统一社会信用代码,营业收入(万元)\n%s,\"1,234.5\"\n%s,-\n".formatted(A, B));

    assertThat(hint(key)).isEmpty();

    assertThat(revenue(A)).contains(new Fact(Value.of(1234.5), new Source(key, version, 2)));
    assertThat(revenue(B)).isEmpty();
    assertThat(facts.read(B).year(2025).listed()).containsExactly("operations");
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isTrue();
    UploadRecord upload = only(key);
    assertThat(upload.status()).isEqualTo(UploadStatus.ACCEPTED);
    assertThat(upload.version()).contains(version);
    assertThat(upload.counts()).contains(new Counts(2, 2, 0, 0, 1));
    assertThat(upload.id()).isEqualTo(UploadId.ofContent(key, upload.sha256().orElseThrow()));
  }

  @Test
  void aNewVersionReplacesTheRowsAndWithdrawsThoseItNoLongerHas() {
    String key = operations("a.csv");
    put(key, rows(A, 1, B, 2));
    hint(key);
    String version = put(key, rows(B, 3));

    hint(key);

    assertThat(facts.read(A)).isEqualTo(new EnterpriseFacts(A, Map.of(), Map.of()));
    assertThat(revenue(B)).contains(new Fact(Value.of(3), new Source(key, version, 2)));
    assertThat(statuses(key))
        .containsExactlyInAnyOrder(UploadStatus.WITHDRAWN, UploadStatus.ACCEPTED);
  }

  @Test
  void deletingTheObjectWithdrawsAllItsRows() {
    String key = operations("a.csv");
    put(key, rows(A, 1));
    hint(key);
    engines.bucket.delete(key);

    hint(key);

    assertThat(revenue(A)).isEmpty();
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isFalse();
    assertThat(statuses(key)).containsExactly(UploadStatus.WITHDRAWN);
  }

  @Test
  void removingTheDeleteMarkerBringsThemBack() {
    String key = operations("a.csv");
    String version = put(key, rows(A, 1));
    String marker = engines.bucket.delete(key);
    hint(key);
    engines
        .bucket
        .client()
        .deleteObject(delete -> delete.bucket(TestBucket.NAME).key(key).versionId(marker));

    hint(key);

    assertThat(revenue(A)).contains(new Fact(Value.of(1), new Source(key, version, 2)));
    assertThat(statuses(key)).containsExactly(UploadStatus.ACCEPTED);
  }

  @Test
  void aRejectedVersionChangesNothing() {
    String key = operations("a.csv");
    String version = put(key, rows(A, 1));
    hint(key);
    put(key, "企业名称,营业收入(万元)\n甲,1\n");

    hint(key);

    assertThat(revenue(A)).contains(new Fact(Value.of(1), new Source(key, version, 2)));
    assertThat(statuses(key))
        .containsExactlyInAnyOrder(UploadStatus.ACCEPTED, UploadStatus.REJECTED);
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isTrue();
  }

  @Test
  void aVersionFromBeforeADeletionDoesNotComeBackWhenTheNextIsRejected() {
    String key = operations("a.csv");
    put(key, rows(A, 1));
    engines.bucket.delete(key);
    put(key, "甲,乙\n1,2\n");

    hint(key);

    assertThat(revenue(A)).isEmpty();
    assertThat(statuses(key))
        .containsExactlyInAnyOrder(UploadStatus.WITHDRAWN, UploadStatus.REJECTED);
  }

  @Test
  void goodRowsOfAFileWithBadOnesAreTaken() {
    String key = operations("a.csv");
    put(key, "统一社会信用代码,营业收入(万元)\n%s,很多\n%s,2\n".formatted(A, B));

    hint(key);

    UploadRecord upload = only(key);
    assertThat(upload.status()).isEqualTo(UploadStatus.PARTIAL);
    assertThat(upload.counts()).contains(new Counts(2, 1, 1, 1, 1));
    assertThat(revenue(A)).isEmpty();
    assertThat(revenue(B)).isPresent();
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isTrue();
    assertThat(uploads.details(upload.id()).orElseThrow())
        .contains("\"code\":\"not-a-number\"", "\"row\":2", "很多");
  }

  @Test
  void reportsLieBesideTheFileInTheBucket() {
    String key = operations("a.csv");
    String version = put(key, rows(A, 1));
    hint(key);

    String reports = "reports/" + key.substring("uploads/".length()) + "/" + version;
    assertThat(only(key).report())
        .contains(
            new UploadRecord.Report(
                Optional.of(reports + "/report.json"),
                Optional.of(reports + "/report.csv"),
                Optional.of(reports + "/report.xlsx")));
    assertThat(
            engines
                .bucket
                .client()
                .listObjectsV2(list -> list.bucket(TestBucket.NAME).prefix(reports))
                .contents())
        .extracting(S3Object::key)
        .containsExactlyInAnyOrder(
            reports + "/report.json",
            reports + "/report.csv",
            reports + "/report.xlsx",
            reports + "/rows.jsonl.gz");
  }

  @Test
  void aFileOfANotOwnedDatasetIsRejectedUnread() {
    String key = "uploads/hr/operations/2025/" + folder + ".csv";
    put(key, rows(A, 1));

    hint(key);

    UploadRecord upload = only(key);
    assertThat(upload.status()).isEqualTo(UploadStatus.REJECTED);
    assertThat(uploads.details(upload.id()).orElseThrow()).contains("\"code\":\"not-owned\"");
    assertThat(engines.facts()).isEmpty();
  }

  @Test
  void aKeyOfAnotherShapeIsRejectedAndListedForTheBureau() {
    String key = "uploads/随便/" + folder + ".csv";
    put(key, rows(A, 1));

    hint(key);

    UploadRecord upload = only(key);
    assertThat(upload.status()).isEqualTo(UploadStatus.REJECTED);
    assertThat(upload.path().owner()).isEmpty();
    assertThat(uploads.list(UploadFilter.ALL, 9, Optional.empty()).items()).containsExactly(upload);
  }

  @Test
  void publicAndSelfReportedFilesDeliverNothing() {
    String collected = "uploads/public/operations/2025/" + folder + ".csv";
    String own = "uploads/enterprise/operations/2025/" + A + ".csv";
    put(collected, rows(B, 1));
    put(own, rows(A, 2));

    hint(collected);
    hint(own);

    assertThat(revenue(A)).isPresent();
    assertThat(revenue(B)).isPresent();
    assertThat(facts.zone().deliveries().delivered(2025, "operations")).isFalse();
    engines.bucket.delete(own);
    hint(own);
  }

  @Test
  void rowsAreComparedWithTheRosterInForce() {
    String roster = "uploads/science/enterprises/2025/" + folder + ".csv";
    put(roster, "统一社会信用代码,企业名称,成立日期,行业代码\n%s,甲公司,2010-01-01,C3464\n".formatted(A));
    hint(roster);
    String key = operations("a.csv");
    put(key, "统一社会信用代码,企业名称,营业收入(万元)\n%s,乙公司,1\n%s,丙公司,2\n".formatted(A, B));

    hint(key);

    UploadRecord upload = only(key);
    assertThat(upload.counts()).contains(new Counts(2, 2, 0, 0, 2));
    assertThat(uploads.details(upload.id()).orElseThrow())
        .contains("\"code\":\"name-differs\"", "\"code\":\"not-on-roster\"");
  }

  @Test
  void theSameContentAgainIsTheSameUploadWithTheNewVersion() {
    String key = operations("a.csv");
    put(key, rows(A, 1));
    hint(key);
    String again = put(key, rows(A, 1));

    hint(key);

    assertThat(only(key).status()).isEqualTo(UploadStatus.ACCEPTED);
    assertThat(only(key).version()).contains(again);
    assertThat(revenue(A)).contains(new Fact(Value.of(1), new Source(key, again, 2)));
  }

  @Test
  void whatWasAnnouncedAndWhatCameMeet() {
    String key = operations("a.csv");
    put(key, rows(A, 1));
    hint(key);
    UploadRecord come = only(key);
    engines.tables.clear();
    var li = new Person("sub-li", "李华", "department", "tax");
    uploads.announce(
        new UploadRecord(
            come.id(),
            come.path(),
            UploadStatus.PENDING,
            Optional.empty(),
            come.sha256(),
            come.bytes(),
            NOON.minusSeconds(60),
            Optional.empty(),
            NOON.minusSeconds(60),
            Optional.empty(),
            Optional.empty()),
        li);

    hint(key);

    assertThat(only(key).status()).isEqualTo(UploadStatus.ACCEPTED);
    assertThat(uploads.arrival(key, only(key).version().orElseThrow()))
        .contains(new Arrival(only(key).uploadedAt().orElseThrow(), li, "tax"));
    assertThat(only(key).createdAt()).isEqualTo(NOON.minusSeconds(60));
  }

  @Test
  void anEventThatComesTwiceChangesNothing() {
    String key = operations("a.csv");
    put(key, rows(A, 1));
    hint(key);
    var before = engines.facts();

    hint(key);

    assertThat(engines.facts()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aVersionDeletedForGoodLeavesNothingBehind() {
    String key = operations("a.csv");
    String first = put(key, rows(A, 1, B, 2));
    hint(key);
    put(key, rows(B, 3));
    engines
        .bucket
        .client()
        .deleteObject(delete -> delete.bucket(TestBucket.NAME).key(key).versionId(first));

    hint(key);

    assertThat(revenue(A)).isEmpty();
    assertThat(revenue(B).map(Fact::value)).contains(Value.of(3));
    assertThat(statuses(key))
        .containsExactlyInAnyOrder(UploadStatus.WITHDRAWN, UploadStatus.ACCEPTED);
  }

  @Test
  void aLargeFileIsWrittenInPartsAndWithdrawnInParts() {
    String key = "uploads/science/technology-contracts/2025/" + folder + ".csv";
    var text = new StringBuilder("统一社会信用代码,合同编号,合同类型,成交额(万元),对方为高校院所\n");
    IntStream.range(0, 12_000)
        .forEach(
            i -> text.append("%s,HT-%d,技术开发,%d,否\n".formatted(Usccs.of(i % 4_000), i, i % 100)));
    put(key, text.toString());
    hint(key);

    assertThat(engines.facts().stream().filter(item -> item.containsKey("rows"))).hasSize(4_000);
    assertThat(facts.read(Usccs.of(3_999)).items("technology-contracts"))
        .extracting(item -> item.source().row())
        .containsExactlyInAnyOrder(4_001, 8_001, 12_001);

    put(key, text.substring(0, text.indexOf(",HT-7,") - 18));
    hint(key);
    assertThat(engines.facts().stream().filter(item -> item.containsKey("rows"))).hasSize(7);
  }

  @Test
  void faultsOfTheMachineryGoBackToTheQueueAndOthersGoOn() {
    String good = operations("a.csv");
    put(good, rows(A, 1));
    var broken =
        new IngestHandler(
            engines.dynamoDb(),
            engines.bucket.client(),
            InstantSource.fixed(NOON),
            new IngestSettings(
                "no-such-bucket",
                engines.tables.facts(),
                engines.tables.uploads(),
                engines.tables.scores()));

    SQSBatchResponse response =
        broken.handleRequest(
            QueueMessages.event(
                QueueMessages.message("m1", 1, good),
                QueueMessages.message("m2", 1, "reports/x.csv")),
            context());

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("m1");
    assertThat(log).hasSize(2);
    assertThat(log.getLast()).contains("\"outcome\":\"done\"", "\"message\":\"m2\"");
    assertThat(log.getFirst())
        .contains("\"level\":\"ERROR\"", "\"message\":\"m1\"", "NoSuchBucket", "ObjectHistory.page")
        .doesNotContain(good, A);
    assertThat(hint(good)).isEmpty();
    assertThat(revenue(A)).isPresent();
  }

  @Test
  void withoutTimeNothingIsBegun() {
    String key = operations("a.csv");
    put(key, rows(A, 1));

    SQSBatchResponse response =
        handler.handleRequest(
            QueueMessages.event(QueueMessages.message("m1", 1, key)),
            new TestContext("ingest", 5_000, log));

    assertThat(response.getBatchItemFailures()).hasSize(1);
    assertThat(revenue(A)).isEmpty();
    assertThat(hint(key)).isEmpty();
    assertThat(revenue(A)).isPresent();
  }

  @Test
  void whatIsNotDoneIsSentAgainAtOnceForADay() {
    String key = operations("a.csv");
    put(key, rows(A, 1));
    var sent = new ArrayList<String>();
    var working =
        new IngestHandler(
            engines.dynamoDb(),
            engines.bucket.client(),
            InstantSource.fixed(NOON),
            engines.settings,
            (body, delay) -> sent.add(delay + " " + body));
    SQSEvent hint = QueueMessages.event(QueueMessages.message("m1", 1, key));

    assertThat(
            working
                .handleRequest(hint, new TestContext("ingest", 5_000, log))
                .getBatchItemFailures())
        .isEmpty();
    assertThat(sent).containsExactly("PT0S " + hint.getRecords().getFirst().getBody());

    new KeyStates(engines.dynamoDb(), engines.tables.uploads())
        .take(new KeyLease(key, "another", NOON.plusSeconds(300)), NOON);
    assertThat(working.handleRequest(hint, context()).getBatchItemFailures()).isEmpty();
    assertThat(sent.getLast()).startsWith("PT5S ");

    SQSMessage old = hint.getRecords().getFirst();
    old.setBody(old.getBody().replace("\"s3\":", "\"eventTime\":\"2025-12-31T11:59:59Z\",\"s3\":"));
    assertThat(working.handleRequest(hint, context()).getBatchItemFailures())
        .as("the queue counts from now on")
        .hasSize(1);
    assertThat(sent).hasSize(2);
  }

  /** A big file's facts are written in parts, and a part that is written is not written again. */
  @Test
  void fileThatTakesMoreThanOneInvocationIsGoneOnWithWhereTheLastOneStopped() {
    int contracts = 20_000;
    int enterprises = 40;
    var text = new StringBuilder("uscc,contract,kind,amount,university\n");
    for (int i = 0; i < contracts; i++) {
      text.append(Usccs.of(i % enterprises)).append(",HT").append(i).append(",技术开发,");
      text.append(i * 7919L % 1_000_003).append(",否\n");
    }
    String key = "uploads/science/technology-contracts/2025/" + folder + "-big.csv";
    put(key, text.toString());
    // Time goes by a second whenever someone looks at the clock.
    var seconds = new AtomicInteger();
    var slow = engines.handler(() -> NOON.plusSeconds(seconds.getAndIncrement()));

    var done = new ArrayList<Integer>();
    SQSBatchResponse response;
    do {
      response =
          slow.handleRequest(
              QueueMessages.event(QueueMessages.message("m1", done.size() + 1, key)),
              new TestContext("ingest", 14_000, log));
      done.add(engines.facts().size());
    } while (!response.getBatchItemFailures().isEmpty() && done.size() < 20);

    assertThat(done.size()).isBetween(3, 19);
    assertThat(done).isSorted();
    for (int enterprise = 0; enterprise < enterprises; enterprise++) {
      assertThat(facts.read(Usccs.of(enterprise)).items().get("technology-contracts"))
          .hasSize(contracts / enterprises);
    }
    assertThat(only(key).status()).isEqualTo(UploadStatus.ACCEPTED);
  }

  @Test
  void eventsWithoutRecordsAreDone() {
    assertThat(
            handler
                .handleRequest(
                    QueueMessages.event(
                        QueueMessages.raw("m1", 1, "{\"Event\":\"s3:TestEvent\"}"),
                        QueueMessages.message("m2", 1)),
                    context())
                .getBatchItemFailures())
        .isEmpty();
    assertThat(
            handler
                .handleRequest(QueueMessages.event(QueueMessages.raw("m3", 1, "?")), context())
                .getBatchItemFailures())
        .hasSize(1);
  }

  private String operations(String name) {
    return "uploads/tax/operations/2025/" + folder + "-" + name;
  }

  private static String rows(Object... codesAndRevenues) {
    var text = new StringBuilder("统一社会信用代码,营业收入(万元)\n");
    for (int i = 0; i < codesAndRevenues.length; i += 2) {
      text.append(codesAndRevenues[i]).append(',').append(codesAndRevenues[i + 1]).append('\n');
    }
    return text.toString();
  }

  /** In the encoding departments really use. */
  private String put(String key, String text) {
    return engines
        .bucket
        .client()
        .putObject(
            put -> put.bucket(TestBucket.NAME).key(key),
            RequestBody.fromBytes(text.getBytes(Charset.forName("GB18030"))))
        .versionId();
  }

  private List<BatchItemFailure> hint(String key) {
    return handler
        .handleRequest(QueueMessages.event(QueueMessages.message("m", 1, key)), context())
        .getBatchItemFailures();
  }

  private TestContext context() {
    return new TestContext("ingest", 300_000, log);
  }

  private Optional<Fact> revenue(String uscc) {
    return Optional.ofNullable(facts.read(uscc).year(2025).facts().get("revenue"));
  }

  private UploadRecord only(String key) {
    var all = uploads.history(key).uploads().values();
    assertThat(all).hasSize(1);
    return Set.copyOf(all).iterator().next();
  }

  private List<UploadStatus> statuses(String key) {
    return uploads.history(key).uploads().values().stream().map(UploadRecord::status).toList();
  }
}
