package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Bin;
import innovation.points.recompute.report.AnalysisReport.Distribution;
import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.scoring.disclosure.Bins;
import innovation.points.scoring.disclosure.SmallGroups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** 二、得分分布. */
final class DistributionSection {

  private DistributionSection() {}

  static Distribution of(ReportTally tally, ReportTerms terms) {
    Spread totals = tally.now().all().totals();
    List<Bin> bins = bins(totals);
    List<Bin> before = terms.before() == null ? List.of() : bins(tally.before().all().totals());
    return new Distribution(text(Analysis.figures(totals, false), bins), bins, before);
  }

  /** The occupied bins of all totals, as in the overview. */
  private static List<Bin> bins(Spread totals) {
    var bins = new ArrayList<Bin>();
    if (totals.count() < SmallGroups.LEAST) {
      return bins;
    }
    List<Integer> edges = Bins.joined(Bins.TENS, List.of(totals::count));
    for (int i = 1; i < edges.size(); i++) {
      int count = totals.count(edges.get(i - 1), edges.get(i));
      if (count > 0) {
        bins.add(new Bin(edges.get(i - 1), edges.get(i), count));
      }
    }
    return bins;
  }

  private static List<String> text(Figures totals, List<Bin> bins) {
    var text = new ArrayList<String>();
    if (bins.isEmpty()) {
      text.add("参与排名的企业不足 %d 家，不公布得分分布。".formatted(SmallGroups.LEAST));
      return text;
    }
    text.add(
        "总分的下四分位、中位数、上四分位分别为 %s、%s、%s，中间一半企业相差 %s。"
            .formatted(
                Wording.points(totals.lowerQuartile()),
                Wording.points(totals.median()),
                Wording.points(totals.upperQuartile()),
                Wording.points(
                    Objects.requireNonNull(totals.upperQuartile())
                        - Objects.requireNonNull(totals.lowerQuartile()))));
    Bin densest =
        bins.stream()
            .max(
                Comparator.comparingDouble(
                    bin -> (double) bin.enterprises() / (bin.to() - bin.from())))
            .orElseThrow();
    text.add(
        "企业最集中的是 %d—%d 分段，有 %d 家，占参与排名企业的 %s。不足 3 家的分数段已与相邻段合并。"
            .formatted(
                densest.from(),
                densest.to(),
                densest.enterprises(),
                Wording.percent(densest.enterprises(), totals.enterprises())));
    return text;
  }
}
