package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.mail.Mail;
import innovation.points.store.mail.Outbox;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingList;
import innovation.points.store.run.DocumentsState;
import innovation.points.store.run.RunStatus;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.FaultyClient.When;
import innovation.points.web.log.FaultException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that dies at any of its calls to the tables leaves nothing that readers must not see.
 */
class CrashTest {

  private static final int ENTERPRISES = 6;

  private final RecomputeBench bench = new RecomputeBench();

  /**
   * Dying before or after a read leaves the tables as dying before the write that follows does: the
   * writes are all there is to distinguish.
   */
  @ParameterizedTest
  @EnumSource
  void dyingAtEveryWriteAndGoingOnEndsAsIfNothingHadHappened(When when) {
    int writes = dying(fatal -> FaultyClient.dyingAtWrite(fatal, when));

    assertThat(writes).isGreaterThan(18);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("full")
  void soDoesDyingAtEveryCall(When when) {
    int calls = dying(fatal -> FaultyClient.dyingAt(fatal, when));

    assertThat(calls).isGreaterThan(40);
  }

  /** Runs that die at one call after another; returns the first that made fewer. */
  private int dying(IntFunction<FaultyClient> deaths) {
    bench.zone.known(2025, ENTERPRISES);
    bench.publish(2025);
    int fatal = 1;
    while (dieAt(fatal, deaths.apply(fatal))) {
      fatal++;
    }
    return fatal;
  }

  /**
   * Dies at a call of a run, and goes on.
   *
   * @return false where the run made fewer calls
   */
  private boolean dieAt(int fatal, FaultyClient dying) {
    String former = Objects.requireNonNull(bench.published(2025));
    Map<String, ScoreRow> formerRows = bench.rows(former);
    String run = ordered(fatal);

    boolean died = false;
    try {
      bench.stream(bench.handler(dying.of(bench.tables.client())), 2025, run);
    } catch (FaultException e) {
      assertThat(e).hasMessage(FaultyClient.Died.class.getName());
      died = true;
    }
    assertWhole();
    // The stream shows the run again when the dead invocation's time is over.
    bench.pass(Duration.ofMinutes(16));
    bench.stream(bench.handler(), 2025, run);

    assertThat(bench.published(2025)).as("died at %d", fatal).isEqualTo(run);
    assertThat(bench.run(2025, run).status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(bench.run(2025, run).documents()).isEqualTo(DocumentsState.READY);
    assertThat(bench.audits.diagnostics(run)).isPresent();
    assertThat(bench.bucket.keys()).contains("published/2025/%s/report.pdf".formatted(run));
    assertThat(bench.zone.facts().zone().published()).containsEntry(2025, run);
    assertThat(bench.recorded(run))
        .as("died at %d", fatal)
        .containsExactlyInAnyOrder("PUBLICATION_APPROVED published", "RUN_FINISHED published");
    new Outbox(bench.tables.client(), bench.tables.scores()).send(bench.topic, bench.time());
    assertThat(bench.mails.stream().map(Mail::id)).containsOnlyOnce("run/2025/" + run);
    assertWhole();
    assertThat(bench.rows(former)).as("the former generation").isEqualTo(formerRows);
    return died;
  }

  /** Whatever is published is all there, and of one generation. */
  private void assertWhole() {
    Pointer pointer = bench.publications.of(2025).orElseThrow();
    Map<String, ScoreRow> rows = bench.rows(pointer.generation());
    assertThat(rows).hasSize(pointer.counts().enterprises());
    var ranking = bench.rankings.all(pointer.generation(), RankingList.ALL);
    assertThat(ranking).hasSize(pointer.counts().ranked());
    assertThat(ranking)
        .allSatisfy(
            entry -> {
              var card = bench.row(pointer.generation(), entry.uscc()).card();
              assertThat(card.generation()).isEqualTo(pointer.generation());
              assertThat(card.total()).isEqualTo(entry.total());
              assertThat(card.rank()).isNotNull();
            });
    Stream.of("all", "stage=growth", "industry=C34", "cluster=氢能")
        .forEach(
            list ->
                assertThat(bench.rankings.all(pointer.generation(), new RankingList(list)))
                    .hasSize(pointer.counts().lists().getOrDefault(list, 0)));
  }

  /** A run on facts that have changed since the last one: others move, enter and leave. */
  private String ordered(int number) {
    bench.zone.revenue(2025, 1 + number % ENTERPRISES, number % 2 == 0 ? 12_000 : 900);
    bench.zone.roster(2025, 1 + (number + 1) % ENTERPRISES);
    bench.zone.strike(2025, 1 + (number + 2) % ENTERPRISES);
    return bench.order(2025, true);
  }
}
