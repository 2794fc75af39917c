package innovation.points.desk;

import static innovation.points.desk.DeskBench.person;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.store.run.RunCheck;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.TestBucket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two persons decide at the same moment: both have seen the same, one writes first. The other one
 * changes nothing, and is told who has decided what and when.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtOnceTest {

  private static final Person LI = new Person("sub-li", "李敏", "bureau", null);
  private static final Map<String, Map<String, String>> PERSONS =
      Map.of(
          "李敏", person("sub-li", "李敏", "[bureau]"),
          "周婷", person("sub-zhou", "周婷", "[bureau]"),
          "王建国", person("sub-wang", "王建国", "[approver]"),
          "赵强", person("sub-zhao", "赵强", "[approver]"));
  private static final RunCheck BLOCK =
      new RunCheck("undelivered", RunCheck.Level.BLOCK, 1.0, 0.0, "1 个数据集没有文件。");

  private final TestBucket bucket = new TestBucket();
  private DeskBench bench = new DeskBench();

  @BeforeEach
  void begin() {
    bench = new DeskBench(bucket.client(), FourEyes.REQUIRED);
  }

  @AfterAll
  void stop() {
    bucket.close();
  }

  /**
   * What 王建国 says after having seen what was there before 赵强 said something else. A was published
   * first, then B; C and D wait, D is blocked by a check.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          publish C | 赵强 publish C | 赵强于 2026-04-01 08:00 批准公布了这批结果，请刷新后再决定
          publish C | 赵强 publish D | 赵强于 2026-04-01 08:00 批准公布了另一批结果，请刷新后再决定
          publish D | 赵强 publish D | 赵强于 2026-04-01 08:00 批准公布了这批结果，请刷新后再决定
          publish C | 赵强 refuse C  | 赵强于 2026-04-01 08:00 退回了这批结果，不能发布；请按退回理由处理后重新计算
          publish D | 赵强 refuse D  | 赵强于 2026-04-01 08:00 退回了这批结果，不能发布；请按退回理由处理后重新计算
          refuse C  | 赵强 publish C | 赵强于 2026-04-01 08:00 批准公布了这批结果，不能再退回
          refuse C  | 赵强 refuse C  | 赵强于 2026-04-01 08:00 退回了这批结果，无需再次退回
          publish A | 赵强 publish C | 赵强于 2026-04-01 08:00 批准公布了另一批结果，请刷新后再决定
          publish A | 赵强 publish A | 赵强于 2026-04-01 08:00 提请恢复公布这批结果，请刷新后再决定
          """)
  void ofPublicationsOneHolds(String mine, String theirs, String sentence) {
    Map<String, String> runs =
        Map.of(
            "A", bench.awaiting(LI, null),
            "B", bench.awaiting(LI, null),
            "C", bench.awaiting(LI, null),
            "D", bench.awaiting(LI, null, BLOCK));
    decide("王建国", "publish A", runs);
    decide("王建国", "publish B", runs);
    bench.seal();

    String[] other = theirs.split(" ", 2);
    bench.process =
        FaultyClient.meanwhile(
            1, () -> assertThat(decide(other[0], other[1], runs).status()).isLessThan(300));
    var late = decide("王建国", mine, runs);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).isEqualTo(sentence);
    assertThat(bench.seal()).as("only the first one is on record").isEqualTo(1);
  }

  /** The bureau's order: of a zone of one person, whose run publishes itself in the meantime. */
  @Test
  void aRunThatPublishesItselfIsNamedToWhoDecidesAtTheSameTime() {
    bench.zone.known(2025, 1);
    String waits = bench.candidate(2025);
    bench.process = FaultyClient.meanwhile(1, () -> bench.publish(2025));

    var late = say("王建国", "/v1/years/2025/publication", DeskBench.publication(waits, "理由", null));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).isEqualTo("李敏于 2026-04-01 08:00 批准公布了另一批结果，请刷新后再决定");
    assertThat(bench.published(2025)).isNotEqualTo(waits);
  }

  /**
   * The bureau orders another run while an approver decides: both hold, the order undoes nothing.
   */
  @Test
  void anOrderAtTheSameTimeTakesNothingFromADecision() {
    bench.zone.known(2025, 1);
    String waits = bench.candidate(2025);
    bench.process = FaultyClient.meanwhile(1, () -> bench.order(2025, true, false));

    var decided =
        say("王建国", "/v1/years/2025/publication", DeskBench.publication(waits, "理由", null));

    assertThat(decided.status()).isEqualTo(200);
    assertThat(bench.published(2025)).isEqualTo(waits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          王建国 approval   | 赵强 refusal    | 规则 rules-1 已由赵强于 2026-04-01 08:00 退回，只有已提交的规则可以批准
          王建国 approval   | 李敏 withdrawal | 规则 rules-1 已由李敏于 2026-04-01 08:00 撤回，只有已提交的规则可以批准
          王建国 refusal    | 赵强 approval   | 规则 rules-1 已由赵强于 2026-04-01 08:00 批准，没有待决定的事项
          王建国 refusal    | 李敏 withdrawal | 规则 rules-1 已由李敏于 2026-04-01 08:00 撤回，没有待决定的事项
          """)
  void ofDecisionsOnARulebookOneHolds(String mine, String theirs, String sentence) {
    bench.draft("rules-1", "2026-01-01");
    rulebook("李敏 submission");
    bench.seal();
    bench.process =
        FaultyClient.meanwhile(1, () -> assertThat(rulebook(theirs).status()).isEqualTo(200));

    var late = rulebook(mine);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).isEqualTo(sentence);
    assertThat(bench.seal()).as("only the first one is on record").isEqualTo(1);
  }

  /** Whoever is first is heard, and the other one is told to look again: it is in one state. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          李敏 answer | 周婷 answer     | answered
          李敏 answer | 周婷 assignment | assigned
          李敏 assignment | 周婷 answer | answered
          """)
  void ofStepsOfAQuestionOneHolds(String mine, String theirs, String state) {
    bench.zone.known(2025, 1);
    bench.publish(2025);
    String id =
        bench
            .call(
                "POST",
                "/v1/questions",
                """
                {"year":2025,"uscc":"%s","about":{"kind":"stage"},"text":"有误"}
                """
                    .formatted(FactsZone.uscc(1)),
                DeskBench.enterprise(1))
            .body()
            .path("id")
            .asText();
    bench.seal();
    bench.process =
        FaultyClient.meanwhile(1, () -> assertThat(step(theirs, id).status()).isEqualTo(200));

    var late = step(mine, id);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).isEqualTo("该问题刚刚有了新的进展，请刷新后再办理");
    assertThat(bench.seal()).as("only the first one is on record").isEqualTo(1);
    assertThat(
            bench
                .call("GET", "/v1/questions/" + id, null, DeskBench.BUREAU)
                .body()
                .path("state")
                .asText())
        .isEqualTo(state);
  }

  private DeskBench.Answer step(String said, String id) {
    String[] parts = said.split(" ", 2);
    String body =
        parts[1].equals("answer")
            ? "{\"outcome\":\"dismissed\",\"text\":\"%s\"}".formatted(parts[0])
            : "{\"department\":\"tax\"}";
    return say(parts[0], "/v1/questions/%s/%s".formatted(id, parts[1]), body);
  }

  /** 王建国 approves what 李敏 has proposed; in the meantime somebody else does something. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          赵强 0.1 | 没有待批准的内容：应由经办人先提出，批准时提交同样的内容
          周婷 0.3 | 提交的内容与周婷提出的不同：批准时应提交同样的内容，不同意时提交现行内容
          """)
  void ofDecisionsOnASettingOneHolds(String theirs, String sentence) {
    limits("李敏 0.2");
    bench.process = FaultyClient.meanwhile(1, () -> limits(theirs));
    var late = limits("王建国 0.2");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).isEqualTo(sentence);
  }

  @Test
  void whoRefusesWhatWasJustApprovedIsToldByWhom() {
    limits("李敏 0.2");
    bench.process =
        FaultyClient.meanwhile(1, () -> assertThat(limits("赵强 0.2").status()).isEqualTo(200));
    var late = limits("王建国 0.1");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail())
        .isEqualTo("没有待批准的内容，现行内容由赵强于 2026-04-01 08:00 批准：应由经办人先提出，批准时提交同样的内容");
  }

  /** Whatever was decided since, who repeats a call gets the answer that it got. */
  @Test
  void aCallThatIsRepeatedGetsTheSameAnswer() {
    String first = bench.awaiting(LI, null);
    String second = bench.awaiting(LI, null);
    var answer = publish(first, "k1");
    assertThat(answer.status()).isEqualTo(200);
    bench.pass(Duration.ofMinutes(1));
    decide("赵强", "publish B", Map.of("B", second));
    bench.seal();

    var again = publish(first, "k1");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(answer.body());
    assertThat(bench.published(2025)).isEqualTo(second);
    assertThat(bench.seal()).isZero();
    assertThat(publish(second, "k1").status()).isEqualTo(422);
  }

  /** The one who is late has decided nothing: the key, written first, is free again. */
  @Test
  void theKeyOfWhoWasLateIsFree() {
    String run = bench.awaiting(LI, null);
    bench.process =
        FaultyClient.meanwhile(
            2, () -> decide("赵强", "publish A", Map.of("A", bench.awaiting(LI, null))));
    assertThat(publish(run, "k2").status()).isEqualTo(409);
    assertThat(publish(run, "k2").status()).isEqualTo(200);
  }

  private DeskBench.Answer publish(String run, String key) {
    return bench.call(
        "POST",
        "/v1/years/2025/publication",
        DeskBench.publication(run, null, null),
        claims("王建国"),
        key);
  }

  /** {@code publish A} with a reason, or {@code refuse A}. */
  private DeskBench.Answer decide(String who, String what, Map<String, String> runs) {
    String[] words = what.split(" ", 2);
    String run = runs.getOrDefault(words[1], "none");
    return words[0].equals("publish")
        ? say(who, "/v1/years/2025/publication", DeskBench.publication(run, "理由", null))
        : say(who, "/v1/years/2025/recomputations/%s/refusal".formatted(run), reason());
  }

  /** {@code 王建国 approval}. */
  private DeskBench.Answer rulebook(String said) {
    String[] words = said.split(" ", 2);
    return say(words[0], "/v1/rulebooks/rules-1/" + words[1], reason());
  }

  /** {@code 李敏 0.2}. */
  private DeskBench.Answer limits(String said) {
    String[] words = said.split(" ", 2);
    return bench.call(
        "PUT",
        "/v1/settings/limits.json",
        "{\"incompleteShare\":%s,\"rankedDrop\":0.1,\"medianShift\":10}".formatted(words[1]),
        claims(words[0]));
  }

  private static String reason() {
    return "{\"reason\":\"理由\"}";
  }

  private DeskBench.Answer say(String who, String path, String body) {
    return bench.call("POST", path, body, claims(who));
  }

  private static Map<String, String> claims(String who) {
    return PERSONS.getOrDefault(who, Map.of());
  }
}
