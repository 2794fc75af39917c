package innovation.points.lookup.completeness;

import innovation.points.lookup.completeness.DepartmentLeague.Figure;
import innovation.points.lookup.completeness.DepartmentLeague.Standing;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.web.time.OfficialTime;
import java.util.ArrayList;
import java.util.List;

/** The league of departments as a file. */
final class LeagueFile {

  private static final List<String> TITLES =
      List.of(
          "位次",
          "部门",
          "应报数据表",
          "按期",
          "逾期",
          "未到期",
          "退回行数",
          "待答复问题",
          "其中逾期",
          "已答复待办结",
          "已办结",
          "办结率(%)",
          "答复工作日中位数",
          "最近催报");

  private LeagueFile() {}

  static ListTable of(DepartmentLeague league) {
    var titles = new ArrayList<>(TITLES);
    for (String what : List.of("提出", "答复", "办结")) {
      titles.add(league.quarter() + " " + what);
      titles.add(what + "环比(%)");
      titles.add(what + "同比(%)");
    }
    return new ListTable(titles, league.items().stream().map(LeagueFile::row).toList());
  }

  private static List<TableCell> row(Standing one) {
    Double closed = one.questions().shareClosed();
    var reminded = one.lastReminded();
    var cells =
        new ArrayList<>(
            List.of(
                TableCell.of(one.place()),
                TableCell.of(one.title()),
                TableCell.of(one.datasets().all()),
                TableCell.of(one.datasets().onTime()),
                TableCell.of(one.datasets().late()),
                TableCell.of(one.datasets().pending()),
                TableCell.of((double) one.rowsRefused()),
                TableCell.of(one.questions().open()),
                TableCell.of(one.questions().overdue()),
                TableCell.of(one.questions().answered()),
                TableCell.of(one.questions().closed()),
                QuestionDays.percent(closed),
                TableCell.of(one.questions().medianDays()),
                reminded == null
                    ? TableCell.BLANK
                    : TableCell.of(OfficialTime.minute(reminded.at()))));
    var quarter = one.quarter();
    for (Figure figure : List.of(quarter.asked(), quarter.answered(), quarter.closed())) {
      cells.add(TableCell.of((double) figure.value()));
      cells.add(QuestionDays.percent(figure.onQuarter()));
      cells.add(QuestionDays.percent(figure.onYear()));
    }
    return cells;
  }
}
