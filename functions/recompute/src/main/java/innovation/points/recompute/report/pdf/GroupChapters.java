package innovation.points.recompute.report.pdf;

import innovation.points.paper.Grid;
import innovation.points.paper.Grid.Column;
import innovation.points.paper.Paper;
import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Category;
import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.recompute.report.AnalysisReport.Group;
import innovation.points.recompute.report.pdf.Charts.Bar;
import innovation.points.recompute.report.pdf.Charts.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chapters 二 to 四: the distribution of totals, overall and by group. */
final class GroupChapters {

  private final AnalysisReport report;
  private final Paper paper;
  private final Charts charts;

  GroupChapters(AnalysisReport report, Paper paper) {
    this.report = report;
    this.paper = paper;
    this.charts = new Charts(paper);
  }

  void distribution() throws IOException {
    var distribution = report.distribution();
    paper.chapter("二、得分分布", distribution.text());
    if (!distribution.bins().isEmpty()) {
      charts.histogram(
          "图 1　总分分布（家）",
          distribution.bins(),
          distribution.binsBefore(),
          "横轴为总分（分）；柱的面积为企业家数。"
              + (distribution.binsBefore().isEmpty()
                  ? ""
                  : "虚线为 %d 年度。".formatted(report.year() - 1)));
    }
  }

  void stages() throws IOException {
    paper.chapter("三、阶段分析", report.stages().text());
    boxes("图 2　各阶段总分（分）", report.stages().groups());
    groups("表 3　各阶段企业", "阶段", report.stages().groups(), Group::name);
    Grid.of("表 4　各阶段分类指标平均得分（分，满分 100）", report.stages().groups(), categories()).draw(paper);
  }

  private List<Column<Group>> categories() {
    var columns = new ArrayList<Column<Group>>();
    columns.add(Column.text("阶段", 2, Group::name));
    for (Category category : report.performance().categories()) {
      columns.add(
          Column.number(
              category.name(), 2, group -> Shown.points(group.categories().get(category.id()))));
    }
    return columns;
  }

  void industries() throws IOException {
    var industries = report.industries();
    paper.chapter("四、行业与主导产业集群", industries.text());
    boxes("图 3　各主导产业总分（分）", industries.clusters());
    groups("表 5　各主导产业企业", "主导产业", industries.clusters(), Group::name);
    List<Bar> bars =
        industries.industries().stream()
            .filter(group -> group.totals().enterprises() > 0)
            .limit(12)
            .map(
                group ->
                    new Bar(
                        group.name(),
                        group.totals().enterprises(),
                        group.totals().enterprises() + " 家"))
            .toList();
    charts.bars("图 4　企业较多的行业大类", bars, bars.stream().mapToDouble(Bar::value).max().orElse(1));
    groups("表 6　各行业大类企业", "行业大类", industries.industries(), GroupChapters::division);
  }

  private void boxes(String caption, List<Group> groups) throws IOException {
    charts.boxes(
        caption,
        groups.stream()
            .map(group -> new Box(group.name(), group.totals(), group.totalsBefore()))
            .toList(),
        "横条为中间一半企业的总分，竖线和数字为中位数"
            + (report.before() == null ? "。" : "，菱形为 %d 年度中位数。".formatted(report.year() - 1)));
  }

  private void groups(String caption, String head, List<Group> groups, Function<Group, String> name)
      throws IOException {
    Grid.of(
            caption,
            groups,
            List.of(
                Column.text(head, 4, name),
                Column.count("企业（家）", 2, group -> group.totals().enterprises()),
                Column.number(
                    "上年（家）", 2, group -> Shown.count(before(group, Figures::enterprises))),
                Column.number("平均", 1.6f, group -> Shown.points(group.totals().mean())),
                Column.number("下四分位", 1.8f, group -> Shown.points(group.totals().lowerQuartile())),
                Column.number("中位数", 1.6f, group -> Shown.points(group.totals().median())),
                Column.number("上四分位", 1.8f, group -> Shown.points(group.totals().upperQuartile())),
                Column.number("上年平均", 1.8f, group -> Shown.points(before(group, Figures::mean)))))
        .draw(paper);
  }

  private static <N> @Nullable N before(Group group, Function<Figures, @Nullable N> figure) {
    return group.totalsBefore() == null ? null : figure.apply(group.totalsBefore());
  }

  /** The name of a division with its code. */
  private static String division(Group group) {
    return group.id() == null || group.id().equals(group.name())
        ? group.name()
        : group.id() + " " + group.name();
  }
}
