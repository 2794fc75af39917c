package innovation.points.desk.questions;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.web.time.OfficialTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions as a file: a list for who visits or answers. */
final class QuestionFile {

  private static final List<String> TITLES =
      List.of(
          "编号",
          "年度",
          "统一社会信用代码",
          "企业名称",
          "所属网格",
          "类别",
          "事项",
          "内容",
          "来源",
          "来源编号",
          "提出时间",
          "状态",
          "承办部门",
          "答复期限",
          "是否逾期",
          "答复");

  private final Catalogue catalogue;

  /** With the departments as the zone names them. */
  QuestionFile(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  ListTable of(List<QuestionView> questions) {
    return new ListTable(TITLES, questions.stream().map(this::row).toList());
  }

  private List<TableCell> row(QuestionView one) {
    QuestionView.Given answer = one.answer();
    String with = one.department();
    Stream<String> offices = with == null ? one.departments().stream() : Stream.of(with);
    return List.of(
        TableCell.of(one.id()),
        TableCell.of(one.year()),
        TableCell.of(one.uscc()),
        TableCell.of(one.name()),
        TableCell.of(one.grid()),
        TableCell.of(one.about().kind().title()),
        TableCell.of(one.about().title()),
        TableCell.of(one.text()),
        TableCell.of(one.origin()),
        TableCell.of(one.reference()),
        TableCell.of(OfficialTime.minute(one.askedAt())),
        TableCell.of(one.state().title()),
        TableCell.of(offices.map(catalogue::departmentName).collect(Collectors.joining("、"))),
        TableCell.of(one.dueOn().toString()),
        TableCell.of(one.overdue() ? "是" : "否"),
        TableCell.of(answer == null ? null : answer.text()));
  }
}
