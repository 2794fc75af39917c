package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Count;
import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.recompute.report.AnalysisReport.Overview;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.ScoreStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 一、总体情况. */
final class OverviewSection {

  private OverviewSection() {}

  static Overview of(ReportTally tally, ReportTerms terms) {
    Rulebook rulebook = terms.rulebook();
    int scored = tally.enterprises(ScoreStatus.SCORED);
    int excluded = tally.enterprises(ScoreStatus.EXCLUDED);
    int incomplete = tally.enterprises(ScoreStatus.INCOMPLETE);
    Figures now = Analysis.figures(tally.now().all().totals(), false);
    Figures before =
        terms.before() == null ? null : Analysis.figures(tally.before().all().totals(), false);
    int ranked = now.enterprises();
    var bare =
        new Overview(
            List.of(),
            scored + excluded + incomplete,
            scored,
            ranked,
            scored - ranked,
            excluded,
            incomplete,
            now,
            before,
            counts(negative(rulebook), tally.exclusions()),
            counts(
                tally.missing().counts().keySet().stream()
                    .map(field -> new Name(field, field(rulebook, field))),
                tally.missing()),
            counts(negative(rulebook), tally.adjustments()),
            counts(
                rulebook.bonus().stream().map(rule -> new Name(rule.id(), rule.name())),
                tally.adjustments()),
            counts(
                rulebook.decay().stream().map(rule -> new Name(rule.id(), rule.name())),
                tally.adjustments()));
    return with(text(bare, terms), bare);
  }

  private record Name(String id, String name) {}

  private static Stream<Name> negative(Rulebook rulebook) {
    return rulebook.negativeList().stream().map(rule -> new Name(rule.id(), rule.name()));
  }

  /** The counts that are not zero. */
  private static List<Count> counts(Stream<Name> names, Counter counter) {
    return names
        .map(name -> new Count(name.id(), name.name(), counter.enterprises(name.id())))
        .filter(count -> count.enterprises() > 0)
        .toList();
  }

  private static List<String> text(Overview found, ReportTerms terms) {
    var text = new ArrayList<String>();
    text.add(
        "%d 年度列入企业名录、参加评价的企业 %d 家。其中已评分 %d 家，占 %s；列入负面清单、不纳入积分管理 %d 家；缺少必要数据、待补数 %d 家。"
            .formatted(
                terms.year(),
                found.roster(),
                found.scored(),
                Wording.percent(found.scored(), found.roster()),
                found.excluded(),
                found.incomplete()));
    text.add(
        "已评分企业中，数据覆盖率达到要求、参与排名并公布的 %d 家；未达到要求、不参与排名的 %d 家。"
            .formatted(found.ranked(), found.notRanked()));
    text.add(totals(found.totals(), found.totalsBefore(), terms));
    if (!found.exclusions().isEmpty()) {
      text.add("不纳入的原因：" + listed(found.exclusions()) + "（一家企业可能有多项原因）。");
    }
    if (!found.missing().isEmpty()) {
      text.add("待补数企业缺少：" + listed(found.missing()) + "（一家企业可能缺少多项）。");
    }
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

  /** The name of a field in the rulebook; its id where the rulebook has none. */
  private static String field(Rulebook rulebook, String id) {
    return rulebook.datasets().stream()
        .map(dataset -> dataset.fields().get(id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(id);
  }

  private static String listed(List<Count> counts) {
    return counts.stream()
        .map(count -> "%s %d 家".formatted(count.name(), count.enterprises()))
        .collect(Collectors.joining("、"));
  }

  private static Overview with(List<String> text, Overview bare) {
    return new Overview(
        text,
        bare.roster(),
        bare.scored(),
        bare.ranked(),
        bare.notRanked(),
        bare.excluded(),
        bare.incomplete(),
        bare.totals(),
        bare.totalsBefore(),
        bare.exclusions(),
        bare.missing(),
        bare.deductions(),
        bare.bonus(),
        bare.decay());
  }
}
