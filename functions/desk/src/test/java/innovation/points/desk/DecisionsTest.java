package innovation.points.desk;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Value;
import innovation.points.store.run.RunStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An approver publishes a generation, or two go back to one. */
class DecisionsTest {

  private static final Map<String, String> OTHER = DeskBench.approver("sub-zhao", "赵强");
  private static final String PUBLICATION = "/v1/years/2025/publication";

  private final DeskBench bench = new DeskBench();

  @Test
  void aCandidateIsPublishedByDecisionAndTheFormerOneComesBack() {
    bench.zone.known(2025, 3);
    String first = bench.publish(2025);
    bench.zone.correct("operations", 2025, 1, "v2", Map.of("rdExpense", Value.of(900)));
    String candidate = bench.candidate(2025);

    var published = publish(candidate);
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.body().path("generation").asText()).isEqualTo(candidate);
    assertThat(published.body().path("year").asInt()).isEqualTo(2025);
    assertThat(published.body().path("rulebook").asText()).isEqualTo("xinxiang-2022-110");
    assertThat(bench.published(2025)).isEqualTo(candidate);
    assertThat(status(candidate)).isEqualTo(RunStatus.PUBLISHED);

    bench.pass(Duration.ofMinutes(1));
    assertThat(publish(first).status()).isEqualTo(202);
    assertThat(bench.published(2025)).isEqualTo(candidate);
    assertThat(publish(first, OTHER).status()).isEqualTo(200);
    assertThat(bench.published(2025)).isEqualTo(first);
    assertThat(bench.zone.facts().zone().published()).containsEntry(2025, first);
  }

  @Test
  void whoIsToldOfAPublicationHasWaitedUntilEveryReaderSeesIt() {
    bench.zone.known(2025, 1);
    String candidate = bench.candidate(2025);
    var before = bench.time.get();

    publish(candidate);

    assertThat(Duration.between(before, bench.time.get())).isEqualTo(Duration.ofMillis(1_200));
  }

  @Test
  void publishingWhatIsPublishedChangesNothing() {
    bench.zone.known(2025, 1);
    String run = bench.publish(2025);
    var before = bench.publications.of(2025);
    bench.pass(Duration.ofHours(1));

    assertThat(publish(run).status()).isEqualTo(200);
    assertThat(bench.publications.of(2025)).isEqualTo(before);
  }

  @Test
  void onlyACompleteGenerationOfThatYearCanBePublished() {
    bench.zone.known(2025, 1);
    String waiting = bench.order(2025, true, false);
    String trial = bench.order(2025, false, true);
    bench.execute(2025, trial);

    assertThat(publish(waiting).status()).isEqualTo(409);
    assertThat(publish(waiting).detail()).isEqualTo("这次计算尚未完成，不能发布");
    assertThat(publish(trial).status()).isEqualTo(409);
    assertThat(publish(trial).detail()).isEqualTo("试算不产生可发布的结果，请重新计算后发布");
    assertThat(publish("2025-x").status()).isEqualTo(404);
    assertThat(publish("2025-x").detail()).isEqualTo("2025 年度没有这一批结果，请在计算记录中核对批次号");
    assertThat(bench.published(2025)).isNull();
  }

  @Test
  void aRunOrderedBeforeADecisionDoesNotUndoIt() {
    bench.zone.known(2025, 2);
    String first = bench.publish(2025);
    bench.publish(2025);
    String ordered = bench.order(2025, true, false);
    bench.pass(Duration.ofSeconds(1));
    publish(first);
    publish(first, OTHER);

    bench.execute(2025, ordered);

    assertThat(bench.published(2025)).isEqualTo(first);
    assertThat(status(ordered)).isEqualTo(RunStatus.COMPLETE);
    String later = bench.publish(2025);
    assertThat(bench.published(2025)).isEqualTo(later);
  }

  @Test
  void nobodyElsePublishes() {
    bench.zone.known(2025, 1);
    String body = "{\"generation\":\"%s\"}".formatted(bench.candidate(2025));
    var bureau = DeskBench.BUREAU;
    assertThat(bench.call("POST", PUBLICATION, body, bureau).status()).isEqualTo(403);
    var department = Map.of("cognito:groups", "[department]", "custom:department", "tax");

    assertThat(bench.callWithoutToken("POST", PUBLICATION, body).status()).isEqualTo(401);
    assertThat(bench.call("POST", PUBLICATION, body, department).status()).isEqualTo(403);
    assertThat(bench.call("POST", PUBLICATION, body, DeskBench.enterprise(1)).status())
        .isEqualTo(403);
    assertThat(bench.published(2025)).isNull();
  }

  private DeskBench.Answer publish(String generation) {
    return publish(generation, DeskBench.APPROVER);
  }

  private DeskBench.Answer publish(String generation, Map<String, String> person) {
    String body = "{\"generation\":\"%s\",\"override\":{\"reason\":\"数据以后补齐\"}}";
    return bench.call("POST", PUBLICATION, body.formatted(generation), person);
  }

  private RunStatus status(String run) {
    return bench.runs.find(2025, run).orElseThrow().status();
  }
}
