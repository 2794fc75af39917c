package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.recompute.FaultyClient.When;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.RankingList;
import innovation.points.store.scores.RunStatus;
import innovation.points.store.scores.ScoreRow;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that dies at any of its calls to the tables leaves nothing that readers must not see.
 */
class CrashTest {

  private static final int ENTERPRISES = 6;

  @ParameterizedTest
  @EnumSource
  void dyingAtEveryCallAndGoingOnEndsAsIfNothingHadHappened(When when) {
    int calls = calls();
    assertThat(calls).isGreaterThan(20);

    for (int fatal = 1; fatal <= calls; fatal++) {
      dieAt(fatal, when);
    }
  }

  /** How many calls an undisturbed run makes. */
  private static int calls() {
    Bench bench = filled();
    String run = secondRun(bench);
    var counting = FaultyClient.counting(bench.tables.client());
    bench.stream(bench.handler(counting.proxy()), 2025, run);
    assertThat(bench.published(2025)).isEqualTo(run);
    return counting.calls();
  }

  private static void dieAt(int fatal, When when) {
    Bench bench = filled();
    String first = bench.published(2025);
    assertThat(first).isNotNull();
    Map<String, ScoreRow> firstRows = bench.rows(first);
    String second = secondRun(bench);

    boolean died = false;
    try {
      var dying = FaultyClient.dyingAt(bench.tables.client(), fatal, when);
      bench.stream(bench.handler(dying.proxy()), 2025, second);
    } catch (FaultyClient.Died _) {
      died = true;
    }
    assertThat(died).as("died at call %d %s", fatal, when).isTrue();

    assertWhole(bench);
    // The stream shows the run again when the dead invocation's time is over.
    bench.pass(Duration.ofMinutes(16));
    bench.stream(bench.handler(), 2025, second);

    assertThat(bench.published(2025)).as("died at call %d %s", fatal, when).isEqualTo(second);
    assertThat(bench.run(2025, second).status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(bench.zone.facts().zone().published()).containsEntry(2025, second);
    assertWhole(bench);
    assertThat(bench.rows(first)).as("the former generation").isEqualTo(firstRows);
    bench.tables.drop();
  }

  /** Whatever is published is all there, and of one generation. */
  private static void assertWhole(Bench bench) {
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

  /** A year that is published. */
  private static Bench filled() {
    var bench = new Bench();
    Enterprises.known(bench.zone, 2025, ENTERPRISES);
    bench.publish(2025);
    return bench;
  }

  /** A run on facts that have changed since. */
  private static String secondRun(Bench bench) {
    bench.zone.revenue(2025, 1, 12_000);
    bench.zone.strike(2025, 2);
    return bench.order(2025, true);
  }
}
