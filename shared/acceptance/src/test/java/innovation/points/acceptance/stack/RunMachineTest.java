package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalStack;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.steps.RunMachine;
import innovation.points.local.steps.StateException;
import innovation.points.local.steps.StateMachine;
import innovation.points.person.FourEyes;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.Rankings;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredLists;
import innovation.points.testkit.Approvals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Executes the state machine of the yearly run with the real steps on the golden zone: its result
 * equals that of a run within one invocation, whatever fails on the way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunMachineTest {

  private static final int YEAR = 2025;
  private static final int SEGMENTS = 5;
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final AtomicInteger ORDERS = new AtomicInteger();

  private final GoldenStack golden = new GoldenStack();
  private final DynamoDbClient client = golden.tables();
  private final ScoresTable scores = new ScoresTable(client, LocalDynamoDb.SCORES);
  private final Rankings rankings = new Rankings(client, LocalDynamoDb.SCORES);
  private final StoredLists lists = new StoredLists(client, LocalDynamoDb.SCORES);
  private final Runs runs = new Runs(client, LocalDynamoDb.SCORES);
  private final Publications publications = new Publications(client, LocalDynamoDb.SCORES);
  private final AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
  private String inOneGo = "";

  @BeforeAll
  void computeInOneInvocation() throws Exception {
    golden.upload();
    golden.publish(YEAR);
    inOneGo = published();
    // Later than the publication; from here on only this test starts runs.
    time.set(Instant.now().plus(Duration.ofMinutes(1)));
    golden.silence();
  }

  @AfterAll
  void stop() {
    golden.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void resultEqualsThatOfOneInvocationForAnyNumberOfSegments(int segments) throws Exception {
    String run = order(true);

    execute(machine(segments, this::invoke), run);

    assertPublishedAs(run);
    assertThat(run(run).attempts()).isEqualTo(1);
  }

  @Test
  void writesTheSamePublicFiles() throws Exception {
    String run = order(true);

    execute(run, this::invoke);

    assertThat(golden.file("published/2025/%s/ranking.csv".formatted(run)))
        .isEqualTo(golden.file("published/2025/%s/ranking.csv".formatted(inOneGo)));
    assertThat(report(run)).isEqualTo(report(inOneGo));
  }

  /** The report of a generation without the values that identify the generation. */
  private JsonNode report(String run) throws Exception {
    JsonNode report = MAPPER.readTree(golden.file("published/2025/%s/report.json".formatted(run)));
    assertThat(report.at("/overview/ranked").asInt()).isEqualTo(103);
    return ((ObjectNode) report).without(List.of("generation", "computedAt", "notes"));
  }

  @Test
  void aStepWhoseAnswerIsLostIsRepeated() throws Exception {
    Set<String> lost = ConcurrentHashMap.newKeySet();
    String run = order(true);

    execute(
        run,
        input -> {
          JsonNode answer = invoke(input);
          // Loses the answer of every step once, after it succeeded.
          if (lost.add(name(input))) {
            throw new StateException("States.Timeout", "");
          }
          return answer;
        });

    assertThat(lost).hasSize(2 * SEGMENTS + 5);
    assertPublishedAs(run);
  }

  @Test
  void aStepThatFailsIsRetried() throws Exception {
    Set<String> failed = ConcurrentHashMap.newKeySet();
    String run = order(true);

    execute(
        run,
        input -> {
          if (failed.add(name(input))) {
            throw new StateException("Lambda.ServiceException", "");
          }
          return invoke(input);
        });

    assertThat(failed).hasSize(2 * SEGMENTS + 5);
    assertPublishedAs(run);
  }

  @Test
  void aSegmentThatTimesOutIsRetried() throws Exception {
    var slow = new AtomicInteger();
    // Every reading of the clock is five minutes later.
    InstantSource racing =
        () -> time.get().plus(Duration.ofMinutes(5).multipliedBy(slow.incrementAndGet()));
    String run = order(true);
    Set<String> outOfTime = ConcurrentHashMap.newKeySet();

    execute(
        run,
        input -> {
          String name = name(input);
          boolean first = name.endsWith(" 2") && outOfTime.add(name);
          return first ? RunMachine.invoke(function(racing), input) : invoke(input);
        });

    assertThat(outOfTime).containsExactlyInAnyOrder("score 2", "write 2");
    assertPublishedAs(run);
  }

  @Test
  void aRunThatFailedLeavesNoTraceAndGoesOnWhereItStoppedWhenItIsRedriven() throws Exception {
    String before = published();
    String run = order(true);
    var broken = new AtomicBoolean(true);
    var done = new ConcurrentLinkedQueue<String>();
    RunMachine machine =
        machine(
            SEGMENTS,
            input -> {
              if (name(input).equals("write 3") && broken.get()) {
                throw new StateException("java.io.UncheckedIOException", "");
              }
              JsonNode answer = invoke(input);
              done.add(name(input));
              return answer;
            });

    assertThatThrownBy(() -> execute(machine, run))
        .isInstanceOf(StateException.class)
        .hasMessageStartingWith("States.ExceedToleratedFailureThreshold");

    assertThat(run(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(run(run).failure()).isEqualTo("执行中断（ExceedToleratedFailureThreshold），需由运维人员重新启动");
    assertThat(published()).isEqualTo(before);
    assertThat(machine.deadLetters()).hasSize(1);
    assertThat(machine.redrive()).as("nothing was mended").isZero();
    assertThat(run(run).status()).isEqualTo(RunStatus.FAILED);

    done.clear();
    broken.set(false);
    assertThat(machine.redrive()).isEqualTo(1);

    assertThat(done).containsExactly("write 3", "conclude", "publish", "document");
    assertThat(machine.deadLetters()).isEmpty();
    assertPublishedAs(run);
  }

  @Test
  void aRunThatFailedCanBeOrderedToBeginAgainWhenItsPartsHaveEnded() throws Exception {
    String run = order(true);
    assertThatThrownBy(
            () ->
                execute(
                    run,
                    input -> {
                      if (name(input).equals("rank")) {
                        throw new StateException("java.io.UncheckedIOException", "");
                      }
                      return invoke(input);
                    }))
        .hasMessageStartingWith("java.io.UncheckedIOException");

    // Segments may still be at work: the run must not restart before they end.
    execute(run, this::invoke);
    assertThat(run(run).status()).isEqualTo(RunStatus.FAILED);
    pass(Duration.ofMinutes(16));
    execute(run, this::invoke);
    assertPublishedAs(run);
  }

  @Test
  void anExecutionThatRunsOutOfTimeLeavesNoRunRunning() throws Exception {
    String run = order(true);
    var slow = new AtomicBoolean(true);
    RunMachine machine =
        machine(
            SEGMENTS,
            input -> {
              if (name(input).equals("rank") && slow.get()) {
                pass(Duration.ofHours(7));
              }
              return invoke(input);
            });

    assertThatThrownBy(() -> execute(machine, run)).hasMessageStartingWith("States.Timeout");

    assertThat(run(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(run(run).failure()).isEqualTo("执行中断（Timeout），需由运维人员重新启动");

    slow.set(false);
    assertThat(machine.redrive()).isEqualTo(1);
    assertPublishedAs(run);
  }

  @Test
  void aRunThatCannotEvenBeginSaysSo() throws Exception {
    String run = order(true);

    assertThatThrownBy(
            () ->
                execute(
                    run,
                    input -> {
                      if (name(input).equals("begin")) {
                        throw new StateException("Lambda.AWSLambdaException", "");
                      }
                      return invoke(input);
                    }))
        .hasMessageStartingWith("Lambda.AWSLambdaException");

    assertThat(run(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(run(run).failure()).isEqualTo("执行中断（AWSLambdaException），需由运维人员重新启动");
  }

  @Test
  void anOrderDeliveredTwiceAtOnceIsExecutedOnce() throws Exception {
    String run = order(true);
    RunMachine machine = machine(SEGMENTS, this::invoke);

    Callable<Void> execution =
        () -> {
          execute(machine, run);
          return null;
        };
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : executor.invokeAll(List.of(execution, execution))) {
        one.get();
      }
    }

    assertPublishedAs(run);
    assertThat(run(run).attempts()).isEqualTo(1);
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    String before = published();
    String run = order(false);

    execute(run, this::invoke);

    assertThat(run(run).status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(run(run).counts()).isEqualTo(run(inOneGo).counts());
    assertThat(rows(run)).isEmpty();
    assertThat(rankings.count(run)).isZero();
    assertThat(published()).isEqualTo(before);
  }

  @Test
  void progressCountsTheSegmentsThatAreDone() throws Exception {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    String run = order(true);

    execute(
        run,
        input -> {
          JsonNode answer = invoke(input);
          var progress = run(run).progress();
          seen.add("%s %d/%d".formatted(progress.step(), progress.done(), progress.total()));
          return answer;
        });

    assertThat(seen).contains("scoring 0/5", "scoring 5/5", "writing 0/5", "writing 5/5");
    assertThat(run(run).progress().step()).isEqualTo("done");
  }

  private void assertPublishedAs(String run) {
    assertThat(run(run).status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(published()).isEqualTo(run);
    assertThat(run(run).counts()).isEqualTo(run(inOneGo).counts());
    assertThat(manifest(run).inputs()).isEqualTo(manifest(inOneGo).inputs());
    assertThat(manifest(run).statuses()).isEqualTo(manifest(inOneGo).statuses());
    assertThat(manifest(run).rewards()).isEqualTo(manifest(inOneGo).rewards());
    assertThat(rows(run)).isEqualTo(rows(inOneGo));
    for (String list : Objects.requireNonNull(run(run).counts()).lists().keySet()) {
      assertThat(rankings.all(run, new RankingList(list)))
          .as(list)
          .isEqualTo(rankings.all(inOneGo, new RankingList(list)));
    }
    assertThat(lists.read(run, Manifest.INPUTS, 1000, null))
        .isEqualTo(lists.read(inOneGo, Manifest.INPUTS, 1000, null));
  }

  /** The rows without the run that wrote them and the time. */
  private Map<String, String> rows(String generation) {
    var rows = new TreeMap<String, String>();
    String after = null;
    do {
      var page = scores.rows(generation, RowFilter.ALL, 100, after);
      for (ScoreRow row : page.items()) {
        rows.put(
            row.uscc(),
            "%s %s %s %s %s"
                .formatted(
                    row.card().in("any", row.card().rank()),
                    row.industry(),
                    row.cluster(),
                    row.detail(),
                    row.rewards()));
      }
      after = page.next();
    } while (after != null);
    return rows;
  }

  private Manifest manifest(String run) {
    return Objects.requireNonNull(run(run).manifest());
  }

  private Run run(String id) {
    return runs.find(YEAR, id).orElseThrow();
  }

  private String published() {
    return publications.of(YEAR).orElseThrow().generation();
  }

  /** Records a run order, later than all before. */
  private String order(boolean publish) {
    pass(Duration.ofSeconds(1));
    String id =
        "%d-%s-%03d"
            .formatted(
                YEAR,
                time.get().toString().replaceAll("[-:]|\\.\\d+", ""),
                ORDERS.incrementAndGet());
    var order = new Run.Order(publish, null, !publish, Approvals.PREPARES, time.get());
    runs.order(Run.ordered(YEAR, id, publish ? Approvals.overriding(order, "测试") : order));
    return id;
  }

  private RunMachine machine(int segments, StateMachine.Task task) {
    return new RunMachine(segments, task, this::pass, time::get);
  }

  private void execute(String run, StateMachine.Task task) throws StateException {
    execute(machine(SEGMENTS, task), run);
  }

  private static void execute(RunMachine machine, String run) throws StateException {
    machine.execute("run#" + YEAR, run);
  }

  private static String name(JsonNode input) {
    return (input.path("step").asText() + " " + input.path("segment").asText("")).strip();
  }

  private void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  private JsonNode invoke(JsonNode input) throws StateException {
    return RunMachine.invoke(function(time::get), input);
  }

  /** A separate function instance for every step, as on separate machines. */
  private LocalFunction function(InstantSource clock) {
    var settings =
        new RecomputeSettings(
                LocalDynamoDb.FACTS, LocalDynamoDb.SCORES, LocalDynamoDb.UPLOADS, FourEyes.OFF)
            .paced(Duration.ofMillis(10), SEGMENTS);
    return LocalFunction.of(
        "recompute",
        Duration.ofMinutes(15),
        clock,
        _ -> {},
        new RecomputeHandler(
            client,
            golden.bucket(),
            LocalStack.BUCKET,
            _ -> {},
            clock,
            settings,
            Rulebooks.builtIn()));
  }
}
