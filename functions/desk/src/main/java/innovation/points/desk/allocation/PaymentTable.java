package innovation.points.desk.allocation;

import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.payment.PaymentList;
import innovation.points.store.payment.PaymentList.Step;
import innovation.points.store.payment.PaymentList.Totals;
import innovation.points.store.payment.PaymentSheet;
import innovation.points.store.payment.PaymentSheet.Line;
import innovation.points.store.payment.PaymentState;
import innovation.points.store.settings.ZoneProfile;
import innovation.points.web.time.OfficialTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A payment list as finance takes it: the lines, the sums, who signs. */
final class PaymentTable {

  private static final List<String> TITLES =
      List.of("序号", "统一社会信用代码", "企业名称", "拨付项目", "依据", "事由", "应拨金额（元）", "已拨扣减（元）", "本次拨付（元）", "备注");

  private PaymentTable() {}

  /**
   * The table.
   *
   * @param sheet its lines, or those of some enterprises
   * @param range which ones, in Chinese; empty for all
   */
  static ListTable of(PaymentList list, PaymentSheet sheet, String range, ZoneProfile zone) {
    Totals totals = sheet.totals(null, BigDecimal.ZERO);
    var rows = new ArrayList<List<TableCell>>();
    int number = 0;
    for (Line line : sheet.lines()) {
      number++;
      rows.add(
          List.of(
              TableCell.of(number),
              TableCell.of(line.uscc()),
              TableCell.of(line.name()),
              TableCell.of(line.title()),
              TableCell.of(line.article()),
              TableCell.of(line.reason()),
              TableCell.of(line.due()),
              TableCell.of(line.deducted()),
              TableCell.of(line.amount()),
              TableCell.BLANK));
    }
    rows.add(
        List.of(
            TableCell.of("合计"),
            TableCell.BLANK,
            TableCell.of("%d 家企业".formatted(totals.enterprises())),
            TableCell.BLANK,
            TableCell.BLANK,
            TableCell.BLANK,
            TableCell.of(totals.due()),
            TableCell.of(totals.deducted()),
            TableCell.of(totals.payable()),
            TableCell.BLANK));
    if (!range.isEmpty()) {
      rows.add(
          note(
              "范围",
              "%s。本表为节选，全单共 %d 家企业，本次拨付 %s 元"
                  .formatted(
                      range,
                      list.totals().enterprises(),
                      list.totals().payable().toPlainString())));
    }
    rows.add(note("文号", DocumentNumber.of(list)));
    rows.add(note("依据文件", sheet.basis()));
    rows.add(note("积分结果", "%d 年度，批次 %s".formatted(list.year(), list.generation())));
    if (!zone.office().isEmpty()) {
      rows.add(
          note(
              "制表单位",
              zone.office() + (zone.telephone().isEmpty() ? "" : "，电话 " + zone.telephone())));
    }
    rows.add(note("制表", signed(list, PaymentState.ASKED)));
    rows.add(note("批准", signed(list, PaymentState.APPROVED)));
    rows.add(note("审核（签字）", ""));
    rows.add(note("财政部门（签章）", ""));
    rows.add(note("主管领导（签字）", ""));
    return new ListTable(TITLES, rows);
  }

  private static String signed(PaymentList list, PaymentState state) {
    return list.last(state).map(PaymentTable::signed).orElse("");
  }

  private static String signed(Step step) {
    return step.by().name() + " " + OfficialTime.minute(step.at());
  }

  private static List<TableCell> note(String title, String text) {
    var row = new ArrayList<>(Collections.nCopies(TITLES.size(), TableCell.BLANK));
    row.set(0, TableCell.of(title));
    row.set(2, TableCell.of(text));
    return row;
  }
}
