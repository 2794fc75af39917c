package innovation.points.desk.allocation;

import innovation.points.paper.OfficialPaper;
import innovation.points.paper.PageLayout;
import innovation.points.paper.PaperPart;
import innovation.points.paper.PaperPart.Column;
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
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A payment list as finance takes it: the lines, the sums, who signs. As a table to compute with
 * and as a paper to sign, from the same cells.
 *
 * @param sheet its lines, or those of some enterprises
 * @param range which ones, in Chinese; empty for all
 */
record PaymentForm(PaymentList list, PaymentSheet sheet, String range, ZoneProfile zone) {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("序号", 6, true),
          new Column("统一社会信用代码", 27, false),
          new Column("企业名称", 13, false),
          new Column("拨付项目", 10, false),
          new Column("依据", 12, false),
          new Column("事由", 14, false),
          new Column("应拨金额（元）", 16, true),
          new Column("已拨扣减（元）", 16, true),
          new Column("本次拨付（元）", 16, true),
          new Column("备注", 5, false));

  private static final List<String> SIGNATURES = List.of("审核（签字）", "财政部门（签章）", "主管领导（签字）");

  /** What is left for a name. */
  private static final String TO_SIGN = "　".repeat(5);

  /** Something said of the whole list. */
  private record Note(String title, String text) {
    @Override
    public String toString() {
      return title + "：" + text;
    }
  }

  /** As it is called, also as a file. */
  String title() {
    return list.year() + "年度奖励资金拨付清单";
  }

  /** To compute with. */
  ListTable table() {
    var rows = new ArrayList<List<TableCell>>(lines());
    rows.add(below("合计（大写）", inWords()));
    rows.add(below("文号", DocumentNumber.of(list)));
    notes().forEach(note -> rows.add(below(note.title(), note.text())));
    SIGNATURES.forEach(place -> rows.add(below(place, "")));
    return new ListTable(COLUMNS.stream().map(Column::title).toList(), rows);
  }

  /** To sign. */
  OfficialPaper paper() {
    var blocks = new ArrayList<PaperPart>();
    blocks.add(new PaperPart.Title(title()));
    blocks.add(new PaperPart.Centred(DocumentNumber.of(list)));
    blocks.add(
        new PaperPart.Table(
            "",
            COLUMNS,
            lines().stream()
                .map(line -> line.stream().map(PaymentForm::printed).toList())
                .toList()));
    blocks.add(new PaperPart.Text("本次拨付合计（大写）：人民币" + inWords()));
    notes().forEach(note -> blocks.add(new PaperPart.Note(note.toString())));
    blocks.add(new PaperPart.Space());
    blocks.add(
        new PaperPart.ToSign(
            SIGNATURES.stream().map(place -> place + "：").collect(Collectors.joining(TO_SIGN))));
    return new OfficialPaper(
        PageLayout.OFFICIAL_WIDE,
        title(),
        DocumentNumber.of(list),
        zone.footer(),
        ZonedDateTime.ofInstant(list.steps().getLast().at(), OfficialTime.ZONE),
        blocks);
  }

  /** The lines, and the sum below them. */
  private List<List<TableCell>> lines() {
    var rows = new ArrayList<List<TableCell>>();
    for (Line line : sheet.lines()) {
      rows.add(
          List.of(
              TableCell.of(rows.size() + 1),
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
    Totals totals = totals();
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
    return rows;
  }

  private List<Note> notes() {
    var notes = new ArrayList<Note>();
    if (!range.isEmpty()) {
      notes.add(
          new Note(
              "范围",
              "%s。本表为节选，全单共 %d 家企业，本次拨付 %s 元"
                  .formatted(
                      range,
                      list.totals().enterprises(),
                      list.totals().payable().toPlainString())));
    }
    notes.add(new Note("依据文件", sheet.basis()));
    notes.add(new Note("积分结果", "%d 年度，批次 %s".formatted(list.year(), list.generation())));
    if (!zone.office().isEmpty()) {
      String telephone = zone.telephone().isEmpty() ? "" : "，电话 " + zone.telephone();
      notes.add(new Note("制表单位", zone.office() + telephone));
    }
    notes.add(new Note("制表", signed(PaymentState.ASKED)));
    notes.add(new Note("批准", signed(PaymentState.APPROVED)));
    return notes;
  }

  /** Those of its lines. */
  private Totals totals() {
    return sheet.totals(null, BigDecimal.ZERO);
  }

  private String inWords() {
    return AmountInWords.of(totals().payable());
  }

  private String signed(PaymentState state) {
    return list.last(state).map(PaymentForm::signed).orElse("");
  }

  private static String signed(Step step) {
    return step.by().name() + " " + OfficialTime.minute(step.at());
  }

  private static List<TableCell> below(String title, String text) {
    var row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), TableCell.BLANK));
    row.set(0, TableCell.of(title));
    row.set(2, TableCell.of(text));
    return row;
  }

  /** Money in groups of three digits, as people read it. */
  private static String printed(TableCell cell) {
    return cell instanceof TableCell.Amount(BigDecimal amount)
        ? String.format(Locale.ROOT, "%,.2f", amount)
        : cell.shown();
  }
}
