package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Zone;
import innovation.points.recompute.report.AnalysisReport.ZoneGroup;
import innovation.points.recompute.report.AnalysisReport.ZoneTotal;
import innovation.points.scoring.disclosure.Change;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.publication.ZoneFigure.By;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 十、全区指标 (四(三), 四(四)): what the zone's enterprises come to together, with 同比. */
final class ZoneSection {

  private static final String UNSAID = "未填";

  private ZoneSection() {}

  static Zone of(List<ZoneFigure> now, List<ZoneFigure> before, ReportTerms terms) {
    List<ZoneTotal> totals =
        now.stream().filter(one -> one.by() == By.ALL).map(one -> total(one, before)).toList();
    List<ZoneGroup> stages = groups(By.STAGE, now, before, terms.rulebook());
    return new Zone(
        text(totals, terms), totals, stages, groups(By.CLUSTER, now, before, terms.rulebook()));
  }

  private static ZoneTotal total(ZoneFigure one, List<ZoneFigure> before) {
    Double then = find(before, one);
    return new ZoneTotal(
        one.aggregate(),
        one.name(),
        one.unit(),
        one.value(),
        then,
        Change.percent(then, one.value()));
  }

  private static List<ZoneGroup> groups(
      By by, List<ZoneFigure> now, List<ZoneFigure> before, Rulebook rulebook) {
    return now.stream()
        .filter(one -> one.by() == by)
        .map(
            one ->
                new ZoneGroup(
                    one.aggregate(),
                    one.id(),
                    one.id() == null
                        ? UNSAID
                        : by == By.STAGE ? rulebook.stageName(one.id()) : one.id(),
                    one.value(),
                    Change.percent(find(before, one), one.value())))
        .toList();
  }

  private static @Nullable Double find(List<ZoneFigure> figures, ZoneFigure like) {
    return figures.stream()
        .filter(
            one ->
                one.aggregate().equals(like.aggregate())
                    && one.unit().equals(like.unit())
                    && one.by() == like.by()
                    && Objects.equals(one.id(), like.id()))
        .findFirst()
        .map(ZoneFigure::value)
        .orElse(null);
  }

  private static List<String> text(List<ZoneTotal> totals, ReportTerms terms) {
    var text = new ArrayList<String>();
    if (totals.isEmpty()) {
      text.add("评价规则没有规定全区指标。");
      return text;
    }
    text.add(
        "按企业名录所列全部企业汇总，%d 年度：%s。"
            .formatted(
                terms.year(),
                String.join(
                    "；",
                    totals.stream()
                        .filter(one -> one.value() != null)
                        .map(ZoneSection::sentence)
                        .toList())));
    text.add("没有数据的企业不计入；不足 3 家企业有数额，或者一家占八成以上的不公布；为防止推算，必要时其他分组同样处理。");
    return text;
  }

  private static String sentence(ZoneTotal total) {
    String change =
        total.change() == null
            ? ""
            : switch (Double.compare(total.change(), 0)) {
              case 0 -> "，与上年持平";
              case 1 -> "，同比增长 %s%%".formatted(Wording.plain(total.change()));
              default -> "，同比下降 %s%%".formatted(Wording.plain(-total.change()));
            };
    return "%s %s %s%s"
        .formatted(
            total.name(),
            Wording.plain(Objects.requireNonNull(total.value())),
            total.unit(),
            change);
  }
}
