package innovation.points.lookup;

import innovation.points.datasets.Catalogue;
import innovation.points.datasets.Dataset;
import innovation.points.web.Cell;
import innovation.points.web.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The 补数清单 as a file: one row for each thing that is to be asked for, and of whom. */
final class GapFile {

  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "所属网格", "类别", "缺少的内容", "说明", "责任部门");

  private final Catalogue catalogue = Catalogue.load();
  private final Responsible responsible;
  private final GapFilter filter;
  private final List<List<Cell>> rows = new ArrayList<>();

  GapFile(Responsible responsible, GapFilter filter) {
    this.responsible = responsible;
    this.filter = filter;
  }

  Table of(List<Gap> gaps) {
    gaps.forEach(this::add);
    return new Table(TITLES, rows);
  }

  private void add(Gap gap) {
    for (int i = 0; i < gap.missing().size(); i++) {
      String field = gap.missing().get(i);
      String why = i < gap.explanations().size() ? gap.explanations().get(i) : "";
      add(gap, "无法评分", responsible.fieldTitle(field), why, responsible.forField(field));
    }
    for (Gap.Indicator indicator : gap.indicators()) {
      String name = indicator.id() + " " + indicator.name();
      add(gap, "指标缺数据", name, indicator.reason(), indicator.departments());
    }
    for (String id : gap.unreported()) {
      String name = catalogue.dataset(id).map(Dataset::title).orElse(id);
      add(gap, "负面清单未报送", name, "没有该企业的记录", responsible.forDataset(id));
    }
  }

  private void add(Gap gap, String kind, String what, String why, List<String> departments) {
    if (filter.owes(departments)) {
      String who =
          departments.stream().map(catalogue::departmentTitle).collect(Collectors.joining("、"));
      rows.add(
          List.of(
              Cell.of(gap.uscc()),
              Cell.of(gap.name()),
              Cell.of(gap.grid()),
              Cell.of(kind),
              Cell.of(what),
              Cell.of(why),
              Cell.of(who)));
    }
  }
}
