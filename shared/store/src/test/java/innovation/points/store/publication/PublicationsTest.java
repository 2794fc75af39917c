package innovation.points.store.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.store.EmbeddedTables;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.run.Run;
import innovation.points.store.run.Run.RulebookUsed;
import innovation.points.store.run.RunClaim;
import innovation.points.store.run.RunDecision;
import innovation.points.store.run.RunDecision.Kind;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.RunLeaseLostException;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.RunStep;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.Samples;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicationsTest {

  private static final Instant NOON = Samples.NOON;
  private static final Instant LATER = NOON.plusSeconds(900);

  private final EmbeddedTables tables = new EmbeddedTables();
  private final Runs runs = new Runs(tables.client(), EmbeddedTables.SCORES);
  private final Publications publications =
      new Publications(tables.client(), EmbeddedTables.SCORES);
  private final FactsTable facts = new FactsTable(tables.client(), EmbeddedTables.FACTS);

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void aRunIsOrderedOnce() {
    assertThat(runs.order(Samples.ordered("a"))).isTrue();
    claim("a", "x");
    assertThat(runs.order(Samples.ordered("a"))).isFalse();

    assertThat(runs.find(2025, "a").orElseThrow().attempts()).isEqualTo(1);
    assertThat(runs.find(2024, "a")).isEmpty();
  }

  @Test
  void runsAreListedNewestFirstInPages() {
    List.of("a", "c", "b").forEach(id -> runs.order(Samples.ordered(id)));

    var first = runs.list(2025, 2, null);
    assertThat(first.items()).extracting(Run::id).containsExactly("c", "b");
    var second = runs.list(2025, 2, first.next());
    assertThat(second.items()).extracting(Run::id).containsExactly("a");
    assertThat(second.next()).isNull();
  }

  @Test
  void oneAtATimeWorksOnARun() {
    runs.order(Samples.ordered("a"));
    claim("a", "first");

    assertThat(runs.claim(2025, "a", "second", LATER, LATER.plusSeconds(1)))
        .isEqualTo(new RunClaim.Busy(LATER));
    assertThat(runs.claim(2025, "b", "second", NOON, LATER)).isEqualTo(new RunClaim.Unknown());
  }

  @Test
  void whoLostItsLeaseChangesNothing() {
    runs.order(Samples.ordered("a"));
    RunLease lost = claim("a", "first");
    runs.claim(2025, "a", "second", LATER.plusNanos(1), LATER.plusSeconds(60));

    assertThatThrownBy(() -> runs.progress(lost, new RunStep("writing", 1, 2)))
        .isInstanceOf(RunLeaseLostException.class)
        .hasMessage("run a is no longer held by first");
    assertThat(runs.find(2025, "a").orElseThrow().progress()).isEqualTo(RunStep.WAITING);
  }

  @Test
  void aFailedRunCanBeBegunAgainUnlessItFailedForGood() {
    runs.order(Samples.ordered("a"));
    runs.fail(claim("a", "first"), "写入失败", null);
    Run failed = runs.find(2025, "a").orElseThrow();
    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.failure()).isEqualTo("写入失败");

    RunLease lease = claim("a", "second");
    runs.begin(lease, new RulebookUsed("r", "d"));
    assertThat(runs.find(2025, "a").orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(runs.find(2025, "a").orElseThrow().failure()).isNull();

    runs.fail(lease, "没有名录", NOON);
    assertThat(runs.claim(2025, "a", "third", LATER, LATER)).isInstanceOf(RunClaim.Over.class);
  }

  @Test
  void publishingMovesPointerRunAndZoneTogether() {
    RunClaim.Held held = completed("a");

    assertThat(publish(held)).isTrue();

    var pointer = new Pointer(2025, "a", NOON, "r", "d", Samples.counts(3), "a", null, null);
    assertThat(publications.of(2025)).contains(pointer);
    assertThat(publications.all()).containsExactly(pointer);
    assertThat(runs.find(2025, "a").orElseThrow().publishedAt()).isEqualTo(NOON);
    assertThat(facts.zone().published()).containsEntry(2025, "a");
    publications.settled(held.run());
    assertThat(runs.find(2025, "a").orElseThrow().status()).isEqualTo(RunStatus.PUBLISHED);
  }

  @Test
  void anOlderRunDoesNotReplaceANewerOne() {
    RunClaim.Held older = completed("a");
    RunClaim.Held newer = completed("b");

    assertThat(publish(newer)).isTrue();
    assertThat(publish(older)).isFalse();

    assertThat(publications.of(2025).orElseThrow().generation()).isEqualTo("b");
    assertThat(runs.find(2025, "a").orElseThrow().publishedAt()).isNull();
    assertThat(facts.zone().published()).containsEntry(2025, "b");
  }

  @Test
  void aRunEndsAsWhatBecameOfIt() {
    RunClaim.Held overtaken = completed("a");
    RunClaim.Held published = completed("b");
    publish(published);

    runs.finish(overtaken.lease(), false, "已有更新的结果", LATER, _ -> List.of());
    runs.finish(published.lease(), true, null, LATER, _ -> List.of());

    Run complete = runs.find(2025, "a").orElseThrow();
    assertThat(complete.status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(complete.note()).isEqualTo("已有更新的结果");
    assertThat(complete.finishedAt()).isEqualTo(LATER);
    assertThat(runs.find(2025, "b").orElseThrow().status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(runs.claim(2025, "a", "x", LATER, LATER)).isEqualTo(new RunClaim.Over(complete));
  }

  @Test
  void aRunTheBureauPublishedMeanwhileEndsPublished() {
    RunClaim.Held held = completed("a");
    decide(held.run(), null, "z", NOON);

    assertThat(publish(held)).isFalse();
    runs.finish(held.lease(), false, "已有更新的结果", LATER, _ -> List.of());

    Run run = runs.find(2025, "a").orElseThrow();
    assertThat(run.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(run.note()).isNull();
  }

  @Test
  void aRunThatWasLetGoGoesOnWithAnother() {
    runs.order(Samples.ordered("a"));
    RunLease lease = claim("a", "first");
    assertThat(runs.find(2025, "a").orElseThrow().stalled(LATER)).isFalse();
    assertThat(runs.find(2025, "a").orElseThrow().stalled(LATER.plusMillis(1))).isTrue();

    runs.release(lease);

    assertThat(runs.claim(2025, "a", "second", NOON, LATER)).isInstanceOf(RunClaim.Held.class);
  }

  @Test
  void whoLostItsLeasePublishesNothing() {
    RunClaim.Held lost = completed("a");
    runs.claim(2025, "a", "other", LATER.plusNanos(1), LATER.plusSeconds(60));

    assertThatThrownBy(() -> publish(lost)).isInstanceOf(RunLeaseLostException.class);
    assertThat(publications.all()).isEmpty();
    assertThat(facts.zone().published()).isEmpty();
  }

  @Test
  void goingBackStandsAgainstRunsOrderedBeforeTheDecision() {
    RunClaim.Held first = completed("a");
    publish(first);
    publish(completed("b"));
    RunClaim.Held orderedBefore = completed("c");
    Run back = runs.find(2025, "a").orElseThrow();

    boolean done = decide(back, publications.of(2025).orElseThrow(), "c-decided", LATER);

    assertThat(done).isTrue();
    assertThat(publish(orderedBefore)).isFalse();
    assertThat(publications.of(2025))
        .contains(
            new Pointer(2025, "a", LATER, "r", "d", Samples.counts(3), "c-decided", null, null));
    assertThat(publish(completed("d"))).isTrue();
  }

  @Test
  void aDecisionMadeByAnOldPointerIsRefused() {
    publish(completed("a"));
    var seen = publications.of(2025).orElseThrow();
    publish(completed("b"));
    Run back = runs.find(2025, "a").orElseThrow();

    assertThat(decide(back, seen, "z", LATER)).isFalse();
    assertThat(decide(back, null, "z", LATER)).isFalse();
    assertThat(publications.of(2025).orElseThrow().generation()).isEqualTo("b");
  }

  @Test
  void aDecisionPublishesTheFirstGenerationOfAYear() {
    Run run = completed("a").run();

    assertThat(decide(run, null, "z", LATER)).isTrue();
    assertThat(publications.of(2025).orElseThrow().generation()).isEqualTo("a");
  }

  private RunLease claim(String id, String owner) {
    return ((RunClaim.Held) runs.claim(2025, id, owner, NOON, LATER)).lease();
  }

  /** A run whose rows are all written, still held by who wrote them. */
  private RunClaim.Held completed(String id) {
    runs.order(Samples.ordered(id));
    RunLease lease = claim(id, "worker");
    runs.begin(lease, new RulebookUsed("r", "d"));
    runs.complete(lease, Samples.counts(3), Samples.noChanges(), List.of(), null);
    return new RunClaim.Held(lease, runs.find(2025, id).orElseThrow());
  }

  private boolean publish(RunClaim.Held held) {
    return publications.publish(
        held.lease(), held.run(), null, NOON, List.of(facts.publication(2025, held.run().id())));
  }

  private boolean decide(Run run, @Nullable Pointer seen, String floor, Instant at) {
    var decision = new RunDecision(Kind.PUBLISHED, Samples.DECIDES, at, null, null);
    return publications.decide(
        run, seen, floor, decision, List.of(facts.publication(2025, run.id())));
  }
}
