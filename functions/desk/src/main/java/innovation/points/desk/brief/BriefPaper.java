package innovation.points.desk.brief;

import innovation.points.paper.OfficialPaper;
import innovation.points.paper.PageLayout;
import innovation.points.paper.PaperPart;
import innovation.points.paper.PaperPart.Column;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.store.brief.Brief;
import innovation.points.store.brief.Brief.Mover;
import innovation.points.store.brief.Brief.Moves;
import innovation.points.store.brief.Brief.Step;
import innovation.points.store.brief.BriefState;
import innovation.points.store.facts.CertificateEnds;
import innovation.points.store.settings.ZoneProfile;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * 运行与监测简报 of a quarter as an official paper. Of enterprises it names those alone that are public.
 *
 * @param zone who issues it; what is not set is left out
 */
record BriefPaper(Brief brief, ZoneProfile zone, Disclosure disclosure) {

  private static final String NAME = "企业创新积分运行与监测简报";
  private static final double PERCENT = 100;

  /** Fewer enterprises are no number. */
  private static final int FEW = 3;

  private static final List<Column> FIGURES =
      List.of(
          new Column("项目", 8, false),
          new Column("本季度", 3, true),
          new Column("上季度", 3, true),
          new Column("环比", 4, true),
          new Column("上年同期", 4, true),
          new Column("同比", 4, true));
  private static final List<Column> OFFICES =
      List.of(
          new Column("部门", 8, false),
          new Column("报送文件", 3, true),
          new Column("已采用", 3, true),
          new Column("未采用", 3, true),
          new Column("待确认", 3, true),
          new Column("未采用行", 3, true));
  private static final List<String> HANDLED = List.of("受理", "答复", "办结", "季末待答复", "其中逾期");
  private static final List<Column> MOVERS =
      List.of(
          new Column("企业名称", 9, false),
          new Column("阶段", 3, false),
          new Column("上年名次", 3, true),
          new Column("本年名次", 3, true));
  private static final List<Column> ENDINGS =
      List.of(new Column("资质", 8, false), new Column("企业数", 3, true));

  /** As it is called, also as a file. */
  String title() {
    return named() + NAME;
  }

  /** Its number: one a quarter. */
  String number() {
    Quarter quarter = Quarter.of(brief.quarter());
    return "创新积分简报〔%d〕%d号".formatted(quarter.year(), quarter.number());
  }

  private String named() {
    Quarter quarter = Quarter.of(brief.quarter());
    return "%d年第%s季度"
        .formatted(quarter.year(), List.of("一", "二", "三", "四").get(quarter.number() - 1));
  }

  OfficialPaper paper() {
    var blocks = new ArrayList<PaperPart>();
    blocks.add(new PaperPart.Title("%s\n%s".formatted(named(), NAME)));
    blocks.add(
        new PaperPart.Centred(brief.state() == BriefState.APPROVED ? number() : "未批准，不对外公布"));
    blocks.add(
        new PaperPart.Text(
            "%s至%s，企业创新积分信息系统运行与监测情况如下。环比为与上一季度相比，同比为与上年同一季度相比。"
                .formatted(OfficialTime.written(brief.from()), OfficialTime.written(brief.to()))));
    blocks.add(new PaperPart.Heading("一、数据报送"));
    blocks.add(
        new PaperPart.Table(
            numbered(blocks, "报送与办理"),
            FIGURES,
            brief.figures().stream().map(BriefPaper::row).toList()));
    if (brief.offices().isEmpty()) {
      blocks.add(new PaperPart.Text("本季度没有部门报送数据。"));
    } else {
      blocks.add(
          new PaperPart.Table(
              numbered(blocks, "各部门报送情况"),
              OFFICES,
              brief.offices().stream().map(BriefPaper::row).toList()));
    }
    blocks.add(new PaperPart.Heading("二、异议与问题办理"));
    questions(blocks);
    blocks.add(new PaperPart.Heading("三、积分与名次变动"));
    moves(blocks);
    blocks.add(new PaperPart.Heading("四、即将到期的资质"));
    endings(blocks);
    blocks.add(new PaperPart.Space());
    String day = OfficialTime.written(OfficialTime.day(issued()));
    blocks.add(new PaperPart.Issued(zone.office(), zone.seal(), day));
    return new OfficialPaper(
        PageLayout.OFFICIAL,
        title(),
        number(),
        zone.footer(),
        ZonedDateTime.ofInstant(issued(), OfficialTime.ZONE),
        blocks);
  }

  /** When it was approved; until then, when it was made. */
  private Instant issued() {
    return brief
        .last(BriefState.APPROVED)
        .map(Step::at)
        .orElseGet(() -> brief.last(BriefState.ASKED).orElseThrow().at());
  }

  private static List<String> row(Brief.Figure one) {
    return List.of(
        one.title(),
        Long.toString(one.value()),
        Long.toString(one.before()),
        change(one.value(), one.before()),
        Long.toString(one.yearBefore()),
        change(one.value(), one.yearBefore()));
  }

  /** In percent with its sign; a dash where there was nothing before. */
  static String change(long now, long then) {
    return then == 0 ? "—" : String.format(Locale.ROOT, "%+.1f%%", PERCENT * (now - then) / then);
  }

  private static List<String> row(Brief.Office one) {
    return List.of(
        one.name(),
        Integer.toString(one.files()),
        Integer.toString(one.taken()),
        Integer.toString(one.refused()),
        Integer.toString(one.held()),
        Long.toString(one.rowsRefused()));
  }

  private void questions(List<PaperPart> blocks) {
    if (brief.asked().isEmpty()) {
      blocks.add(new PaperPart.Text("本季度没有受理和在办的异议与问题。"));
      return;
    }
    blocks.add(
        new PaperPart.Text(
            "异议与问题包括企业提出的异议，部门、网格和热线提出的问题，以及系统在缺少、存疑和来源不一致的数据上提出的问题。"
                + "季末待答复的为截至季末已受理、尚未答复的，不论何时受理。"));
    blocks.add(handled(numbered(blocks, "各类问题办理情况"), "类别", brief.asked()));
    if (!brief.answering().isEmpty()) {
      blocks.add(handled(numbered(blocks, "各部门办理情况"), "部门", brief.answering()));
      blocks.add(new PaperPart.Text("同一问题涉及几个部门数据的，交办前计入每个部门。"));
    }
  }

  private static PaperPart handled(String title, String of, List<Brief.Handled> rows) {
    var columns = new ArrayList<Column>();
    columns.add(new Column(of, 8, false));
    HANDLED.forEach(one -> columns.add(new Column(one, 4, true)));
    return new PaperPart.Table(title, columns, rows.stream().map(BriefPaper::row).toList());
  }

  private static List<String> row(Brief.Handled one) {
    return List.of(
        one.name(),
        Integer.toString(one.asked()),
        Integer.toString(one.answered()),
        Integer.toString(one.closed()),
        Integer.toString(one.waiting()),
        Integer.toString(one.overdue()));
  }

  private void moves(List<PaperPart> blocks) {
    Moves moves = brief.moves();
    if (moves == null) {
      blocks.add(new PaperPart.Text("本季度没有公布新的年度积分结果。"));
      return;
    }
    blocks.add(
        new PaperPart.Text(
            "本季度公布%d年度积分结果，%d家企业参与排名，其中新进入%d家；上年参与排名、本年未参与的%d家。仍在同一阶段的企业中，阶段内名次上升%d家、下降%d家。"
                .formatted(
                    moves.year(),
                    moves.ranked(),
                    moves.entered(),
                    moves.left(),
                    moves.risen(),
                    moves.fallen())));
    List<List<String>> rows =
        moves.first().stream().filter(this::isPublic).map(BriefPaper::row).toList();
    if (!rows.isEmpty()) {
      blocks.add(new PaperPart.Table(numbered(blocks, "阶段内名次上升较多的企业"), MOVERS, rows));
    }
  }

  private boolean isPublic(Mover one) {
    Integer overall = one.overall();
    return disclosure.isAll()
        || (disclosure.places() && disclosure.names(overall == null ? one.rank() : overall, false));
  }

  private static List<String> row(Mover one) {
    String name = one.name();
    return List.of(
        name == null ? one.uscc() : name,
        one.stage(),
        Integer.toString(one.before()),
        Integer.toString(one.rank()));
  }

  private void endings(List<PaperPart> blocks) {
    LocalDate until = brief.to().plusDays(CertificateEnds.DAYS);
    if (brief.endings().isEmpty()) {
      blocks.add(new PaperPart.Text("截至%s，没有企业资质到期。".formatted(OfficialTime.written(until))));
      return;
    }
    blocks.add(
        new PaperPart.Text(
            "季末后%d日内（截至%s）到期的资质：%s。请有关企业按期申请重新认定。"
                .formatted(
                    CertificateEnds.DAYS,
                    OfficialTime.written(until),
                    brief.endings().stream()
                        .map(Brief.Ending::kind)
                        .collect(Collectors.joining("、")))));
    blocks.add(
        new PaperPart.Table(
            numbered(blocks, "%d日内到期的资质".formatted(CertificateEnds.DAYS)),
            ENDINGS,
            brief.endings().stream()
                .map(
                    one ->
                        List.of(
                            one.kind(),
                            one.enterprises() < FEW
                                ? "不足" + FEW + "家"
                                : Integer.toString(one.enterprises())))
                .toList()));
  }

  /** The caption of the next table: 表1, 表2. */
  private static String numbered(List<PaperPart> before, String name) {
    long tables = before.stream().filter(PaperPart.Table.class::isInstance).count();
    return "表%d　%s".formatted(tables + 1, name);
  }
}
