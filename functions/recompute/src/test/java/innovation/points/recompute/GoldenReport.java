package innovation.points.recompute;

import innovation.points.recompute.report.Analysis;
import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Before;
import innovation.points.recompute.report.ReportTally;
import innovation.points.recompute.report.ReportTerms;
import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.ranking.Rising;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.publication.ZoneFigure.By;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.GoldenZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The golden zone's report of 2025, with 2024 published before it; made once. */
final class GoldenReport {

  private final RecomputeBench bench = new RecomputeBench();
  private final String before;
  private final String generation;
  private final List<ScoreRow> rows;
  private final Map<String, ScoreRow> earlier;

  private static final class Holder {
    static final GoldenReport MADE = new GoldenReport();
  }

  static GoldenReport made() {
    return Holder.MADE;
  }

  private GoldenReport() {
    try {
      GoldenZone.readInto(bench.zone.facts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    before = bench.publish(2024);
    generation = bench.publish(2025);
    rows = List.copyOf(bench.rows(generation).values());
    earlier = bench.rows(before);
  }

  List<ScoreRow> rows() {
    return rows;
  }

  private static final Finding SKEWED =
      new Finding(
          Finding.Kind.SKEWED,
          Finding.Severity.MEDIUM,
          "总分分布不对称（偏度 +0.64）：多数企业集中在低分一侧。",
          null,
          null,
          "看校准建议；它给出“不改”的，说明曲线已经合适。",
          Map.of("skewness", 0.64));

  /** Tells a figure of one enterprise: not for the public. */
  private static final Finding OUTLYING =
      new Finding(
          Finding.Kind.OUTLYING,
          Finding.Severity.LOW,
          "2.9 当年出口总额：最大值 17029.73 万美元，远离其他企业（上四分位数 2.32）。",
          null,
          "2.9",
          "核对这家企业的数据和单位。",
          Map.of("most", 17029.73, "quartile", 2.32));

  /** The rows of 2024. */
  Map<String, ScoreRow> earlier() {
    return earlier;
  }

  List<RankingEntry> rankingBefore() {
    return bench.rankings.all(before, RankingList.ALL);
  }

  /** Counts some of the rows. */
  ReportTally tally(List<ScoreRow> part, boolean withBefore) {
    var tally = new ReportTally();
    var rising = new Rising(Rulebooks.named("xinxiang-2022-110"));
    for (ScoreRow row : part) {
      ScoreRow one = earlier.get(row.uscc());
      tally.add(row, one == null ? null : one.card(), rising);
    }
    if (withBefore) {
      rankingBefore().forEach(tally::addBefore);
    }
    return tally;
  }

  AnalysisReport report() {
    return report(tally(rows, true));
  }

  /** Figures of the zone, one of a group suppressed. */
  private static List<ZoneFigure> zone(double rd, @Nullable Double young) {
    return List.of(
        new ZoneFigure("rd", "研发费用", "万元", By.ALL, null, rd, false),
        new ZoneFigure("rd", "研发费用", "万元", By.STAGE, "startup", young, young == null),
        new ZoneFigure("rd", "研发费用", "万元", By.STAGE, "growth", rd / 2, false),
        new ZoneFigure("staff", "年末职工总数", "人", By.ALL, null, 1234567.0, false));
  }

  AnalysisReport report(ReportTally tally) {
    return Analysis.of(
        tally,
        new ReportTerms(
            2025,
            generation,
            Instant.parse("2026-04-01T01:02:03Z"),
            Rulebooks.builtIn().getFirst(),
            Set.of("enterprises", "operations"),
            RewardTerms.DEFAULT,
            new Before(2024, before),
            List.of(SKEWED, OUTLYING),
            zone(62.5, null),
            zone(50, 40.0)));
  }
}
