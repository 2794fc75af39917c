package innovation.points.recompute.run;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.recompute.segment.RankedRow;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.segment.RunWriter;
import innovation.points.recompute.segment.SortedRun;
import innovation.points.recompute.workspace.DiskWorkspace;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingEntry.Place;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.testkit.ScoreRows;
import innovation.points.web.event.Deadline;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted runs, merged, are the ranking of all at once, however the enterprises were split. */
class RankMergeTest {

  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");
  private static final List<String> STAGES =
      RULEBOOK.stages().stream().map(Rulebook.Stage::id).toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anySplitIsRankedAsAllAtOnce(long seed) {
    var random = new Random(seed);
    int size = random.nextInt(400);
    int segments = 1 + random.nextInt(9);
    // Few different totals: many share a rank, across segments too.
    List<ScoreRow> rows =
        IntStream.range(0, size)
            .mapToObj(
                n -> row(n, random.nextInt(STAGES.size()), random.nextInt(40) + 0.25 * (n % 4)))
            .toList();
    Map<String, Boolean> ranks = new HashMap<>();
    rows.forEach(row -> ranks.put(row.uscc(), random.nextInt(10) > 0));

    try (var workspace = new DiskWorkspace()) {
      var writers = writers(segments, workspace);
      rows.forEach(
          row ->
              writers
                  .get(random.nextInt(segments))
                  .add(row, ranks.getOrDefault(row.uscc(), false)));
      List<SortedRun> runs = finish(writers);
      boolean overall = seed % 2 == 0;
      RankMerge.merge(runs, overall, workspace, progress());

      List<ScoreRow> ranked =
          rows.stream().filter(row -> ranks.getOrDefault(row.uscc(), false)).toList();
      assertThat(order(workspace)).isEqualTo(expected(ranked, overall));
      assertThat(places(runs, workspace)).isEqualTo(byCode(expected(ranked, overall)));
    }
  }

  /** The heap it takes is that of the runs being filled, not that of the zone. */
  @Test
  @EnabledIfSystemProperty(
      named = "large",
      matches = "true",
      disabledReason = "a minute for figures; -Dlarge=true")
  void memoryDoesNotGrowWithTheZone() {
    System.out.println("| enterprises | sorted runs s | merge s | peak heap MiB |");
    System.out.println("|---|---|---|---|");
    for (int size : List.of(10_000, 100_000, 1_000_000)) {
      System.gc();
      ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
      try (var workspace = new DiskWorkspace()) {
        var writers = writers(4, workspace);
        long start = System.nanoTime();
        for (int n = 0; n < size; n++) {
          writers
              .get(n % 4)
              .add(row(n, n % STAGES.size(), (n * 7919L % 10_000) / 100.0), n % 20 != 0);
        }
        List<SortedRun> runs = finish(writers);
        long sorted = System.nanoTime();
        RankMerge.merge(runs, true, workspace, progress());
        System.out.printf(
            "| %,d | %.1f | %.1f | %d |%n",
            size, (sorted - start) / 1e9, (System.nanoTime() - sorted) / 1e9, peak() >> 20);
      }
    }
  }

  private static List<RunWriter> writers(int segments, Workspace workspace) {
    return IntStream.range(0, segments)
        .mapToObj(segment -> new RunWriter(segment, RULEBOOK, workspace))
        .toList();
  }

  private static List<SortedRun> finish(List<RunWriter> writers) {
    return writers.stream().flatMap(writer -> writer.finish().stream()).toList();
  }

  private static RunProgress progress() {
    var deadline = new Deadline(() -> NOON, NOON.plus(Duration.ofMinutes(15)), _ -> {});
    return new RunProgress(_ -> {}, deadline);
  }

  private static List<RankingEntry> order(Workspace workspace) {
    var entries = new ArrayList<RankingEntry>();
    try (var order = RankedRow.RECORDS.open(workspace, RankMerge.ORDER)) {
      order.forEachRemaining(one -> entries.add(one.entry()));
    }
    return entries;
  }

  /** The places beside the runs, by enterprise. */
  private static Map<String, Place> places(List<SortedRun> runs, Workspace workspace) {
    var places = new HashMap<String, Place>();
    for (SortedRun run : runs) {
      try (var entries = RankedRow.RECORDS.open(workspace, run.file("entries"));
          var ranks = SortedRun.RANKS.open(workspace, run.file("ranks"))) {
        while (entries.hasNext()) {
          places.put(entries.next().entry().uscc(), ranks.next());
        }
        assertThat(ranks.hasNext()).isFalse();
      }
    }
    return places;
  }

  private static Map<String, Place> byCode(List<RankingEntry> entries) {
    var places = new HashMap<String, Place>();
    entries.forEach(entry -> places.put(entry.uscc(), entry.rank()));
    return places;
  }

  private static List<RankingEntry> expected(List<ScoreRow> ranked, boolean overall) {
    List<RankingEntry> entries =
        ranked.stream().map(row -> RankedRow.of(row, List.of(), card -> card).entry()).toList();
    var ranking =
        Ranking.of(
            entries.stream()
                .map(one -> new Ranking.Entry(one.uscc(), one.stage(), one.total()))
                .toList());
    return IntStream.range(0, ranking.size())
        .mapToObj(
            place -> {
              int index = ranking.at(place);
              var rank = ranking.rank(index);
              return RankedRow.of(ranked.get(index), List.of(), card -> card)
                  .at(new Place(overall ? rank.overall() : null, rank.stage()))
                  .entry();
            })
        .toList();
  }

  private static ScoreRow row(int number, int stage, double total) {
    var card =
        new Card(
            "%018d".formatted(number),
            "企业" + number,
            2025,
            null,
            ScoreStatus.SCORED,
            STAGES.get(stage),
            total,
            Map.of("technology", total),
            null,
            null,
            null,
            RULEBOOK.id(),
            List.of(),
            List.of());
    return ScoreRows.of(
        card, new ScoreRow.Listing("C34", null, null, null, 0.9), "ab".repeat(32), List.of(), NOON);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
