package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingList;
import innovation.points.store.run.RunStatus;
import innovation.points.store.scores.ScoreRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Runs side by side, and readers beside them. */
class ConcurrencyTest {

  private static final int ENTERPRISES = 60;

  private final RecomputeBench bench = new RecomputeBench();

  @RepeatedTest(5)
  void twoRunsAtOnceEndInOnePublishedGeneration() throws Exception {
    fill();
    String older = bench.order(2025, true);
    String newer = bench.order(2025, true);

    atOnce(() -> bench.stream(handler(), 2025, older), () -> bench.stream(handler(), 2025, newer));

    assertThat(bench.published(2025)).isEqualTo(newer);
    assertThat(bench.run(2025, newer).status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(bench.run(2025, older).status()).isIn(RunStatus.PUBLISHED, RunStatus.COMPLETE);
    assertThat(bench.zone.facts().zone().published()).containsEntry(2025, newer);
    assertThat(bench.rows(newer)).hasSize(ENTERPRISES);
  }

  @RepeatedTest(5)
  void oneRunShownTwiceAtOnceIsDoneOnce() throws Exception {
    fill();
    String run = bench.order(2025, true);

    atOnce(() -> bench.stream(handler(), 2025, run), () -> bench.stream(handler(), 2025, run));

    assertThat(bench.published(2025)).isEqualTo(run);
    assertThat(bench.run(2025, run).status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(bench.run(2025, run).attempts()).isEqualTo(1);
  }

  @Test
  void readersSeeOneWholeGenerationAtAnyMoment() throws Exception {
    fill();
    bench.publish(2025);
    var over = new AtomicBoolean();
    var seen = new ArrayList<String>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> reader =
          executor.submit(
              () -> {
                while (!over.get()) {
                  seen.add(readWhole());
                }
                return null;
              });
      for (int round = 1; round <= 4; round++) {
        bench.zone.revenue(2025, round, 12_000 + round);
        bench.publish(2025);
      }
      over.set(true);
      reader.get();
    }
    assertThat(seen).isNotEmpty().isSorted();
  }

  /** Reads a year as lookup does: the pointer once, and by it everything. */
  private String readWhole() {
    Pointer pointer = bench.publications.of(2025).orElseThrow();
    Map<String, ScoreRow> rows = bench.rows(pointer.generation());
    assertThat(rows).hasSize(pointer.counts().enterprises());
    assertThat(rows.values())
        .allSatisfy(row -> assertThat(row.card().generation()).isEqualTo(pointer.generation()));
    assertThat(bench.rankings.all(pointer.generation(), RankingList.ALL))
        .hasSize(pointer.counts().ranked())
        .allSatisfy(
            entry ->
                assertThat(entry.total())
                    .isEqualTo(Objects.requireNonNull(rows.get(entry.uscc())).card().total()));
    return pointer.generation();
  }

  private void fill() {
    bench.zone.known(2025, ENTERPRISES);
  }

  /** Who has to wait waits a moment of real time; the clock stands still. */
  private RecomputeHandler handler() {
    return bench.handler(bench.tables.client(), _ -> Thread.sleep(5));
  }

  private static void atOnce(Runnable... works) throws Exception {
    var start = new CountDownLatch(1);
    List<Callable<Void>> waiting =
        List.of(works).stream()
            .<Callable<Void>>map(
                work ->
                    () -> {
                      start.await();
                      work.run();
                      return null;
                    })
            .toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<Void>>();
      waiting.forEach(work -> futures.add(executor.submit(work)));
      start.countDown();
      for (Future<Void> future : futures) {
        future.get();
      }
    }
  }
}
