package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Count;
import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.recompute.report.AnalysisReport.Overview;
import innovation.points.scoring.disclosure.NotPublished;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 一、总体情况. */
final class OverviewSection {

  private OverviewSection() {}

  static Overview of(ReportTally tally, ReportTerms terms) {
    Rulebook rulebook = terms.rulebook();
    Figures now = Analysis.figures(tally.now().all().totals(), false);
    Figures before =
        terms.before() == null ? null : Analysis.figures(tally.before().all().totals(), false);
    int ranked = now.enterprises();
    NotPublished others = NotPublished.of(tally.roster(), ranked);
    var bare =
        new Overview(
            List.of(),
            others.roster(),
            ranked,
            others.notPublished(),
            now,
            before,
            counts(Stream.of(new Name(ReportTally.DEDUCTED, "各项扣分")), tally.adjustments()),
            counts(
                rulebook.bonus().stream().map(rule -> new Name(rule.id(), rule.name())),
                tally.adjustments()),
            counts(
                rulebook.decay().stream().map(rule -> new Name(rule.id(), rule.name())),
                tally.adjustments()));
    return with(text(bare, terms), bare);
  }

  private record Name(String id, String name) {}

  /** The counts that are not zero; small ones are hidden, and one more that would tell them. */
  private static List<Count> counts(Stream<Name> names, Counter counter) {
    List<Name> found = names.filter(name -> counter.enterprises(name.id()) > 0).toList();
    Set<Integer> hidden =
        SmallGroups.hiddenOverlapping(
            found.stream().map(name -> counter.enterprises(name.id())).toList());
    var counts = new ArrayList<Count>();
    for (int i = 0; i < found.size(); i++) {
      Name name = found.get(i);
      counts.add(
          new Count(
              name.id(), name.name(), hidden.contains(i) ? null : counter.enterprises(name.id())));
    }
    return List.copyOf(counts);
  }

  private static List<String> text(Overview found, ReportTerms terms) {
    var text = new ArrayList<String>();
    text.add(
        found.roster() == null
            ? "%d 年度参与排名并公布的企业 %d 家。".formatted(terms.year(), found.ranked())
            : "%d 年度列入企业名录、参加评价的企业 %d 家，其中参与排名并公布 %d 家，占 %s；未公布 %d 家。"
                .formatted(
                    terms.year(),
                    found.roster(),
                    found.ranked(),
                    Wording.percent(found.ranked(), found.roster()),
                    found.notPublished()));
    text.add(totals(found.totals(), found.totalsBefore(), terms));
    return text;
  }

  private static String totals(Figures now, @Nullable Figures before, ReportTerms terms) {
    if (now.mean() == null) {
      return "参与排名的企业不足 %d 家，不公布平均值。".formatted(SmallGroups.LEAST);
    }
    String text =
        "参与排名企业平均总分 %s，中位数 %s，最高 %s"
            .formatted(
                Wording.points(now.mean()),
                Wording.points(now.median()),
                Wording.points(now.highest()));
    if (before == null) {
      return text + "。";
    }
    var changes = new ArrayList<String>();
    changes.add(Wording.change("参与排名企业", before.enterprises(), now.enterprises()));
    changes.addAll(Analysis.compared(before, now));
    return text + "；与 %d 年度相比，%s。".formatted(terms.year() - 1, String.join("，", changes));
  }

  private static Overview with(List<String> text, Overview bare) {
    return new Overview(
        text,
        bare.roster(),
        bare.ranked(),
        bare.notPublished(),
        bare.totals(),
        bare.totalsBefore(),
        bare.deductions(),
        bare.bonus(),
        bare.decay());
  }
}
