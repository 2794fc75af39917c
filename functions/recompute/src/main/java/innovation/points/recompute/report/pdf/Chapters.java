package innovation.points.recompute.report.pdf;

import innovation.points.paper.Grid;
import innovation.points.paper.Grid.Column;
import innovation.points.paper.Paper;
import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Category;
import innovation.points.recompute.report.AnalysisReport.Count;
import innovation.points.recompute.report.AnalysisReport.Delivery;
import innovation.points.recompute.report.AnalysisReport.Department;
import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.recompute.report.AnalysisReport.Indicator;
import innovation.points.recompute.report.AnalysisReport.Named;
import innovation.points.recompute.report.AnalysisReport.Reward;
import innovation.points.recompute.report.AnalysisReport.StageMove;
import innovation.points.recompute.report.AnalysisReport.ZoneGroup;
import innovation.points.recompute.report.AnalysisReport.ZoneTotal;
import innovation.points.recompute.report.pdf.Charts.Bar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chapters 一, 五 to 八 and 十. */
final class Chapters {

  /** More columns are too narrow for figures. */
  private static final int MOST_GROUPS = 6;

  private final AnalysisReport report;
  private final Paper paper;
  private final Charts charts;

  Chapters(AnalysisReport report, Paper paper) {
    this.report = report;
    this.paper = paper;
    this.charts = new Charts(paper);
  }

  void overview() throws IOException {
    var overview = report.overview();
    paper.chapter("一、总体情况", overview.text());
    var years = new ArrayList<YearTotals>();
    years.add(new YearTotals(report.year(), overview.totals()));
    var before = report.before();
    if (before != null && overview.totalsBefore() != null) {
      years.add(new YearTotals(before.year(), overview.totalsBefore()));
    }
    Grid.of(
            "表 1　参与排名企业总分（分）",
            years,
            List.of(
                Column.text("年度", 2, one -> one.year() + " 年度"),
                Column.count("企业（家）", 2, one -> one.totals().enterprises()),
                Column.number("平均", 2, one -> Shown.points(one.totals().mean())),
                Column.number("下四分位", 2, one -> Shown.points(one.totals().lowerQuartile())),
                Column.number("中位数", 2, one -> Shown.points(one.totals().median())),
                Column.number("上四分位", 2, one -> Shown.points(one.totals().upperQuartile())),
                Column.number("最高", 2, one -> Shown.points(one.totals().highest()))))
        .draw(paper);
    Grid.of(
            "表 2　扣分、附加分与衰减涉及的参与排名企业",
            Stream.of(
                    rules(overview.deductions(), "扣分"),
                    rules(overview.bonus(), "附加分"),
                    rules(overview.decay(), "衰减"))
                .flatMap(each -> each)
                .toList(),
            List.of(
                Column.text("规则", 8, one -> one.rule().name()),
                Column.text("作用", 3, Effect::name),
                Column.count("企业（家）", 2, one -> one.rule().enterprises())))
        .draw(paper);
  }

  private record YearTotals(int year, Figures totals) {}

  /** The effect of a rule, with the number of enterprises concerned. */
  private record Effect(Count rule, String name) {}

  private static Stream<Effect> rules(List<Count> rules, String effect) {
    return rules.stream().map(rule -> new Effect(rule, effect));
  }

  void performance() throws IOException {
    var performance = report.performance();
    paper.chapter("五、分类指标表现", performance.text());
    charts.bars(
        "图 5　三类指标平均得分（分，满分 100）",
        performance.categories().stream()
            .filter(category -> category.mean() != null)
            .map(category -> bar(category, category.mean()))
            .toList(),
        100);
    Grid.of(
            "表 7　各项指标",
            performance.indicators(),
            List.of(
                Column.text("编号", 1, Indicator::id),
                Column.text("指标", 6, Indicator::name),
                Column.number("满分", 1.1f, one -> Shown.full(one.fullPoints())),
                Column.number("平均得分", 1.6f, one -> Shown.points(one.mean())),
                Column.number("得分率", 1.4f, one -> Shown.share(one.rate())),
                Column.count("缺数据（家）", 2, Indicator::missing)))
        .draw(paper);
  }

  private static Bar bar(Category category, @Nullable Double mean) {
    return new Bar(category.name(), mean == null ? 0 : mean, Shown.points(mean));
  }

  void movements() throws IOException {
    var movements = report.movements();
    paper.chapter("六、变动", movements.text());
    Grid.of(
            "表 8　阶段变化（两年都参与排名的企业）",
            movements.stageMoves(),
            List.of(
                Column.text("上年阶段", 3, StageMove::fromName),
                Column.text("本年阶段", 3, StageMove::toName),
                Column.count("企业（家）", 2, StageMove::enterprises)))
        .draw(paper);
    movers("表 9　总分上升较多的企业", movements.risers());
    movers("表 10　总分下降较多的企业", movements.fallers());
  }

  private void movers(String caption, List<Named> movers) throws IOException {
    Grid.of(
            caption,
            movers,
            List.of(
                Column.text("企业", 5, Chapters::name),
                Column.text("阶段", 1.5f, Named::stageName),
                Column.number("总分", 1.5f, mover -> Shown.points(mover.total())),
                Column.number("上年", 1.5f, mover -> Shown.points(mover.totalBefore())),
                Column.number("变化", 1.5f, mover -> Shown.change(mover.change())),
                Column.count("名次", 1.5f, Named::rank),
                Column.count("上年名次", 1.8f, Named::rankBefore)))
        .draw(paper);
  }

  private static String name(Named mover) {
    return mover.name() == null ? mover.uscc() : mover.name();
  }

  void completeness() throws IOException {
    var completeness = report.completeness();
    paper.chapter("七、数据完整性", completeness.text());
    Grid.of(
            "表 11　各部门报送与指标有值率",
            completeness.departments(),
            List.of(
                Column.text("部门", 4, Department::name),
                Column.count("数据表（张）", 2, Department::datasets),
                Column.count("已报送（张）", 2, Department::delivered),
                Column.count("相关指标（项）", 2.2f, Department::indicators),
                Column.number("有值率", 1.5f, one -> Shown.share(one.known()))))
        .draw(paper);
    Grid.of(
            "表 12　数据表报送情况",
            completeness.datasets(),
            List.of(
                Column.text("数据表", 4, Delivery::name),
                Column.text("部门", 4, Delivery::departmentName),
                Column.text("是否报送", 1.5f, one -> one.delivered() ? "已报送" : "未报送")))
        .draw(paper);
  }

  void rewards() throws IOException {
    var rewards = report.rewards();
    paper.chapter("八、奖励", rewards.text());
    var lines = new ArrayList<>(rewards.kinds());
    if (!lines.isEmpty()) {
      lines.add(new Reward("", "合计（企业不重复计数）", "", rewards.enterprises(), rewards.amount()));
    }
    Grid.of(
            "表 13　奖励测算",
            lines,
            List.of(
                Column.text("奖励", 6, Reward::name),
                Column.text("依据", 3, Reward::cite),
                Column.count("企业（家）", 2, Reward::enterprises),
                Column.number("金额（元）", 3, one -> Shown.yuan(one.amount()))))
        .draw(paper);
  }

  void zone() throws IOException {
    var zone = report.zone();
    paper.chapter("十、全区指标", zone.text());
    Grid.of(
            "表 14　全区指标",
            zone.totals(),
            List.of(
                Column.text("指标", 4, ZoneTotal::name),
                Column.text("单位", 1.5f, ZoneTotal::unit),
                Column.number("本年", 2, one -> Shown.figure(one.value())),
                Column.number("上年", 2, one -> Shown.figure(one.before())),
                Column.number("同比（%）", 1.5f, one -> Shown.signed(one.change()))))
        .draw(paper);
    groups("表 15　各阶段", zone.stages());
    groups("表 16　各主导产业", zone.clusters());
  }

  /** A row a figure, two columns a group: the figure and its change. */
  private void groups(String caption, List<ZoneGroup> groups) throws IOException {
    var columns = new ArrayList<Column<ZoneTotal>>();
    columns.add(Column.text("指标（单位；括号内为同比，%）", 3.4f, one -> one.name() + "（" + one.unit() + "）"));
    for (String name :
        groups.stream().map(ZoneGroup::name).distinct().limit(MOST_GROUPS).toList()) {
      columns.add(Column.number(name, 2, one -> cell(groups, one.id(), name)));
    }
    Grid.of(caption, groups.isEmpty() ? List.of() : report.zone().totals(), columns).draw(paper);
  }

  private static String cell(List<ZoneGroup> groups, String figure, String name) {
    return groups.stream()
        .filter(group -> group.id().equals(figure) && group.name().equals(name))
        .findFirst()
        .map(
            group ->
                Shown.figure(group.value())
                    + (group.change() == null ? "" : "（" + Shown.signed(group.change()) + "）"))
        .orElse(Shown.figure(null));
  }
}
