package innovation.points.store.scores;

import innovation.points.scoring.advice.Changes;
import innovation.points.scoring.diagnostics.Robustness;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Block;
import innovation.points.scoring.plan.Plan;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.plan.ZoneScores;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.scores.facts.ScoredFacts;
import innovation.points.store.scores.facts.ZoneFacts;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The goals of scoring in one process, on one thread and on the same different enterprises: the
 * plan against {@link TunedLoop}, stored scores to ranks, one explanation, one supposed figure, a
 * stored score, an audit's runs. Argument: how many enterprises.
 */
final class PlanBenchmark {

  private static final int ROUNDS = 31;

  /** Until the compiler has done what it does. */
  private static final long WARM = 5_000_000_000L;

  private static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");
  private static final String GENERATION = "2025-20260401T030000.000Z-schedule";

  private final Rulebook rulebook = Rulebooks.named("xinxiang-2022-110");
  private final Plan plan = Plan.of(rulebook);
  private final Scorer scorer = new Scorer(plan);
  private final int size;
  private final List<Block> blocks = new ArrayList<>();
  private final TunedLoop tuned = new TunedLoop(rulebook);
  private final List<TunedLoop.Zone> zones = new ArrayList<>();
  private final ScoredFacts[] stored;
  private double sink;

  private PlanBenchmark(int size) {
    this.size = size;
    this.stored = new ScoredFacts[size];
  }

  public static void main(String[] arguments) {
    var benchmark = new PlanBenchmark(Integer.parseInt(arguments[0]));
    benchmark.fill();
    benchmark.print();
  }

  private static ScoringInput input(int number) {
    return new ScoringInput(
        BenchmarkZone.YEAR, BenchmarkZone.enterprise(number), BenchmarkZone.DELIVERIES, Map.of());
  }

  /**
   * Reads every enterprise into a block of its stage, and the same into the reference's columns.
   */
  private void fill() {
    int stages = rulebook.stages().size();
    var open = new Block[stages];
    var columns = new double[stages][tuned.columns().size() + 3][1024];
    var counts = new int[stages];
    for (int number = 0; number < size; number++) {
      ScoringInput input = input(number);
      stored[number] = ScoredFacts.of(input, plan.reads());
      Subject subject = plan.subject(input);
      int stage = plan.stage(subject);
      if (stage >= 0) {
        if (open[stage] == null || open[stage].full()) {
          open[stage] = plan.block(stage, Block.ROWS);
          blocks.add(open[stage]);
        }
        plan.add(subject, open[stage]);
        if (counts[stage] == columns[stage][0].length) {
          for (int c = 0; c < columns[stage].length; c++) {
            columns[stage][c] = Arrays.copyOf(columns[stage][c], 2 * counts[stage]);
          }
        }
        reference(input, columns[stage], counts[stage]++);
      }
    }
    for (int stage = 0; stage < stages; stage++) {
      int n = counts[stage];
      int given = tuned.columns().size();
      zones.add(
          new TunedLoop.Zone(
              stage,
              n,
              columns[stage],
              columns[stage][given],
              columns[stage][given + 1],
              columns[stage][given + 2],
              new double[n],
              new int[n],
              new int[n]));
    }
  }

  private void reference(ScoringInput input, double[][] columns, int row) {
    var scored = (Scored) scorer.score(input);
    int column = 0;
    for (Object what : tuned.columns()) {
      columns[column++][row] =
          what instanceof Quantity.Figure(Rulebook.Field field, int back)
              ? figure(input.facts(), field.id(), input.year() - back)
              : value(scored, (String) what);
    }
    columns[column++][row] = scored.deducted();
    columns[column++][row] = scored.added();
    columns[column][row] = scored.decayFactor();
  }

  private static double figure(EnterpriseFacts facts, String field, int year) {
    var fact = facts.year(year).fact(field);
    return fact != null && fact.value() instanceof Value.Amount(double amount) ? amount : 0;
  }

  private double value(Scored scored, String indicator) {
    for (int i = 0; i < rulebook.indicators().size(); i++) {
      if (rulebook.indicators().get(i).id().equals(indicator)) {
        Double value = scored.value(i);
        return value == null ? 0 : value;
      }
    }
    throw new IllegalArgumentException(indicator);
  }

  private void print() {
    for (long start = cpu(); cpu() - start < WARM; ) {
      columns();
      tuned.run(zones);
      stored();
      sink += decoded();
    }
    var byTuned = new double[ROUNDS];
    var byPlan = new double[ROUNDS];
    var fromStored = new double[ROUNDS];
    var decoded = new double[ROUNDS];
    var planRatio = new double[ROUNDS];
    var storedRatio = new double[ROUNDS];
    var behindDecoding = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      byTuned[round] = micros(() -> tuned.run(zones));
      byPlan[round] = micros(() -> sink += columns().total(0));
      fromStored[round] = micros(() -> sink += stored().total(0));
      // Within a round the machine does much the same besides.
      planRatio[round] = byTuned[round] / byPlan[round];
      storedRatio[round] = byTuned[round] / fromStored[round];
      decoded[round] = micros(() -> sink += decoded());
      behindDecoding[round] = (decoded[round] + byTuned[round]) / fromStored[round];
    }
    int few = Math.min(size, 20_000);
    explain(few);
    suppose(few);
    check();
    System.out.println("| goal | measured | of the goal |");
    System.out.println("|---|---|---|");
    line(
        "tuned reference, columns to ranks",
        "%.3f µs, %.2f M/s".formatted(median(byTuned), 1 / median(byTuned)),
        "");
    line(
        "plan, columns to full result and ranks",
        micros(median(byPlan)),
        ratio(median(planRatio), 1.0));
    line("stored scores to ranks", micros(median(fromStored)), ratio(median(storedRatio), 0.5));
    line(
        "bare decoding of the same rows, nothing made of their values",
        micros(median(decoded)),
        "%.2f of stored scores to ranks".formatted(median(decoded) / median(fromStored)));
    line(
        "stored scores to ranks, the reference behind the same decoding",
        "",
        ratio(median(behindDecoding), 0.5));
    line("one enterprise explained in all sentences", micros(explain(few)), "≤ 40 µs");
    line("one supposed figure with its rank", micros(suppose(few)), "≤ 20 µs");
    line("a stored score", "%.0f bytes".formatted(weight(few)), "≤ 1 024 bytes");
    line("1 000 runs of 1 000 enterprises", "%.0f ms".formatted(robustness()), "< 100 ms");
    if (Double.isNaN(sink)) {
      throw new IllegalStateException("a total was not a number");
    }
  }

  private static void line(String what, String measured, String goal) {
    System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", what, measured, goal);
  }

  private static String micros(double micros) {
    return "%.3f µs".formatted(micros);
  }

  private static String ratio(double ratio, double goal) {
    return "%.2f × the reference, ≥ %.1f".formatted(ratio, goal);
  }

  private ZoneScores columns() {
    var zone = new ZoneScores(plan);
    blocks.forEach(zone::add);
    zone.rank();
    return zone;
  }

  private ZoneScores stored() {
    var zone = new ZoneScores(plan);
    var facts = new ZoneFacts(plan, BenchmarkZone.YEAR);
    for (int number = 0; number < size; number++) {
      zone.add(facts.of(stored[number]));
    }
    zone.rank();
    return zone;
  }

  /** Reads the values of every row, and makes nothing of them. */
  private int decoded() {
    var facts = new ZoneFacts(plan, BenchmarkZone.YEAR);
    int rows = 0;
    for (int number = 0; number < size; number++) {
      rows += facts.of(stored[number]) != null ? 1 : 0;
    }
    return rows;
  }

  /** The reference gives the plan's totals, but for the last digit where a half was rounded. */
  private void check() {
    ZoneScores zone = columns();
    var totals = new double[rulebook.stages().size()];
    for (int i = 0; i < zone.size(); i++) {
      totals[zone.stage(i)] += zone.total(i);
    }
    for (TunedLoop.Zone one : zones) {
      double sum = Arrays.stream(one.totals()).sum();
      if (Math.abs(sum - totals[one.stage()]) > 0.01 * Math.max(1, one.size() / 100.0)) {
        throw new IllegalStateException(
            "stage %d: plan %f, reference %f".formatted(one.stage(), totals[one.stage()], sum));
      }
    }
  }

  private double explain(int count) {
    long start = cpu();
    for (int number = 0; number < count; number++) {
      sink +=
          Traces.detail(scorer.score(stored[number].input("", BenchmarkZone.YEAR)))
              .indicators()
              .size();
    }
    return (cpu() - start) / 1e3 / count;
  }

  /** Another revenue for an enterprise, scored, and its place among all totals. */
  private double suppose(int count) {
    var inputs = new ArrayList<ScoringInput>();
    for (int number = 0; number < 1_000; number++) {
      inputs.add(stored[number % size].input("", BenchmarkZone.YEAR));
    }
    ZoneScores zone = columns();
    var totals = new double[zone.size()];
    Arrays.setAll(totals, zone::total);
    Arrays.sort(totals);
    long start = cpu();
    for (int i = 0; i < count; i++) {
      ScoringInput now = inputs.get(i % inputs.size());
      var changes =
          new Changes(Map.of("revenue", Optional.of(Value.of(500.0 + i % 977))), Map.of());
      if (scorer.score(changes.applyTo(now)) instanceof Scored scored) {
        sink += Arrays.binarySearch(totals, scored.total());
      }
    }
    return (cpu() - start) / 1e3 / count;
  }

  private double weight(int count) {
    var years = new YearScorer(rulebook, RewardTerms.DEFAULT);
    long bytes = 0;
    for (int number = 0; number < count; number++) {
      ScoringInput input = input(number);
      var assessed =
          years
              .score(input.year(), input.facts(), input.deliveries(), input.publishedStages(), NOON)
              .orElseThrow();
      Rank rank = assessed.ranks() ? new Rank(12_345, 987_654, 2_345, 187_654) : null;
      Card.Before before = new Card.Before(61.25, new Rank(11_111, 888_888, 2_222, 155_555));
      ScoreRow row = assessed.row().after(before).in(GENERATION, rank);
      bytes +=
          ZoneBenchmark.weight(
              RowItems.write(row, FileNames.of(row.facts().files()), card -> card));
    }
    return (double) bytes / count;
  }

  private double robustness() {
    var sampler = new Sampler(rulebook, 1_000);
    for (int number = 0; number < 3_000; number++) {
      if (scorer.score(input(number)) instanceof Scored scored && scored.ranked()) {
        sampler.add(scored);
      }
    }
    var sample = sampler.sample();
    var times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      sink += Robustness.of(sample, Robustness.Terms.standard(1_000)).meanWidth();
      times[round] = (cpu() - start) / 1e6;
    }
    return median(times);
  }

  private double micros(Runnable work) {
    long start = cpu();
    work.run();
    return (cpu() - start) / 1e3 / size;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
