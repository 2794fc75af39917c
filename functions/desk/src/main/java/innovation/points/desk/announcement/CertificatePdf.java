package innovation.points.desk.announcement;

import innovation.points.desk.announcement.AnnouncedLists.Listed;
import innovation.points.paper.Ink;
import innovation.points.paper.PageLayout;
import innovation.points.paper.Paper;
import innovation.points.paper.PdfFile;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.settings.ZoneProfile;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.time.ZonedDateTime;

/**
 * A certificate for an enterprise on an announced list (六(二) 荣誉表彰): its list, year and number, and
 * a place for the seal.
 */
record CertificatePdf(Pointer pointer, Rulebook rules, Listed listed, ZoneProfile zone) {

  private static final float TITLE = 34;
  private static final float NAME = 20;
  private static final float BODY = 14;
  private static final float SMALL = 10;
  private static final float SEAL = 120;

  /** From the top of the frame's inside; it is 708 high. */
  private static final float SEAL_TOP = 496;

  private static final float BASIS_TOP = 660;
  private static final float MIDDLE = Paper.LEFT + Paper.WIDTH / 2;

  /** Of a year's certificates each has its own, in the order of the annex. */
  String number() {
    return "创新积分名单〔%d〕%04d号".formatted(pointer.year(), listed.number());
  }

  byte[] bytes() {
    var file =
        new PdfFile(
            PageLayout.SINGLE,
            "企业创新积分证书",
            listed.entry().uscc(),
            number(),
            zone.footer(),
            ZonedDateTime.ofInstant(pointer.publishedAt(), OfficialTime.ZONE));
    try {
      return file.of(this::write);
    } catch (IOException e) {
      throw new IllegalStateException("a PDF is written into memory", e);
    }
  }

  private void write(Paper paper) throws IOException {
    float top = paper.y();
    frame(paper, top - 12, 0, 2f);
    frame(paper, top - 12, 6, 0.6f);
    paper.skip(64);
    line(paper, "证　书", TITLE, true, 44);
    line(paper, "编号：" + number(), SMALL, false, 56);
    String name = listed.entry().name();
    for (String part :
        paper.lines(name == null ? listed.entry().uscc() : name, Paper.WIDTH - 60, NAME)) {
      line(paper, part, NAME, true, 8);
    }
    line(paper, "统一社会信用代码：" + listed.entry().uscc(), SMALL, false, 40);
    line(paper, "在%d年度企业创新积分评价中".formatted(pointer.year()), BODY, false, 14);
    line(
        paper,
        "位列%s第%d名，列入"
            .formatted(rules.stageName(listed.entry().stage()), listed.entry().rank().stage()),
        BODY,
        false,
        20);
    line(paper, "“%s”名单".formatted(listed.tier().name()), NAME, true, 24);
    line(paper, "特发此证。", BODY, false, 0);
    // Whatever the length of the name, seal and basis stand at the foot of the frame.
    paper.skip(top + SEAL_TOP - paper.y());
    seal(paper);
    paper.skip(top + BASIS_TOP - paper.y());
    for (String part :
        paper.lines(
            "依据《%s》（%s）".formatted(rules.document().name(), rules.document().number()),
            Paper.WIDTH - 60,
            SMALL)) {
      line(paper, part, SMALL, false, 4);
    }
  }

  private static void line(Paper paper, String text, float size, boolean bold, float after)
      throws IOException {
    paper.textCentred(text, MIDDLE, paper.y(), size, Ink.TEXT, bold);
    paper.skip(size * 1.4f + after);
  }

  private static void frame(Paper paper, float top, float inset, float thickness)
      throws IOException {
    float left = Paper.LEFT - 14 + inset;
    float right = Paper.RIGHT + 14 - inset;
    float bottom = top + 720 - inset;
    float upper = top + inset;
    paper.line(left, upper, right, upper, thickness, Ink.ACCENT);
    paper.line(left, bottom, right, bottom, thickness, Ink.ACCENT);
    paper.line(left, upper, left, bottom, thickness, Ink.ACCENT);
    paper.line(right, upper, right, bottom, thickness, Ink.ACCENT);
  }

  /** The place for the seal, with who puts it there. */
  private void seal(Paper paper) throws IOException {
    float left = Paper.RIGHT - SEAL - 30;
    float top = paper.y();
    paper.dashedBox(left, top, SEAL, SEAL, Ink.LINE);
    float middle = left + SEAL / 2;
    String words = zone.seal().isEmpty() ? zone.office() : zone.seal();
    float y = top + 30;
    for (String part : paper.lines(words, SEAL - 16, SMALL)) {
      paper.textCentred(part, middle, y, SMALL, Ink.MUTED, false);
      y += SMALL * 1.5f;
    }
    paper.textCentred("（盖章处）", middle, top + SEAL - 40, SMALL, Ink.MUTED, false);
    paper.textCentred(
        OfficialTime.written(OfficialTime.day(pointer.publishedAt())),
        middle,
        top + SEAL + 6,
        SMALL,
        Ink.TEXT,
        false);
  }
}
