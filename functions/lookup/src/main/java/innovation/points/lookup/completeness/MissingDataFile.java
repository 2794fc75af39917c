package innovation.points.lookup.completeness;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The 补数清单 as a file: one row for each thing that is to be asked for, and of whom. */
final class MissingDataFile {

  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "所属园区", "所属网格", "类别", "缺少的内容", "说明", "责任部门");

  private final Catalogue catalogue;
  private final Responsible responsible;
  private final MissingDataFilter filter;
  private final List<List<TableCell>> rows = new ArrayList<>();

  /** With the departments as the zone names them. */
  MissingDataFile(Catalogue catalogue, Responsible responsible, MissingDataFilter filter) {
    this.catalogue = catalogue;
    this.responsible = responsible;
    this.filter = filter;
  }

  ListTable of(List<MissingData> gaps) {
    gaps.forEach(this::add);
    return new ListTable(TITLES, rows);
  }

  private void add(MissingData gap) {
    for (int i = 0; i < gap.missing().size(); i++) {
      String field = gap.missing().get(i);
      String why = i < gap.explanations().size() ? gap.explanations().get(i) : "";
      add(gap, "无法评分", responsible.fieldTitle(field), why, responsible.forField(field));
    }
    for (MissingData.Indicator indicator : gap.indicators()) {
      String name = indicator.id() + " " + indicator.name();
      add(gap, "指标缺数据", name, indicator.reason(), indicator.departments());
    }
    for (String id : gap.unreported()) {
      String name = catalogue.dataset(id).map(Dataset::title).orElse(id);
      add(gap, "负面清单未报送", name, "没有该企业的记录", responsible.forDataset(id));
    }
  }

  private void add(
      MissingData gap, String kind, String what, String why, List<String> departments) {
    if (filter.owes(departments)) {
      String who =
          departments.stream().map(catalogue::departmentName).collect(Collectors.joining("、"));
      rows.add(
          List.of(
              TableCell.of(gap.uscc()),
              TableCell.of(gap.name()),
              TableCell.of(gap.park()),
              TableCell.of(gap.grid()),
              TableCell.of(kind),
              TableCell.of(what),
              TableCell.of(why),
              TableCell.of(who)));
    }
  }
}
