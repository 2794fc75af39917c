package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Bin;
import innovation.points.recompute.report.AnalysisReport.Category;
import innovation.points.recompute.report.AnalysisReport.Indicator;
import innovation.points.recompute.report.AnalysisReport.Performance;
import innovation.points.scoring.disclosure.Bins;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.rulebook.Rulebook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** 五、分类指标表现. */
final class PerformanceSection {

  private static final int NAMED = 5;
  private static final int BILLIONTHS = 9;
  private static final int POINTS = 2;
  private static final int SHARE = 4;

  /** Shares of the full points, in percent. */
  private static final List<Integer> FIFTHS = List.of(0, 20, 40, 60, 80, 100);

  private PerformanceSection() {}

  static Performance of(ReportTally tally, Rulebook rulebook) {
    GroupTally all = tally.now().all();
    boolean few = all.totals().count() < SmallGroups.LEAST;
    List<Category> categories =
        rulebook.categories().stream()
            .map(
                category ->
                    new Category(
                        category.id(), category.name(), few ? null : all.category(category.id())))
            .toList();
    List<Indicator> indicators =
        rulebook.indicators().stream()
            .map(
                one ->
                    indicator(
                        one, tally.indicators().getOrDefault(one.id(), IndicatorTally.NOBODY), few))
            .toList();
    return new Performance(text(categories, indicators), categories, indicators);
  }

  private static Indicator indicator(
      Rulebook.Indicator indicator, IndicatorTally tally, boolean few) {
    Double mean = null;
    Double rate = null;
    if (!few) {
      BigDecimal sum = BigDecimal.valueOf(tally.billionths(), BILLIONTHS);
      BigDecimal ranked = BigDecimal.valueOf(tally.ranked());
      mean = sum.divide(ranked, POINTS, RoundingMode.HALF_EVEN).doubleValue();
      rate =
          sum.divide(
                  ranked.multiply(BigDecimal.valueOf(indicator.points())),
                  SHARE,
                  RoundingMode.HALF_EVEN)
              .doubleValue();
    }
    return new Indicator(
        indicator.id(),
        indicator.name(),
        indicator.category(),
        indicator.points(),
        mean,
        rate,
        tally.missing() < SmallGroups.LEAST ? null : tally.missing(),
        few ? List.of() : bands(tally));
  }

  private static List<Bin> bands(IndicatorTally tally) {
    List<Integer> edges = Bins.joined(FIFTHS, List.of(tally::between));
    return IntStream.range(1, edges.size())
        .mapToObj(
            i ->
                new Bin(
                    edges.get(i - 1), edges.get(i), tally.between(edges.get(i - 1), edges.get(i))))
        .toList();
  }

  private static List<String> text(List<Category> categories, List<Indicator> indicators) {
    var text = new ArrayList<String>();
    if (categories.stream().allMatch(category -> category.mean() != null)) {
      text.add(
          "以百分制计，参与排名企业"
              + categories.stream()
                  .map(
                      category ->
                          "%s平均 %s".formatted(category.name(), Wording.points(category.mean())))
                  .collect(Collectors.joining("，"))
              + "。");
      text.add(
          "得分率（平均得分占满分的比例）最低的指标："
              + indicators.stream()
                  .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.rate())))
                  .limit(NAMED)
                  .map(
                      one ->
                          "%s %s（%s）"
                              .formatted(
                                  one.id(),
                                  one.name(),
                                  Wording.percent(Objects.requireNonNull(one.rate()))))
                  .collect(Collectors.joining("、"))
              + "。");
    }
    List<Indicator> lacking =
        indicators.stream()
            .filter(one -> one.missing() != null && one.missing() > 0)
            .sorted(
                Comparator.comparing((Indicator one) -> Objects.requireNonNull(one.missing()))
                    .reversed())
            .limit(NAMED)
            .toList();
    text.add(
        lacking.isEmpty()
            ? "没有 3 家以上参与排名企业缺数据的指标。"
            : "缺数据企业最多的指标："
                + lacking.stream()
                    .map(one -> "%s %s（%d 家）".formatted(one.id(), one.name(), one.missing()))
                    .collect(Collectors.joining("、"))
                + "。缺数据的指标得 0 分。");
    return text;
  }
}
