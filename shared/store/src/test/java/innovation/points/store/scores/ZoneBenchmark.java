package innovation.points.store.scores;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.scores.YearScorer.Assessed;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.StoredJson;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Scores, ranks and packs zones of several sizes in memory on one thread, and prints what each step
 * takes, what an enterprise weighs in the table, and the same score as a plain loop. Arguments: the
 * sizes.
 *
 * <p>A zone is made of {@link #POOL} different enterprises, gone through again and again: a run
 * never holds the facts of a million at once, and scores those of each while they are still warm.
 */
final class ZoneBenchmark {

  static final int POOL = 1_000;

  /** Packing takes the most time by far: its share is taken of so many, and is the same for all. */
  private static final int PACKED = 20_000;

  private static final int TRACED = 200_000;
  private static final double WRITE_UNIT = 1024;
  private static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");

  private final Rulebook rulebook = Rulebooks.named("xinxiang-2022-110");
  private final Scorer scorer = new Scorer(rulebook);
  private final List<EnterpriseFacts> pool =
      IntStream.range(0, POOL).mapToObj(BenchmarkZone::enterprise).toList();
  private final PlainLoop loop = PlainLoop.of(pool);

  /** Keeps results alive, so that no work can be left out. */
  private double sink;

  public static void main(String[] arguments) {
    var benchmark = new ZoneBenchmark();
    int warm = Math.min(100_000, Integer.parseInt(arguments[arguments.length - 1]));
    for (int round = 0; round < 3; round++) {
      benchmark.score(warm);
      benchmark.plain(warm);
      benchmark.trace(warm / 5);
      benchmark.pack(warm / 25);
    }
    System.out.println(
        "| enterprises | score µs | rank µs | score+rank s | plain loop+rank s | full trace µs |"
            + " packed µs | row bytes | row WCU | pages bytes | pages WCU | peak heap MiB |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (String argument : arguments) {
      benchmark.run(Integer.parseInt(argument));
    }
    // Read once, so that nothing of the work above can be left out.
    if (Double.isNaN(benchmark.sink)) {
      throw new IllegalStateException("a total was not a number");
    }
  }

  /** What a zone came to, in columns. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  private record Zone(String[] usccs, String[] stages, double[] totals) {}

  private void run(int size) {
    resetPeaks();
    long start = cpu();
    Zone zone = score(size);
    long scored = cpu();
    Ranking ranking = Ranking.of(zone.usccs(), zone.stages(), zone.totals());
    long ranked = cpu();
    long peak = peak();
    sink += ranking.rank(0).overall();
    double plain = plain(size);
    double traced = trace(Math.min(size, TRACED));
    Weight row = pack(Math.min(size, PACKED));
    Weight pages = pages(zone, ranking);
    System.out.printf(
        Locale.ROOT,
        "| %,d | %.2f | %.2f | %.3f | %.3f | %.1f | %.1f | %.0f | %.2f | %.0f | %.3f | %d |%n",
        size,
        micros(start, scored, size),
        micros(scored, ranked, size),
        (ranked - start) / 1e9,
        plain,
        traced,
        row.micros(),
        row.bytes(),
        row.units(),
        pages.bytes(),
        pages.units(),
        peak >> 20);
  }

  /** Figures of every enterprise; those that are not ranked are left out. */
  private Zone score(int size) {
    var usccs = new String[size];
    var stages = new String[size];
    var totals = new double[size];
    int ranked = 0;
    for (int number = 0; number < size; number++) {
      Evaluation evaluation =
          scorer.score(
              BenchmarkZone.YEAR, pool.get(number % POOL), BenchmarkZone.DELIVERIES, Map.of());
      if (evaluation instanceof Scored scored && scored.ranked()) {
        usccs[ranked] = BenchmarkZone.uscc(number);
        stages[ranked] = scored.stage();
        totals[ranked++] = scored.total();
      }
    }
    return new Zone(
        Arrays.copyOf(usccs, ranked), Arrays.copyOf(stages, ranked), Arrays.copyOf(totals, ranked));
  }

  /** Seconds. */
  private double plain(int size) {
    String[] ids = rulebook.stages().stream().map(Rulebook.Stage::id).toArray(String[]::new);
    long start = cpu();
    var usccs = new String[size];
    var stages = new String[size];
    var totals = new double[size];
    var stage = new byte[1];
    int ranked = 0;
    for (int number = 0; number < size; number++) {
      double total = loop.score(number % POOL, stage, 0);
      if (!Double.isNaN(total)) {
        usccs[ranked] = BenchmarkZone.uscc(number);
        stages[ranked] = ids[stage[0]];
        totals[ranked++] = total;
      }
    }
    var ranking =
        Ranking.of(
            Arrays.copyOf(usccs, ranked),
            Arrays.copyOf(stages, ranked),
            Arrays.copyOf(totals, ranked));
    sink += ranking.rank(0).overall();
    return (cpu() - start) / 1e9;
  }

  /** Microseconds an enterprise, scored and written out in words with every fact it rests on. */
  private double trace(int size) {
    long start = cpu();
    for (int number = 0; number < size; number++) {
      Evaluation evaluation =
          scorer.score(
              BenchmarkZone.YEAR, pool.get(number % POOL), BenchmarkZone.DELIVERIES, Map.of());
      sink += Traces.detail(evaluation).indicators().size();
    }
    return micros(start, cpu(), size);
  }

  /** What an item of the table weighs and took. */
  private record Weight(double micros, double bytes, double units) {}

  /** As a generation lists them: with others before, so that the numbers are as long. */
  private static FileNames files(Assessed assessed) {
    return FileNames.of(assessed.row().facts().files());
  }

  /** Rows ready to be written. */
  private Weight pack(int size) {
    var whole = new YearScorer(rulebook, RewardTerms.DEFAULT);
    long bytes = 0;
    double units = 0;
    long start = cpu();
    for (int number = 0; number < size; number++) {
      Assessed assessed =
          whole
              .score(
                  BenchmarkZone.YEAR,
                  pool.get(number % POOL),
                  BenchmarkZone.DELIVERIES,
                  Map.of(),
                  NOON)
              .orElseThrow();
      Rank rank = assessed.ranks() ? new Rank(12_345, 987_654, 2_345, 187_654) : null;
      var item =
          RowItems.write(
              assessed.row().in("2025-20260401T030000.000Z-schedule", rank),
              files(assessed),
              card -> card);
      int weight = weight(item);
      bytes += weight;
      units += Math.ceil(weight / WRITE_UNIT);
    }
    return new Weight(micros(start, cpu(), size), (double) bytes / size, units / size);
  }

  /** All pages of the four kinds of lists; an enterprise stands in four. */
  private static Weight pages(Zone zone, Ranking ranking) {
    long bytes = 0;
    double units = 0;
    long start = cpu();
    for (int list = 0; list < 4; list++) {
      var page = new ArrayList<RankingEntry>(RankingPage.ENTRIES);
      for (int place = 0; place < ranking.size(); place++) {
        page.add(entry(zone, ranking, ranking.at(place)));
        if (page.size() == RankingPage.ENTRIES || place == ranking.size() - 1) {
          int weight = Compressed.write(StoredJson.write(page)).length + 120;
          bytes += weight;
          units += Math.ceil(weight / WRITE_UNIT);
          page.clear();
        }
      }
    }
    int size = ranking.size();
    return new Weight(micros(start, cpu(), size), (double) bytes / size, units / size);
  }

  private static RankingEntry entry(Zone zone, Ranking ranking, int index) {
    Ranking.Rank rank = ranking.rank(index);
    int number = Integer.parseInt(zone.usccs()[index].substring(8));
    return new RankingEntry(
        new RankingEntry.Place(rank.overall(), rank.stage()),
        zone.usccs()[index],
        "新乡市第" + number + "科技有限公司",
        zone.stages()[index],
        "C34",
        number % 3 == 0 ? "高端装备制造" : "生物医药",
        "主园区",
        zone.totals()[index]);
  }

  /** As DynamoDB counts an item. */
  static int weight(Map<String, AttributeValue> item) {
    int weight = 0;
    for (var attribute : item.entrySet()) {
      weight += attribute.getKey().length() + weight(attribute.getValue());
    }
    return weight;
  }

  private static int weight(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
      case N -> value.n().length() / 2 + 2;
      case B -> value.b().asByteArrayUnsafe().length;
      default -> throw new IllegalStateException("unexpected attribute " + value.type());
    };
  }

  private static double micros(long start, long end, int size) {
    return (end - start) / 1e3 / size;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void resetPeaks() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed();
      }
    }
    return peak;
  }
}
