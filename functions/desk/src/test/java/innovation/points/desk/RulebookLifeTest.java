package innovation.points.desk;

import static innovation.points.desk.DeskBench.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.FourEyes;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.RulebookState;
import innovation.points.store.rulebook.StoredRulebooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rulebook from its draft to its withdrawal, decided by persons. */
class RulebookLifeTest {

  private static final Map<String, Map<String, String>> PERSONS =
      Map.of(
          "李敏", person("li.min", "李敏", "[bureau]"),
          "周婷", person("zhou.ting", "周婷", "[bureau]"),
          "王建国", person("wang.jianguo", "王建国", "[approver]"),
          "陈红", person("chen.hong", "陈红", "[bureau approver]"));

  private DeskBench bench = new DeskBench();

  private RulebookLives lives() {
    return bench.lives();
  }

  private void draft(String id, String from) {
    bench.draft(id, from);
  }

  private DeskBench.Answer say(String who, String decision, String id, @Nullable String reason) {
    String body = reason == null ? "{}" : "{\"reason\":\"%s\"}".formatted(reason);
    return bench.call(
        "POST",
        "/v1/rulebooks/%s/%s".formatted(id, decision),
        body,
        PERSONS.getOrDefault(who, Map.of()));
  }

  private List<String> inForce() {
    return new StoredRulebooks(bench.tables.client(), bench.tables.scores())
        .all().stream().map(Rulebook::id).toList();
  }

  private List<String> steps(String id) {
    return lives().find(id).orElseThrow().steps().stream()
        .map(
            step ->
                "%s %s%s"
                    .formatted(
                        step.state(),
                        step.by().name(),
                        step.reason() == null ? "" : " " + step.reason()))
        .toList();
  }

  @Test
  void governsOnlyOnceAnotherPersonHasApprovedIt() {
    draft("rules-2026", "2026-01-01");
    assertThat(inForce()).isEmpty();

    var submitted = say("李敏", "submission", "rules-2026", null);
    assertThat(submitted.status()).isEqualTo(200);
    assertThat(submitted.body().path("state").asText()).isEqualTo("submitted");
    assertThat(inForce()).isEmpty();

    var approved = say("王建国", "approval", "rules-2026", null);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.body().path("state").asText()).isEqualTo("in-force");
    assertThat(inForce()).containsExactly("rules-2026");
    assertThat(steps("rules-2026")).containsExactly("submitted 李敏", "approved 王建国");
    JsonNode step = approved.body().at("/steps/1");
    assertThat(step.at("/by/sub").asText()).isEqualTo("wang.jianguo");
    assertThat(step.at("/by/role").asText()).isEqualTo("approver");
    assertThat(step.path("at").asText()).isEqualTo("2026-04-01T00:00:00Z");
  }

  @Test
  void nobodyApprovesWhatHeSubmitted() {
    draft("rules-2026", "2026-01-01");
    say("陈红", "submission", "rules-2026", null);
    var own = say("陈红", "approval", "rules-2026", null);
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.detail()).isEqualTo("陈红提交的规则应由另一人批准");
    assertThat(say("李敏", "approval", "rules-2026", null).status()).isEqualTo(403);
    assertThat(say("王建国", "submission", "rules-2026", null).status()).isEqualTo(403);
    assertThat(inForce()).isEmpty();
    assertThat(say("王建国", "approval", "rules-2026", null).status()).isEqualTo(200);
  }

  @Test
  void aZoneOfOnePersonSubmitsAndApprovesAtOnce() {
    bench = new DeskBench(FourEyes.OFF);
    draft("rules-2026", "2026-01-01");
    assertThat(say("李敏", "submission", "rules-2026", null).body().path("state").asText())
        .isEqualTo("in-force");
    assertThat(steps("rules-2026")).containsExactly("submitted 李敏", "approved 李敏");
    assertThat(say("李敏", "withdrawal", "rules-2026", "作废").body().path("state").asText())
        .isEqualTo("withdrawn");
    assertThat(inForce()).isEmpty();
  }

  @Test
  void isSentBackWithAReason() {
    draft("rules-2026", "2027-01-01");
    say("李敏", "submission", "rules-2026", null);
    var silent = say("王建国", "refusal", "rules-2026", null);
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.body().at("/errors/0/detail").asText()).isEqualTo("退回应在 reason 中说明理由");

    assertThat(say("王建国", "refusal", "rules-2026", "案例不足").body().path("state").asText())
        .isEqualTo("refused");
    assertThat(say("李敏", "submission", "rules-2026", "已补充说明").status()).isEqualTo(200);
    assertThat(say("王建国", "approval", "rules-2026", null).body().path("state").asText())
        .isEqualTo("approved");
    assertThat(steps("rules-2026"))
        .containsExactly("submitted 李敏", "refused 王建国 案例不足", "submitted 李敏 已补充说明", "approved 王建国");
  }

  @Test
  void aDateWithinAPublishedYearNeedsAReason() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    draft("rules-2025", "2025-07-01");

    var silent = say("李敏", "submission", "rules-2025", null);
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.body().at("/errors/0/detail").asText())
        .isEqualTo("规则自 2025-07-01 起施行，涉及已公布的 2025 年度，请在 reason 中说明理由");
    assertThat(say("李敏", "submission", "rules-2025", "更正文号").status()).isEqualTo(200);
    assertThat(say("王建国", "approval", "rules-2025", null).status()).isEqualTo(200);

    draft("rules-2026", "2026-01-01");
    assertThat(say("李敏", "submission", "rules-2026", null).status()).isEqualTo(200);
  }

  @Test
  void aYearThatIsPublishedMeanwhileNeedsTheReasonOfWhoApproves() {
    draft("rules-2025", "2025-07-01");
    say("李敏", "submission", "rules-2025", null);
    bench.zone.known(2025, 2);
    bench.publish(2025);

    var silent = say("王建国", "approval", "rules-2025", null);
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.body().at("/errors/0/detail").asText())
        .isEqualTo("规则自 2025-07-01 起施行，涉及已公布的 2025 年度，提交时没有理由，请在 reason 中说明");
    assertThat(say("王建国", "approval", "rules-2025", "同意追溯").status()).isEqualTo(200);
  }

  @Test
  void anApprovedOneIsWithdrawnByTwoPersons() {
    draft("rules-2026", "2026-01-01");
    say("李敏", "submission", "rules-2026", null);
    say("王建国", "approval", "rules-2026", null);

    assertThat(say("王建国", "withdrawal", "rules-2026", "有误").status()).isEqualTo(409);
    assertThat(say("陈红", "withdrawal", "rules-2026", null).status()).isEqualTo(400);
    var asked = say("陈红", "withdrawal", "rules-2026", "曲线有误");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body().at("/withdrawal/reason").asText()).isEqualTo("曲线有误");
    assertThat(say("陈红", "withdrawal", "rules-2026", "曲线有误").status()).isEqualTo(202);
    assertThat(say("李敏", "withdrawal", "rules-2026", "曲线有误").status()).isEqualTo(202);
    assertThat(inForce()).containsExactly("rules-2026");

    assertThat(say("王建国", "refusal", "rules-2026", "年度中不宜").body().path("state").asText())
        .isEqualTo("in-force");
    say("李敏", "withdrawal", "rules-2026", "曲线有误");
    var withdrawn = say("王建国", "withdrawal", "rules-2026", "同意");
    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(inForce()).isEmpty();
    assertThat(steps("rules-2026"))
        .containsExactly(
            "submitted 李敏",
            "approved 王建国",
            "withdrawal-asked 陈红 曲线有误",
            "withdrawal-refused 王建国 年度中不宜",
            "withdrawal-asked 李敏 曲线有误",
            "withdrawn 王建国 同意");
    assertThat(say("李敏", "submission", "rules-2026", null).detail())
        .isEqualTo("规则 rules-2026 已由王建国于 2026-04-01 08:00 撤回，不能再提交；请改用新的编号上传");
  }

  @Test
  void theBureauWithdrawsADraftAlone() {
    draft("rules-2026", "2026-01-01");
    say("李敏", "submission", "rules-2026", null);
    assertThat(say("周婷", "withdrawal", "rules-2026", "重新拟定").body().path("state").asText())
        .isEqualTo("withdrawn");
    var late = say("王建国", "approval", "rules-2026", null);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).isEqualTo("规则 rules-2026 已由周婷于 2026-04-01 08:00 撤回，只有已提交的规则可以批准");
  }

  @Test
  void aFileWithProblemsCannotBeSubmitted() {
    lives()
        .save(
            RulebookLife.draft("bad", "v1", bench.time.get(), null, 0, List.of("第 1 行", "第 2 行")),
            List.of());
    var refused = say("李敏", "submission", "bad", null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).isEqualTo("规则文件有 2 处问题，改正后再提交");
    assertThat(say("李敏", "submission", "none", null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "submission, 李敏, submitted",
    "approval, 王建国, in-force",
    "refusal, 王建国, refused",
    "withdrawal, 李敏, withdrawn"
  })
  void aDecisionSaidTwiceIsOne(String decision, String who, String state) {
    draft("rules-2026", "2026-01-01");
    if (!decision.equals("submission")) {
      say("李敏", "submission", "rules-2026", null);
    }
    say(who, decision, "rules-2026", "理由");
    long revision = lives().find("rules-2026").orElseThrow().revision();
    var again = say(who, decision, "rules-2026", "理由");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("state").asText()).isEqualTo(state);
    assertThat(lives().find("rules-2026").orElseThrow().revision()).isEqualTo(revision);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneDecides() throws Exception {
    for (int round = 0; round < 5; round++) {
      String id = "rules-" + round;
      draft(id, "2026-01-01");
      say("李敏", "submission", id, null);
      List<Callable<DeskBench.Answer>> both =
          List.of(() -> say("王建国", "approval", id, null), () -> say("陈红", "refusal", id, "不同意"));
      List<Integer> statuses = atOnce(both);
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
      assertThat(lives().find(id).orElseThrow().steps()).hasSize(2);
    }
  }

  private static List<Integer> atOnce(List<Callable<DeskBench.Answer>> calls) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var answers = new ArrayList<Future<DeskBench.Answer>>();
      for (var call : calls) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      var statuses = new ArrayList<Integer>();
      for (var answer : answers) {
        statuses.add(answer.get().status());
      }
      return statuses;
    }
  }

  @Test
  void aDraftIsPutWithoutAnS3Client() {
    var announced = announce("rules-2026", 1_000);
    assertThat(announced.status()).isEqualTo(201);
    assertThat(announced.body().path("key").asText()).isEqualTo("rulebooks/rules-2026.yaml");
    assertThat(announced.body().at("/put/url").asText()).contains("rulebooks/rules-2026.yaml");
    assertThat(announced.headers()).containsEntry("Location", "/v1/rulebook-files/rules-2026");

    assertThat(bench.recorded()).containsExactly("李敏 upload.announced rules-2026.yaml done null");

    draft("rules-2026", "2026-01-01");
    assertThat(announce("rules-2026", 1_000).status()).isEqualTo(201);
    say("李敏", "submission", "rules-2026", null);
    var late = announce("rules-2026", 1_000);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).isEqualTo("编号 rules-2026 已有提交或批准过的规则，不再改动；请改用新的编号。");
    assertThat(lives().find("rules-2026").orElseThrow().state()).isEqualTo(RulebookState.SUBMITTED);
    assertThat(announce("xinxiang-2022-110", 1_000).status()).isEqualTo(409);

    var wrong = announce("Rules 2026", 300 * 1024);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("errors"))
        .extracting(error -> error.path("detail").asText())
        .containsExactly(
            "字段 id 应为小写字母、数字和连字符，最多 64 个字，收到：Rules 2026", "字段 bytes 应为 1 到 262144 的整数，收到：307200");
  }

  private DeskBench.Answer announce(String id, long bytes) {
    return bench.call(
        "POST",
        "/v1/rulebooks",
        "{\"id\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}".formatted(id, bytes, "0a".repeat(32)),
        PERSONS.getOrDefault("李敏", Map.of()));
  }
}
