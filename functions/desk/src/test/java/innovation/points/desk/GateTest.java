package innovation.points.desk;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunCheck.Level;
import innovation.points.store.run.RunDecision;
import innovation.points.store.run.RunDecision.Kind;
import innovation.points.store.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a complete generation and its publication: checks, and another person. */
class GateTest {

  private static final String PUBLICATION = "/v1/years/2025/publication";
  private static final Person LI = new Person("sub-li", "李敏", "bureau", null);
  private static final Person WANG = new Person("sub-wang", "王芳", "approver", null);
  private static final Person ZHAO = new Person("sub-zhao", "赵强", "approver", null);
  private static final RunCheck BLOCK =
      new RunCheck("undelivered", Level.BLOCK, 1.0, 0.0, "1 个数据集没有文件。");
  private static final RunCheck WARN = new RunCheck("held-files", Level.WARN, 2.0, 0.0, "2 个待确认。");

  private DeskBench bench = new DeskBench();

  /** Whoever says it again, it is no decision, and the answer says whose it was. */
  @Test
  void whatIsInForceIsNotPublishedAgain() {
    String run = bench.awaiting(LI, null);
    assertThat(publish(run, WANG, null).body().has("said")).isFalse();
    bench.seal();
    bench.pass(Duration.ofMinutes(1));
    for (var who : List.of(WANG, ZHAO)) {
      var again = publish(run, who, null);
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.body().path("said").asText())
          .isEqualTo("这批结果已由王芳于 2026-04-01 08:00 批准公布，现在公布的就是这一批，无需再次批准");
    }
    assertThat(bench.seal()).isZero();
  }

  @Test
  void aBlockNeedsAReasonByWhoApproves() {
    String run = awaiting(LI, null, BLOCK, WARN);

    var refused = publish(run, WANG, null);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).isEqualTo("有 1 项检查未通过；请处理后重新计算，或在 override.reason 中说明仍要公布的理由");
    assertThat(refused.body().path("errors").toString())
        .isEqualTo("[{\"in\":\"checks\",\"name\":\"undelivered\",\"detail\":\"1 个数据集没有文件。\"}]");
    assertThat(bench.published(2025)).isNull();

    assertThat(publish(run, WANG, "公示期内补齐").status()).isEqualTo(200);
    assertThat(decisions(run))
        .containsExactly(new RunDecision(Kind.PUBLISHED, WANG, decidedAt(run), "公示期内补齐", notice()));
  }

  @Test
  void aReasonGivenWithTheOrderCountsOnceAnotherPersonPublishes() {
    String run = awaiting(LI, "上级已同意", BLOCK);

    assertThat(publish(run, WANG, null).status()).isEqualTo(200);
    assertThat(bench.published(2025)).isEqualTo(run);
  }

  @Test
  void whoOrderedARunDoesNotPublishIt() {
    String run = awaiting(WANG, "上级已同意");

    var answer = publish(run, WANG, "上级已同意");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.detail()).isEqualTo("这次计算由您本人发起，应由另一位审批人批准公布");
    assertThat(bench.published(2025)).isNull();
    assertThat(publish(run, ZHAO, null).status()).isEqualTo(200);
  }

  @Test
  void whatTheScheduleOrderedIsPublishedByAnyApprover() {
    String run = awaiting(Person.SCHEDULE, null);

    assertThat(publish(run, WANG, null).status()).isEqualTo(200);
  }

  @Test
  void aZoneOfOnePublishesAlone() {
    bench = new DeskBench(FourEyes.OFF);
    String run = awaiting(WANG, null, BLOCK);

    assertThat(publish(run, WANG, null).status()).isEqualTo(409);
    assertThat(publish(run, WANG, "补齐").status()).isEqualTo(200);
    String next = awaiting(WANG, null);
    publish(next, WANG, null);
    assertThat(publish(run, WANG, null).status()).as("going back").isEqualTo(200);
    assertThat(bench.published(2025)).isEqualTo(run);
  }

  @Test
  void whatIsRefusedStaysRefused() {
    String run = awaiting(LI, null);

    var refused = refuse(run, WANG, "税务数据有误");

    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body().path("status").asText()).isEqualTo("refused");
    assertThat(run(run).status()).isEqualTo(RunStatus.REFUSED);
    assertThat(decisions(run))
        .containsExactly(new RunDecision(Kind.REFUSED, WANG, decidedAt(run), "税务数据有误", null));
    assertThat(publish(run, ZHAO, "仍要公布").detail())
        .isEqualTo("王芳于 2026-04-01 08:00 退回了这批结果，不能发布；请按退回理由处理后重新计算");
    assertThat(refuse(run, ZHAO, "再退").detail()).isEqualTo("王芳于 2026-04-01 08:00 退回了这批结果，无需再次退回");
    assertThat(bench.published(2025)).isNull();
  }

  @Test
  void onlyWhatWaitsIsRefusedAndWithAReason() {
    String run = awaiting(LI, null);
    publish(run, WANG, null);

    assertThat(refuse(run, WANG, "晚了").detail()).isEqualTo("王芳于 2026-04-01 08:00 批准公布了这批结果，不能再退回");
    assertThat(refuse(awaiting(LI, null), WANG, " ").detail())
        .isEqualTo("字段 reason 应为 1 到 500 个字的理由，收到的为空");
  }

  @Test
  void goingBackTakesTwoApproversOfTheSameMind() {
    String first = published();
    String second = published();
    String third = published();

    var asked = publish(first, WANG, "第二批有误");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body().path("by").path("name").asText()).isEqualTo("王芳");
    assertThat(publish(first, WANG, "再说一遍").status()).as("the same again").isEqualTo(202);
    assertThat(bench.published(2025)).isEqualTo(third);
    assertThat(publish(second, ZHAO, null).status()).as("another one").isEqualTo(202);
    assertThat(publish(first, ZHAO, null).status()).as("the same person").isEqualTo(202);
    assertThat(bench.published(2025)).isEqualTo(third);

    assertThat(publish(first, WANG, null).status()).isEqualTo(200);

    assertThat(bench.published(2025)).isEqualTo(first);
    assertThat(decisions(first))
        .extracting(RunDecision::kind)
        .containsExactly(Kind.PUBLISHED, Kind.ASKED, Kind.ASKED, Kind.RESTORED);
  }

  @Test
  void whatWasAskedForIsOverWhenSomethingElseIsPublished() {
    String first = published();
    published();
    publish(first, WANG, "有误");
    String third = published();

    assertThat(publish(first, ZHAO, null).status()).as("asks anew").isEqualTo(202);
    assertThat(bench.published(2025)).isEqualTo(third);
  }

  @Test
  void aNoticePeriodThatRunsIsKeptUnlessTheCallSaysOtherwise() {
    // Wednesday, 1 April 2026: five working days later it is Wednesday again.
    String first = published();
    assertThat(pointer().noticeUntil()).isEqualTo(LocalDate.of(2026, 4, 8));
    bench.pass(Duration.ofDays(2));
    String second = published();
    assertThat(pointer().noticeUntil()).isEqualTo(LocalDate.of(2026, 4, 8));

    publish(first, WANG, null);
    publish(first, ZHAO, null);
    assertThat(pointer().generation()).isEqualTo(first);
    assertThat(pointer().noticeUntil()).isEqualTo(LocalDate.of(2026, 4, 8));

    var extended = call(PUBLICATION, DeskBench.publication(first, null, "2026-04-20"), WANG);
    assertThat(extended.status()).isEqualTo(200);
    assertThat(pointer().noticeUntil()).isEqualTo(LocalDate.of(2026, 4, 20));
    bench.pass(Duration.ofDays(30));
    published();
    assertThat(pointer().noticeUntil()).as("a new one").isEqualTo(LocalDate.of(2026, 5, 8));
    assertThat(second).isNotEqualTo(pointer().generation());
  }

  @Test
  void everyDecisionIsOnRecordWithItsPersonAndReason() {
    String first = published();
    String second = published();
    publish(first, WANG, "有误");
    bench.pass(Duration.ofSeconds(1));
    publish(first, ZHAO, null);
    String third = awaiting(LI, null);
    refuse(third, ZHAO, "数据不全");

    assertThat(bench.recorded())
        .containsExactly(
            "王芳 publication.approved %s published null".formatted(first),
            "王芳 publication.approved %s published null".formatted(second),
            "王芳 publication.approved %s asked 有误".formatted(first),
            "赵强 publication.approved %s restored null".formatted(first),
            "赵强 publication.refused %s refused 数据不全".formatted(third));
  }

  @Test
  void aDecisionWhoseEndWasLostIsFinishedWhenItIsRepeated() {
    String run = awaiting(LI, null);
    var decision = new RunDecision(Kind.PUBLISHED, WANG, bench.time.get(), null, null);
    bench.publications.decide(
        run(run), null, "2025-x", decision, List.of(bench.zone.facts().publication(2025, run)));
    assertThat(run(run).status()).isEqualTo(RunStatus.AWAITING_APPROVAL);

    assertThat(publish(run, WANG, null).status()).isEqualTo(200);

    assertThat(run(run).status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(decisions(run)).containsExactly(decision);
  }

  @RepeatedTest(5)
  void twoApproversAtOnceEndInOneDecision() throws Exception {
    String one = awaiting(LI, null);
    String other = awaiting(LI, null);

    List<DeskBench.Answer> answers =
        atOnce(() -> publish(one, WANG, null), () -> publish(other, ZHAO, null));

    assertThat(answers).extracting(DeskBench.Answer::status).contains(200).containsAnyOf(200, 409);
    Stream.of(one, other)
        .filter(run -> !run.equals(bench.published(2025)))
        .forEach(
            run ->
                assertThat(run(run).publishedAt() != null)
                    .as("published before the other")
                    .isEqualTo(answers.stream().allMatch(answer -> answer.status() == 200)));
  }

  @RepeatedTest(5)
  void approvedAndRefusedAtOnceIsOneOfThem() throws Exception {
    String run = awaiting(LI, null);

    List<DeskBench.Answer> answers =
        atOnce(() -> publish(run, WANG, null), () -> refuse(run, ZHAO, "有误"));

    assertThat(answers).extracting(DeskBench.Answer::status).containsExactlyInAnyOrder(200, 409);
    boolean isPublished = run.equals(bench.published(2025));
    assertThat(run(run).status()).isEqualTo(isPublished ? RunStatus.PUBLISHED : RunStatus.REFUSED);
    assertThat(decisions(run)).hasSize(1);
  }

  /** Whatever three persons do in whatever order, two of them stand behind what is published. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void twoPersonsStandBehindEveryPublication(long seed) {
    var random = new Random(seed);
    var persons = List.of(LI, WANG, ZHAO);
    var runs = new ArrayList<String>();
    for (int event = 0; event < 40; event++) {
      bench.pass(Duration.ofSeconds(1 + random.nextInt(100)));
      Person person = persons.get(random.nextInt(persons.size()));
      if (runs.isEmpty() || random.nextInt(4) == 0) {
        runs.add(
            random.nextBoolean()
                ? awaiting(person, null)
                : awaiting(person, random.nextBoolean() ? "已同意" : null, BLOCK));
      } else {
        String run = runs.get(random.nextInt(runs.size()));
        String reason = random.nextBoolean() ? "理由" : null;
        String before = bench.published(2025);
        var answer =
            random.nextInt(5) == 0 ? refuse(run, person, "退回") : publish(run, person, reason);
        assertThat(answer.status()).isIn(200, 202, 409);
        if (answer.status() != 200) {
          assertThat(bench.published(2025)).isEqualTo(before);
        }
      }
      String published = bench.published(2025);
      if (published != null) {
        assertTwoPersons(published);
      }
    }
  }

  private void assertTwoPersons(String published) {
    Run run = run(published);
    List<RunDecision> decisions = run.decisions();
    RunDecision first = decisions.getFirst();
    assertThat(run.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(first.kind()).isEqualTo(Kind.PUBLISHED);
    assertThat(first.by().isSameAs(run.order().by())).isFalse();
    assertThat(run.blocking().isEmpty() || run.order().override() != null || first.reason() != null)
        .isTrue();
    Person asked = null;
    for (RunDecision decision : decisions.subList(1, decisions.size())) {
      switch (decision.kind()) {
        case ASKED -> asked = decision.by();
        case RESTORED -> {
          assertThat(asked).isNotNull();
          assertThat(decision.by().isSameAs(asked)).isFalse();
        }
        case PUBLISHED, REFUSED, NOTICE -> throw new AssertionError(decision.toString());
      }
    }
  }

  private String published() {
    bench.pass(Duration.ofSeconds(10));
    String run = awaiting(LI, null);
    assertThat(publish(run, WANG, null).status()).isEqualTo(200);
    return run;
  }

  private String awaiting(Person by, @Nullable String override, RunCheck... checks) {
    return bench.awaiting(by, override, checks);
  }

  private Run run(String id) {
    return bench.runs.find(2025, id).orElseThrow();
  }

  private List<RunDecision> decisions(String id) {
    return run(id).decisions();
  }

  private Instant decidedAt(String id) {
    return decisions(id).getFirst().at();
  }

  private Pointer pointer() {
    return bench.publications.of(2025).orElseThrow();
  }

  private @Nullable LocalDate notice() {
    return pointer().noticeUntil();
  }

  private DeskBench.Answer publish(String run, Person person, @Nullable String reason) {
    return call(PUBLICATION, DeskBench.publication(run, reason, null), person);
  }

  private DeskBench.Answer refuse(String run, Person person, String reason) {
    String path = "/v1/years/2025/recomputations/%s/refusal".formatted(run);
    return call(path, "{\"reason\":\"%s\"}".formatted(reason), person);
  }

  /** As an approver, whatever else the person is. */
  private DeskBench.Answer call(String path, String body, Person person) {
    return bench.call("POST", path, body, DeskBench.approver(person.sub(), person.name()));
  }

  private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<T>();
      for (var each : executor.invokeAll(List.of(one, other))) {
        answers.add(each.get());
      }
      return answers;
    }
  }
}
