package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.recompute.report.AnalysisReport.IndexHealth;
import innovation.points.recompute.report.AnalysisReport.RulesUsed;
import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.FindingDocument;
import innovation.points.store.publication.IndicatorMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Creates the report from a tally. */
public final class Analysis {

  private Analysis() {}

  /** The report; the same tally and terms give the same report. */
  public static AnalysisReport of(ReportTally tally, ReportTerms terms) {
    Rulebook rulebook = terms.rulebook();
    return new AnalysisReport(
        terms.year() + " 年度企业创新积分监测分析报告",
        terms.year(),
        terms.generation(),
        terms.computedAt(),
        new RulesUsed(rulebook.id(), rulebook.title(), rulebook.digest(), document(rulebook)),
        terms.before(),
        OverviewSection.of(tally, terms),
        DistributionSection.of(tally, terms),
        GroupSections.stages(tally, terms),
        GroupSections.industries(tally, terms),
        PerformanceSection.of(tally, rulebook),
        MovementSection.of(tally, terms),
        CompletenessSection.of(tally, terms),
        RewardSection.of(tally, terms),
        index(terms.findings()),
        ZoneSection.of(terms.zone(), terms.zoneBefore(), terms),
        NotesSection.of(terms));
  }

  /** 九、指标体系: the findings that may be public. */
  private static IndexHealth index(List<Finding> findings) {
    List<Finding> shown = findings.stream().filter(one -> one.kind().ofTheIndex()).toList();
    return new IndexHealth(
        shown.isEmpty()
            ? List.of("指标体检没有关于指标体系的发现。")
            : shown.stream().map(one -> one.text() + one.action()).toList(),
        shown.stream().map(FindingDocument::of).toList());
  }

  /** How ranked enterprises did at each indicator. */
  public static List<IndicatorMean> means(ReportTally tally, Rulebook rulebook) {
    return PerformanceSection.of(tally, rulebook).indicators().stream()
        .map(
            one ->
                new IndicatorMean(one.id(), one.name(), one.fullPoints(), one.mean(), one.rate()))
        .toList();
  }

  static String document(Rulebook rulebook) {
    return "《%s》（%s）".formatted(rulebook.document().name(), rulebook.document().number());
  }

  /** The figures of totals; only their number where they are few or hidden. */
  static Figures figures(Spread totals, boolean hidden) {
    int count = totals.count();
    if (hidden || count < SmallGroups.LEAST) {
      return new Figures(count, null, null, null, null, null);
    }
    return new Figures(
        count,
        totals.mean(),
        totals.quantile(0.5),
        totals.quantile(0.25),
        totals.quantile(0.75),
        totals.highest());
  }

  /** Sentences that compare with the year before; none where either year discloses no mean. */
  static List<String> compared(Figures before, Figures now) {
    if (before.mean() == null || now.mean() == null) {
      return List.of();
    }
    var parts = new ArrayList<String>();
    parts.add(Wording.change("平均总分", before.mean(), now.mean()));
    parts.add(
        Wording.change(
            "总分中位数",
            Objects.requireNonNull(before.median()),
            Objects.requireNonNull(now.median())));
    return parts;
  }
}
