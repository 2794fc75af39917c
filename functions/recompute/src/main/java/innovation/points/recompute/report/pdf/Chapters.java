package innovation.points.recompute.report.pdf;

import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Category;
import innovation.points.recompute.report.AnalysisReport.Count;
import innovation.points.recompute.report.AnalysisReport.Named;
import innovation.points.recompute.report.pdf.Charts.Bar;
import innovation.points.recompute.report.pdf.Grid.Column;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 一 and 五 to 八. */
final class Chapters {

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
    var grid =
        new Grid(
            "表 1　参与排名企业总分（分）",
            List.of(
                Column.text("年度", 2),
                Column.number("企业（家）", 2),
                Column.number("平均", 2),
                Column.number("下四分位", 2),
                Column.number("中位数", 2),
                Column.number("上四分位", 2),
                Column.number("最高", 2)));
    grid.row(figures(report.year() + " 年度", overview.totals()));
    var before = report.before();
    if (before != null && overview.totalsBefore() != null) {
      grid.row(figures(before.year() + " 年度", overview.totalsBefore()));
    }
    grid.draw(paper);
    var adjusted =
        new Grid(
            "表 2　负面清单、附加分与衰减涉及的企业",
            List.of(Column.text("规则", 8), Column.text("作用", 3), Column.number("企业（家）", 2)));
    rules(adjusted, overview.exclusions(), "不纳入");
    rules(adjusted, overview.deductions(), "扣分");
    rules(adjusted, overview.bonus(), "加分");
    rules(adjusted, overview.decay(), "衰减");
    adjusted.draw(paper);
  }

  private static void rules(Grid grid, List<Count> rules, String effect) {
    rules.forEach(one -> grid.row(List.of(one.name(), effect, "" + one.enterprises())));
  }

  private static List<String> figures(String name, AnalysisReport.Figures figures) {
    return List.of(
        name,
        Integer.toString(figures.enterprises()),
        Shown.points(figures.mean()),
        Shown.points(figures.lowerQuartile()),
        Shown.points(figures.median()),
        Shown.points(figures.upperQuartile()),
        Shown.points(figures.highest()));
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
    var grid =
        new Grid(
            "表 7　各项指标",
            List.of(
                Column.text("编号", 1),
                Column.text("指标", 6),
                Column.number("满分", 1.1f),
                Column.number("平均得分", 1.6f),
                Column.number("得分率", 1.4f),
                Column.number("缺数据（家）", 2)));
    performance
        .indicators()
        .forEach(
            one ->
                grid.row(
                    List.of(
                        one.id(),
                        one.name(),
                        Shown.full(one.fullPoints()),
                        Shown.points(one.mean()),
                        Shown.share(one.rate()),
                        Integer.toString(one.missing()))));
    grid.draw(paper);
  }

  private static Bar bar(Category category, @Nullable Double mean) {
    return new Bar(category.name(), mean == null ? 0 : mean, Shown.points(mean));
  }

  void movements() throws IOException {
    var movements = report.movements();
    paper.chapter("六、变动", movements.text());
    var moves =
        new Grid(
            "表 8　阶段变化（两年都参与排名的企业）",
            List.of(Column.text("上年阶段", 3), Column.text("本年阶段", 3), Column.number("企业（家）", 2)));
    movements
        .stageMoves()
        .forEach(
            move -> moves.row(List.of(move.fromName(), move.toName(), "" + move.enterprises())));
    moves.draw(paper);
    movers("表 9　总分上升较多的企业", movements.risers());
    movers("表 10　总分下降较多的企业", movements.fallers());
  }

  private void movers(String caption, List<Named> movers) throws IOException {
    var grid =
        new Grid(
            caption,
            List.of(
                Column.text("企业", 5),
                Column.text("阶段", 1.5f),
                Column.number("总分", 1.5f),
                Column.number("上年", 1.5f),
                Column.number("变化", 1.5f),
                Column.number("总排名", 1.5f),
                Column.number("上年排名", 1.8f)));
    for (Named mover : movers) {
      String name = mover.name();
      grid.row(
          List.of(
              name == null ? mover.uscc() : name,
              mover.stageName(),
              Shown.points(mover.total()),
              Shown.points(mover.totalBefore()),
              Shown.change(mover.change()),
              Integer.toString(mover.rank()),
              Integer.toString(mover.rankBefore())));
    }
    grid.draw(paper);
  }

  void completeness() throws IOException {
    var completeness = report.completeness();
    paper.chapter("七、数据完整性", completeness.text());
    var departments =
        new Grid(
            "表 11　各部门报送与指标有值率",
            List.of(
                Column.text("部门", 4),
                Column.number("数据表（张）", 2),
                Column.number("已报送（张）", 2),
                Column.number("相关指标（项）", 2.2f),
                Column.number("有值率", 1.5f)));
    completeness
        .departments()
        .forEach(
            one ->
                departments.row(
                    List.of(
                        one.name(),
                        "" + one.datasets(),
                        "" + one.delivered(),
                        "" + one.indicators(),
                        Shown.share(one.known()))));
    departments.draw(paper);
    var datasets =
        new Grid(
            "表 12　数据表报送情况",
            List.of(Column.text("数据表", 4), Column.text("部门", 4), Column.text("是否报送", 1.5f)));
    completeness
        .datasets()
        .forEach(
            one ->
                datasets.row(
                    List.of(one.name(), one.departmentName(), one.delivered() ? "已报送" : "未报送")));
    datasets.draw(paper);
  }

  void rewards() throws IOException {
    var rewards = report.rewards();
    paper.chapter("八、奖励", rewards.text());
    var grid =
        new Grid(
            "表 13　奖励测算",
            List.of(
                Column.text("奖励", 6),
                Column.text("依据", 3),
                Column.number("企业（家）", 2),
                Column.number("金额（元）", 3)));
    rewards
        .kinds()
        .forEach(
            one ->
                grid.row(
                    List.of(
                        one.name(), one.cite(), "" + one.enterprises(), Shown.yuan(one.amount()))));
    if (!grid.isEmpty()) {
      grid.row(
          List.of("合计（企业不重复计数）", "", "" + rewards.enterprises(), Shown.yuan(rewards.amount())));
    }
    grid.draw(paper);
  }
}
