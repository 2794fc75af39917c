package innovation.points.ingest.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.ingest.IngestHandler;
import innovation.points.ingest.IntakeEngines;
import innovation.points.ingest.QueueMessages;
import innovation.points.person.Person;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.rulebook.RulebookFile;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.RulebookState;
import innovation.points.store.rulebook.RulebookStep;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.TestBucket;
import innovation.points.testkit.TestContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;

/** Rulebooks put into the bucket, through the queue's events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulebookIntakeTest {
  private static final String TEXT = Rulebooks.named("xinxiang-2022-110").text();
  private static final int LINES = (int) TEXT.lines().count();

  private final IntakeEngines engines = new IntakeEngines();
  private final IngestHandler handler =
      engines.handler(() -> Instant.parse("2026-03-02T04:00:00Z"));
  private final List<String> log = new ArrayList<>();
  private int number;

  @AfterAll
  void stop() {
    engines.close();
  }

  @AfterEach
  void clear() {
    engines.tables.clear();
    log.clear();
  }

  private StoredRulebooks stored() {
    return new StoredRulebooks(engines.dynamoDb(), engines.settings.scoresTable());
  }

  private RulebookLife life(String id) {
    return lives().find(id).orElseThrow();
  }

  private RulebookLives lives() {
    return new RulebookLives(engines.dynamoDb(), engines.settings.scoresTable());
  }

  private void decide(String id, RulebookState... states) {
    for (RulebookState state : states) {
      var step =
          new RulebookStep(
              state.id(), Approvals.DECIDES, Instant.parse("2026-03-02T04:00:00Z"), null);
      assertThat(lives().save(life(id).then(state, step), List.of())).isTrue();
    }
  }

  private static String rulebook(String id) {
    return TEXT.replaceFirst("(?m)^id: .*$", "id: " + id);
  }

  /** Every test has names of its own: nothing is deleted from the bucket. */
  private String id() {
    return "place-" + ++number;
  }

  private RulebookFile put(String key, String text) {
    String version = engines.bucket.put(key, text);
    RulebookFile file = hint(key);
    assertThat(file.version()).isEqualTo(version);
    return file;
  }

  private RulebookFile hint(String key) {
    var answer =
        handler.handleRequest(
            QueueMessages.event(QueueMessages.message("m", 1, key)),
            new TestContext("ingest", 300_000, log));
    assertThat(answer.getBatchItemFailures()).as(log.toString()).isEmpty();
    return stored().files().stream()
        .filter(file -> file.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private String report(RulebookFile file) {
    return engines
        .bucket
        .client()
        .getObjectAsBytes(get -> get.bucket(TestBucket.NAME).key(file.report()))
        .asUtf8String();
  }

  @Test
  void takesAGoodRulebookAsADraftThatGovernsNothing() {
    String id = id();
    RulebookFile file = put("rulebooks/%s.yaml".formatted(id), rulebook(id));

    Rulebook expected = RulebookLoader.load(id, rulebook(id));
    assertThat(stored().all()).isEmpty();
    assertThat(life(id))
        .isEqualTo(
            RulebookLife.draft(
                id, file.version(), file.uploadedAt(), expected.text(), 0, List.of()));
    assertThat(file.status()).isEqualTo("accepted");
    assertThat(file.id()).isEqualTo(id);
    assertThat(file.digest()).isEqualTo(expected.digest());
    assertThat(file.problems()).isEmpty();
    assertThat(file.report())
        .isEqualTo("reports/rulebooks/%s.yaml/%s/report.json".formatted(id, file.version()));
    assertThat(report(file))
        .isEqualTo(
            "{\"key\":\"rulebooks/%s.yaml\",\"version\":\"%s\",\"status\":\"accepted\",\"problems\":[]}"
                .formatted(id, file.version()));
  }

  @Test
  void endsInTheSameHoweverOftenItIsTold() {
    String id = id();
    String key = "rulebooks/%s.yaml".formatted(id);
    RulebookFile file = put(key, rulebook(id));
    assertThat(hint(key)).isEqualTo(file);
    assertThat(life(id).revision()).isEqualTo(1);
    assertThat(put(key, rulebook(id)).status()).isEqualTo("accepted");
    assertThat(life(id).state()).isEqualTo(RulebookState.DRAFT);
    assertThat(life(id).revision()).isEqualTo(2);
  }

  @Test
  void namesEverythingThatIsWrongWithOne() {
    String id = id();
    String wrong =
        rulebook(id)
            .replace("floor: 0", "floor: zero")
            .replace("places: 2\n  basis", "places: 9\n  basis");
    RulebookFile file = put("rulebooks/%s.yaml".formatted(id), wrong);

    assertThat(file.status()).isEqualTo("rejected");
    assertThat(file.problems())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(p -> p.matches("第 \\d+ 行：.*"));
    assertThat(file.problems()).anyMatch(p -> p.endsWith("应为一个数，实为“zero”。"));
    assertThat(report(file)).contains("应为一个数，实为“zero”。");
    assertThat(stored().all()).isEmpty();
  }

  @Test
  void refusesOneWhoseCaseFailsWithTheDifference() {
    String id = id();
    String cases =
        """
        cases:
          list:
            - case: 没有数据
              year: 2025
              facts: {2025: {registeredOn: 2020-01-01}}
              expect: {status: scored}
        """;
    assertThat(put("rulebooks/%s.yaml".formatted(id), rulebook(id) + cases).problems())
        .containsExactly("第 %d 行：案例“没有数据”的 status 应为 scored，实为 incomplete。".formatted(LINES + 6));
    assertThat(stored().all()).isEmpty();
  }

  @Test
  void replacesADraftUntilItIsSubmitted() {
    String id = id();
    String key = "rulebooks/%s.yaml".formatted(id);
    put(key, rulebook(id));
    put(key, "id: " + id);
    assertThat(life(id).problems()).isNotEmpty();
    assertThat(life(id).text()).isNull();
    String second = rulebook(id) + "# 改动\n";
    put(key, second);
    assertThat(life(id).text()).isEqualTo(second);

    decide(id, RulebookState.SUBMITTED);
    RulebookFile third = put(key, second + "# 又改\n");
    assertThat(third.status()).isEqualTo("rejected");
    assertThat(third.problems()).containsExactly("规则 %s 已提交审批，不再改动；请改用新的编号。".formatted(id));
    assertThat(life(id).text()).isEqualTo(second);
    assertThat(put(key, second).status()).isEqualTo("accepted");

    decide(id, RulebookState.REFUSED);
    hint(key);
    assertThat(life(id).state()).isEqualTo(RulebookState.DRAFT);
    put(key, rulebook(id));
    assertThat(life(id).text()).isEqualTo(rulebook(id));
  }

  @Test
  void neverChangesOneThatWasApproved() {
    String id = id();
    String key = "rulebooks/%s.yaml".formatted(id);
    put(key, rulebook(id));
    decide(id, RulebookState.SUBMITTED, RulebookState.APPROVED);
    assertThat(put(key, rulebook(id) + "# 改动\n").problems())
        .containsExactly("规则 %s 已批准，不再改动；请改用新的编号。".formatted(id));
    assertThat(stored().all()).containsExactly(RulebookLoader.load(id, rulebook(id)));
    engines.bucket.delete(key);
    hint(key);
    assertThat(stored().all()).hasSize(1);

    decide(id, RulebookState.WITHDRAWN);
    assertThat(put(key, rulebook(id) + "# 改动\n").problems())
        .containsExactly("规则 %s 已废止，不再改动；请改用新的编号。".formatted(id));
    assertThat(stored().all()).isEmpty();
  }

  @Test
  void neverReplacesOneThatComesWithTheSystem() {
    String key = "rulebooks/xinxiang-2022-110.yaml";
    assertThat(put(key, TEXT + "# 改动\n").problems())
        .containsExactly("规则 xinxiang-2022-110 已随系统提供，不再改动；请改用新的编号。");
    assertThat(put(key, TEXT).status()).isEqualTo("accepted");
    assertThat(stored().all()).isEmpty();
  }

  @Test
  void asksForAFileNameThatIsTheId() {
    String id = id();
    assertThat(put("rulebooks/%s-x.yaml".formatted(id), rulebook(id)).problems())
        .containsExactly("文件名中的编号应与文件中的 id 相同：文件名为 %1$s-x，id 为 %1$s。".formatted(id));
    RulebookFile bad = put("rulebooks/规则 一.yml", rulebook(id));
    assertThat(bad.problems()).containsExactly("文件名应为 rulebooks/编号.yaml，编号为小写字母、数字和连字符，最多 64 个字。");
    assertThat(bad.report()).startsWith("reports/bad-key/");
  }

  @Test
  void refusesWhatIsNoTextOrTooLarge() {
    String id = id();
    String key = "rulebooks/%s.yaml".formatted(id);
    engines
        .bucket
        .client()
        .putObject(
            put -> put.bucket(TestBucket.NAME).key(key),
            RequestBody.fromBytes("id: 规则".getBytes(Charset.forName("GB18030"))));
    assertThat(hint(key).problems()).containsExactly("规则文件应为 UTF-8 编码的文本。");
    assertThat(put(key, "#".repeat(300 * 1024)).problems())
        .containsExactly("规则文件最大 256 KiB，收到 300 KiB。");
  }

  /** The sample event, and a system of another place that takes no code. */
  @Test
  void takesTheSystemOfAnotherPlace() throws IOException {
    String key = "rulebooks/five-stages.yaml";
    engines.bucket.put(
        key,
        Files.readString(
            Path.of(
                "../../shared/scoring/src/main/resources/rulebooks/proposed/five-stages.yaml")));
    String body =
        new ObjectMapper()
            .readTree(Path.of("../../events/ingest/rulebook-uploaded.json").toFile())
            .at("/Records/0/body")
            .asText();
    SQSMessage message = QueueMessages.message("m", 1, key);
    message.setBody(body);
    assertThat(
            handler
                .handleRequest(
                    QueueMessages.event(message), new TestContext("ingest", 300_000, log))
                .getBatchItemFailures())
        .isEmpty();
    assertThat(life("five-stages").state()).isEqualTo(RulebookState.DRAFT);
    assertThat(life("five-stages").problems()).isEmpty();
  }

  @Test
  void withdrawsADraftWhoseFileIsDeletedAndTakesItAgain() {
    String id = id();
    String key = "rulebooks/%s.yaml".formatted(id);
    put(key, rulebook(id));
    engines.bucket.delete(key);
    hint(key);
    hint(key);
    assertThat(life(id).state()).isEqualTo(RulebookState.WITHDRAWN);
    assertThat(life(id).steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.by()).isEqualTo(Person.S3);
              assertThat(step.reason()).isEqualTo("文件已从存储桶中删除");
            });
    put(key, rulebook(id));
    assertThat(life(id).state()).isEqualTo(RulebookState.DRAFT);
  }

  @Test
  void keepsWhatWasSubmittedThoughItsFileIsDeleted() {
    String id = id();
    String key = "rulebooks/%s.yaml".formatted(id);
    put(key, rulebook(id));
    decide(id, RulebookState.SUBMITTED);
    engines.bucket.delete(key);
    hint(key);
    assertThat(life(id).state()).isEqualTo(RulebookState.SUBMITTED);
  }

  @Test
  void takesOneThatExtendsAnotherThatIsThere() {
    String base = id();
    String id = id();
    String text =
        """
        id: %s
        title: 只改一处
        extends: %s
        effectiveFrom: 2026-01-01
        coverage: {atLeast: 1/2}
        """
            .formatted(id, base);

    RulebookFile early = put("rulebooks/%s.yaml".formatted(id), text);
    assertThat(early.problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("第 3 行：应为已批准的规则的编号（xinxiang-2022-110")
        .endsWith("），实为 " + base + "。请先提交作为底本的规则并获批准。");

    put("rulebooks/%s.yaml".formatted(base), rulebook(base));
    decide(base, RulebookState.SUBMITTED, RulebookState.APPROVED);
    RulebookFile file = put("rulebooks/%s.yaml".formatted(id), text);
    assertThat(file.problems()).isEmpty();
    Rulebook taken = life(id).rulebook().orElseThrow();
    assertThat(taken.digest()).isEqualTo(file.digest());
    assertThat(taken.coverage().thresholdWhole()).isEqualTo(2);
    assertThat(taken.stages()).hasSize(4);
    assertThat(Objects.requireNonNull(taken.parent()).id()).isEqualTo(base);
    assertThat(taken.parent().differences())
        .containsExactly(new Rulebook.Deviation("数据覆盖率.atLeast", "2/3", "1/2"));
  }
}
