package innovation.points.desk.announcement;

import innovation.points.desk.announcement.AnnouncedLists.Listed;
import innovation.points.paper.OfficialPaper;
import innovation.points.paper.PageLayout;
import innovation.points.paper.PaperPart;
import innovation.points.paper.PaperPart.Column;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Uses.Tier;
import innovation.points.store.publication.Pointer;
import innovation.points.store.settings.WorkingDays;
import innovation.points.store.settings.ZoneProfile;
import innovation.points.web.time.OfficialTime;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 公示: the announcement of the lists of a year with the lists as its annex. It says names and places
 * within the stage, no totals.
 *
 * @param zone number, contact and seal; what is not set is left out
 */
record Announcement(
    Pointer pointer,
    Rulebook rules,
    List<Tier> tiers,
    List<Listed> listed,
    ZoneProfile zone,
    WorkingDays workingDays) {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("序号", 4, true),
          new Column("企业名称", 15, false),
          new Column("统一社会信用代码", 15, false),
          new Column("阶段", 5, false),
          new Column("阶段名次", 5, true));

  /** As it is called, also as a file. */
  String title() {
    return "关于%d年度企业创新积分名单的公示".formatted(pointer.year());
  }

  OfficialPaper paper() {
    var blocks = new ArrayList<PaperPart>();
    blocks.add(new PaperPart.Title(title()));
    String number = zone.numberOf(pointer.year());
    if (!number.isEmpty()) {
      blocks.add(new PaperPart.Centred(number));
    }
    blocks.add(new PaperPart.Text(announced()));
    blocks.add(new PaperPart.Text(period()));
    blocks.add(
        new PaperPart.Text(
            (pointer.noticeUntil() == null ? "" : "公示期内，")
                + "对公示内容有异议的，可登录企业创新积分系统提出，或者书面反映，写明事由并提供依据。"
                + "以单位名义反映的须加盖单位公章，以个人名义反映的须签署真实姓名并留下联系方式。"));
    contact(blocks);
    blocks.add(new PaperPart.Space());
    blocks.add(new PaperPart.Text("附件：%s".formatted(annex())));
    blocks.add(new PaperPart.Space());
    LocalDate day = OfficialTime.day(pointer.publishedAt());
    blocks.add(new PaperPart.Issued(zone.office(), zone.seal(), OfficialTime.written(day)));
    blocks.add(new PaperPart.NewPage());
    blocks.add(new PaperPart.Plain("附件"));
    blocks.add(new PaperPart.Title(annex()));
    for (Tier tier : tiers) {
      List<List<String>> rows =
          listed.stream().filter(one -> one.tier().equals(tier)).map(this::row).toList();
      if (!rows.isEmpty()) {
        blocks.add(
            new PaperPart.Table("%s（%d家）".formatted(tier.name(), rows.size()), COLUMNS, rows));
      }
    }
    return new OfficialPaper(
        PageLayout.OFFICIAL,
        title(),
        rules.document().name(),
        zone.footer(),
        ZonedDateTime.ofInstant(pointer.publishedAt(), OfficialTime.ZONE),
        blocks);
  }

  private String annex() {
    return "%d年度企业创新积分公示名单".formatted(pointer.year());
  }

  private String announced() {
    return "根据《%s》（%s），%d年度企业创新积分评价结果已经公布。现将%s名单共%d家企业予以公示（名单见附件）。"
        .formatted(
            rules.document().name(),
            rules.document().number(),
            pointer.year(),
            tiers.stream().map(Tier::name).collect(Collectors.joining("、")),
            listed.size());
  }

  private String period() {
    LocalDate from = OfficialTime.day(pointer.publishedAt());
    LocalDate until = pointer.noticeUntil();
    return until == null
        ? "公布日期：%s。".formatted(OfficialTime.written(from))
        : "公示期：%s至%s（%d个工作日）。"
            .formatted(
                OfficialTime.written(from),
                OfficialTime.written(until),
                workingDays.between(from, until));
  }

  private void contact(List<PaperPart> blocks) {
    if (!zone.office().isEmpty()) {
      blocks.add(new PaperPart.Text("联系单位：" + zone.office()));
    }
    if (!zone.telephone().isEmpty()) {
      blocks.add(new PaperPart.Text("联系电话：" + zone.telephone()));
    }
  }

  private List<String> row(Listed one) {
    String name = one.entry().name();
    return List.of(
        Integer.toString(one.number()),
        name == null ? "" : name,
        one.entry().uscc(),
        rules.stageName(one.entry().stage()),
        Integer.toString(one.entry().rank().stage()));
  }
}
