package innovation.points.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import innovation.points.person.Person;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.uploads.Rebuild;
import innovation.points.store.uploads.Rebuild.Found;
import innovation.points.store.uploads.Rebuilds;
import innovation.points.testkit.TestBucket;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.Usccs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The facts table is compared with the bucket, and rebuilt from it. */
class RebuildTest {

  private static final String A = Usccs.of(1);
  private static final String B = Usccs.of(2);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Person LI = new Person("li.min", "李敏", "bureau", null);
  private static final int AMPLE = 300_000;

  private final List<String> log = new ArrayList<>();
  private IntakeEngines engines;
  private Rebuilds rebuilds;
  private IngestHandler handler;
  private Set<Map<String, AttributeValue>> before;
  private int orders;

  @BeforeEach
  void provide() {
    engines = new IntakeEngines();
    rebuilds = new Rebuilds(engines.dynamoDb(), engines.tables.uploads());
    handler =
        new IngestHandler(
            engines.dynamoDb(),
            engines.bucket.client(),
            InstantSource.fixed(NOON),
            engines.settings,
            (_, _) -> {
              throw new IllegalStateException("no queue");
            },
            _ -> {});
    put("uploads/tax/operations/2025/一.csv", "统一社会信用代码,营业收入(万元)\n%s,1\n%s,2.50\n".formatted(A, B));
    put("uploads/tax/operations/2025/二.csv", "统一社会信用代码,营业收入(万元)\n%s,3\n".formatted(A));
    put("uploads/public/workforce/2025/w.csv", "统一社会信用代码,年末职工总数\n%s,30\n".formatted(B));
    put("uploads/hr/workforce/2025/坏.csv", "这不是,一张表\n");
    before = facts();
    assertThat(before).hasSize(5);
  }

  @AfterEach
  void stop() {
    engines.close();
  }

  @Test
  void whatIsAsTheBucketSaysIsFoundEqual() {
    assertThat(rebuild(false)).isEqualTo(new Found(4, 4, 0, 0, 0, 0));
    assertThat(facts()).isEqualTo(before);
  }

  @Test
  void lostTableIsRebuilt() {
    loseFacts();

    Found found = rebuild(false);

    assertThat(found).isEqualTo(new Found(4, 4, 4, 0, 0, 2));
    assertThat(found.equal()).isFalse();
    assertThat(facts()).isEqualTo(before);
    assertThat(rebuild(false).equal()).isTrue();
  }

  @Test
  void bothTablesLostAreRebuilt() {
    engines.tables.clear();

    assertThat(rebuild(false)).isEqualTo(new Found(4, 4, 4, 0, 0, 2));
    assertThat(facts()).isEqualTo(before);
  }

  /** What the draft missed no fact tells: everyone is scored again, found equal or not. */
  @Test
  void whoeverHasFactsAndWhoeverHasAScoreIsScoredAgain() {
    assertThat(rebuild(false).equal()).isTrue();

    Map<String, String> touched =
        engines.facts().stream()
            .filter(item -> item.containsKey("touch"))
            .collect(
                Collectors.toMap(
                    item -> Objects.requireNonNull(item.get("uscc")).s(),
                    item -> Objects.requireNonNull(item.get("sk")).s()));
    assertThat(touched).isEqualTo(Map.of(A, "~2025", B, "~2025", "#zone", "2025"));
  }

  @Test
  void dryRunTouchesNobody() {
    rebuild(true);
    assertThat(engines.facts()).noneMatch(item -> item.containsKey("touch"));
  }

  @Test
  void dryRunTellsAndMendsNothing() {
    loseFacts();

    assertThat(rebuild(true)).isEqualTo(new Found(4, 4, 4, 0, 0, 2));
    assertThat(facts()).isEmpty();
  }

  @Test
  void whatIsMissingDifferentOrTooMuchIsMended() {
    Map<String, AttributeValue> first = item(A, "一.csv");
    change(first, "version", AttributeValue.fromS("another"));
    var stray = new HashMap<>(first);
    stray.put("uscc", AttributeValue.fromS(Usccs.of(3)));
    engines.dynamoDb().putItem(put -> put.tableName(engines.tables.facts()).item(stray));
    Map<String, AttributeValue> second = item(B, "一.csv");
    engines
        .dynamoDb()
        .deleteItem(delete -> delete.tableName(engines.tables.facts()).key(key(second)));

    assertThat(rebuild(false)).isEqualTo(new Found(4, 4, 1, 1, 1, 0));
    assertThat(facts()).isEqualTo(before);
    assertThat(rebuilds.find("order" + orders).orElseThrow().keys())
        .containsExactly("uploads/tax/operations/2025/一.csv");
  }

  @Test
  void factsOfAFileThatTheBucketNeverHadAreRemoved() {
    var stray = new HashMap<>(item(A, "一.csv"));
    stray.put("key", AttributeValue.fromS("uploads/tax/operations/2024/nothing.csv"));
    stray.put(
        "sk",
        AttributeValue.fromS(
            "operations#2024#%s#0"
                .formatted(FileVersion.fileId("uploads/tax/operations/2024/nothing.csv"))));
    engines.dynamoDb().putItem(put -> put.tableName(engines.tables.facts()).item(stray));

    assertThat(rebuild(false)).isEqualTo(new Found(4, 4, 0, 0, 1, 0));
    assertThat(facts()).isEqualTo(before);
  }

  /** As where the bucket's name was edited, and the stack has begun an empty record. */
  @Test
  void anotherBucketWithdrawsNothingWithoutAReason() {
    var many = new StringBuilder("统一社会信用代码,年末职工总数\n");
    for (int i = 1; i <= 12; i++) {
      many.append(Usccs.of(i)).append(",30\n");
    }
    put("uploads/hr/workforce/2024/多.csv", many.toString());
    before = facts();
    try (var empty = new TestBucket()) {
      var elsewhere =
          new IngestHandler(
              engines.dynamoDb(), empty.client(), InstantSource.fixed(NOON), engines.settings);
      rebuilds.put(Rebuild.ordered("wrong", false, Optional.empty(), LI, NOON));
      assertThat(hint(elsewhere, "rebuilds/wrong.json", AMPLE)).isEmpty();

      assertThat(rebuilds.find("wrong").orElseThrow().status()).isEqualTo(Rebuild.Status.REFUSED);
      assertThat(facts()).isEqualTo(before);
      assertThat(hint(elsewhere, "rebuilds/wrong.json", AMPLE)).as("it is over").isEmpty();
      assertThat(facts()).isEqualTo(before);

      rebuilds.put(Rebuild.ordered("meant", false, Optional.of("停止评价"), LI, NOON));
      assertThat(hint(elsewhere, "rebuilds/meant.json", AMPLE)).isEmpty();
      assertThat(rebuilds.find("meant").orElseThrow().status()).isEqualTo(Rebuild.Status.DONE);
      assertThat(new FactsTable(engines.dynamoDb(), engines.tables.facts()).inventory().keys())
          .isEmpty();
    }
  }

  @Test
  void invocationThatRunsOutOfTimeIsGoneOnWith() {
    loseFacts();
    rebuilds.put(Rebuild.ordered("slow", false, Optional.empty(), LI, NOON));

    // The margin is ten seconds: there is not time for one file.
    assertThat(hint("rebuilds/slow.json", 9_000)).hasSize(1);
    assertThat(rebuilds.find("slow").orElseThrow().status()).isEqualTo(Rebuild.Status.ORDERED);

    assertThat(hint("rebuilds/slow.json", AMPLE)).isEmpty();
    assertThat(rebuilds.find("slow").orElseThrow().found()).isEqualTo(new Found(4, 4, 4, 0, 0, 2));
    assertThat(facts()).isEqualTo(before);
  }

  @Test
  void rebuildThatWasInterruptedDoesNotCountAFileTwice() {
    rebuilds.put(
        Rebuild.ordered("half", false, Optional.empty(), LI, NOON)
            .with("uploads/hr/workforce/2025/坏.csv", new Found(1, 0, 0, 0, 0, 0))
            .with("uploads/public/workforce/2025/w.csv", new Found(1, 1, 0, 0, 0, 0)));

    assertThat(hint("rebuilds/half.json", AMPLE)).isEmpty();

    assertThat(rebuilds.find("half").orElseThrow())
        .satisfies(
            done -> {
              assertThat(done.found()).isEqualTo(new Found(4, 4, 0, 0, 0, 0));
              assertThat(done.status()).isEqualTo(Rebuild.Status.DONE);
              assertThat(done.finishedAt()).contains(NOON);
            });
  }

  @Test
  void orderThatSomeonePutIntoTheBucketByHandIsObeyed() {
    loseFacts();

    assertThat(hint("rebuilds/by-hand.json", AMPLE)).isEmpty();

    assertThat(facts()).isEqualTo(before);
    assertThat(rebuilds.find("by-hand").orElseThrow().status()).isEqualTo(Rebuild.Status.DONE);
    assertThat(rebuilds.find("by-hand").orElseThrow().orderedBy()).isEqualTo(Person.S3);
    assertThat(recorded())
        .containsExactlyInAnyOrder(
            "system:s3 REBUILD_ORDERED rebuilds/by-hand ordered",
            "system:s3 REBUILD_FINISHED rebuilds/by-hand done");
  }

  @Test
  void theTrailSaysForWhomItWasDoneAndOnce() {
    rebuild(false);
    assertThat(hint("rebuilds/order1.json", AMPLE)).isEmpty();
    assertThat(recorded()).containsExactly("li.min REBUILD_FINISHED rebuilds/order1 done");
  }

  @Test
  void deliveredTwiceItIsDoneOnce() {
    rebuild(false);
    Rebuild done = rebuilds.find("order" + orders).orElseThrow();
    loseFacts();

    assertThat(hint(done.orderKey(), AMPLE)).isEmpty();

    assertThat(rebuilds.find(done.id())).contains(done);
    assertThat(facts()).isEmpty();
  }

  private List<String> recorded() {
    return engines.tables.recorded().stream().filter(line -> line.contains(" REBUILD")).toList();
  }

  private Found rebuild(boolean dryRun) {
    var rebuild = Rebuild.ordered("order" + ++orders, dryRun, Optional.empty(), LI, NOON);
    rebuilds.put(rebuild);
    assertThat(hint(rebuild.orderKey(), AMPLE)).isEmpty();
    return rebuilds.find(rebuild.id()).orElseThrow().found();
  }

  private void put(String key, String content) {
    engines
        .bucket
        .client()
        .putObject(
            put -> put.bucket(TestBucket.NAME).key(key),
            RequestBody.fromString(content, StandardCharsets.UTF_8));
    assertThat(hint(key, AMPLE)).isEmpty();
  }

  private List<BatchItemFailure> hint(String key, int millis) {
    return hint(handler, key, millis);
  }

  private List<BatchItemFailure> hint(IngestHandler function, String key, int millis) {
    return function
        .handleRequest(
            QueueMessages.event(QueueMessages.message("m", 1, key)),
            new TestContext("ingest", millis, log))
        .getBatchItemFailures();
  }

  /** All but what merely has the stream show something again. */
  private Set<Map<String, AttributeValue>> facts() {
    var facts = new HashSet<Map<String, AttributeValue>>();
    for (Map<String, AttributeValue> item : engines.facts()) {
      var told = new HashMap<>(item);
      told.remove("touch");
      if (!told.keySet().equals(Set.of("uscc", "sk"))) {
        facts.add(told);
      }
    }
    return facts;
  }

  private void loseFacts() {
    engines
        .facts()
        .forEach(
            item ->
                engines
                    .dynamoDb()
                    .deleteItem(d -> d.tableName(engines.tables.facts()).key(key(item))));
  }

  private Map<String, AttributeValue> item(String uscc, String filename) {
    return before.stream()
        .filter(item -> AttributeValue.fromS(uscc).equals(item.get("uscc")))
        .filter(
            item ->
                AttributeValue.fromS("uploads/tax/operations/2025/" + filename)
                    .equals(item.get("key")))
        .findFirst()
        .orElseThrow();
  }

  private void change(Map<String, AttributeValue> item, String name, AttributeValue value) {
    var changed = new HashMap<>(item);
    changed.put(name, value);
    engines.dynamoDb().putItem(put -> put.tableName(engines.tables.facts()).item(changed));
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    var key = new HashMap<>(item);
    key.keySet().retainAll(Set.of("uscc", "sk"));
    return key;
  }
}
