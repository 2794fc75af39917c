package innovation.points.desk.questions;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.paper.OfficialPaper;
import innovation.points.paper.PageLayout;
import innovation.points.paper.PaperPart;
import innovation.points.paper.PaperPart.Column;
import innovation.points.store.bucket.AttachmentLink;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep.Outcome;
import innovation.points.store.settings.ZoneProfile;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a question, on paper, or the receipt as long as it waits: what was asked, what
 * was decided and why, what stood there before and after, and each step. Says what its reader may
 * see, and nothing else.
 */
record DecisionPaper(QuestionView question, Catalogue catalogue, ZoneProfile zone) {

  private static final List<Column> HISTORY =
      List.of(
          new Column("时间", 9, false),
          new Column("环节", 6, false),
          new Column("说明", 16, false),
          new Column("经办", 6, false));

  /** The same question as the same reader gives the same paper. */
  OfficialPaper paper() {
    QuestionView.Given answer = question.answer();
    Instant at = answer == null ? question.askedAt() : answer.at();
    String title = answer == null ? "企业创新积分问题受理单" : "企业创新积分问题办理结果";
    String subject = Objects.requireNonNullElse(question.uscc(), question.about().title());
    var blocks = new ArrayList<PaperPart>();
    blocks.add(new PaperPart.Title(title));
    for (String line : asked()) {
      blocks.add(new PaperPart.Text(line));
    }
    for (String line : saidSince(answer)) {
      blocks.add(new PaperPart.Text(line));
    }
    if (answer == null) {
      blocks.add(new PaperPart.Text(state("，应于 %s 前答复。".formatted(question.dueOn()))));
    } else {
      blocks.add(new PaperPart.Heading("办理结果"));
      for (String line : decided(answer)) {
        blocks.add(new PaperPart.Text(line));
      }
    }
    blocks.add(
        new PaperPart.Table("办理经过", HISTORY, question.history().stream().map(this::step).toList()));
    blocks.add(new PaperPart.Space());
    String day = OfficialTime.written(OfficialTime.day(at));
    blocks.add(new PaperPart.Issued(zone.office(), zone.seal(), day));
    return new OfficialPaper(
        PageLayout.OFFICIAL,
        title,
        subject,
        zone.footer(),
        ZonedDateTime.ofInstant(at, OfficialTime.ZONE),
        blocks);
  }

  private List<String> asked() {
    var lines = new ArrayList<String>();
    lines.add("受理编号：" + question.id());
    String who = joined(" ", question.name(), question.uscc());
    if (!who.isEmpty()) {
      lines.add("企业：" + who);
    }
    lines.add("事项：%d 年度，%s".formatted(question.year(), question.about().words()));
    lines.add("内容：" + question.text());
    String from = joined(" ", question.origin(), question.reference());
    if (!from.isEmpty()) {
      lines.add("来源：" + from);
    }
    for (AttachmentLink file : question.attachments()) {
      lines.add("附件：%s（SHA-256 %s）".formatted(file.filename(), file.sha256()));
    }
    return lines;
  }

  private List<String> decided(QuestionView.Given answer) {
    var lines = new ArrayList<String>();
    lines.add("结论：" + outcome(answer.outcome()));
    lines.add("理由：" + answer.text());
    stood("提出时", question.before(), lines);
    stood("更正后", question.after(), lines);
    lines.add(state("；自答复起十个工作日（至 %s）内没有不同意见的，自动办结。".formatted(answer.closesOn())));
    return lines;
  }

  /**
   * What stands between the question and the answer that holds: why it was done again, or closed.
   */
  private List<String> saidSince(QuestionView.@Nullable Given answer) {
    var lines = new ArrayList<String>();
    for (QuestionView.Entry entry : question.history()) {
      if (entry.state() == QuestionState.REOPENED) {
        lines.add("重新办理的理由：" + entry.text());
      } else if (entry.state() == QuestionState.CLOSED && entry.text() != null) {
        lines.add("办结说明：" + entry.text());
      } else if (entry.outcome() != null && (answer == null || !answer.at().equals(entry.at()))) {
        lines.add("原答复：%s，%s".formatted(outcome(entry.outcome()), entry.text()));
      }
    }
    return lines;
  }

  /** The state, and what follows of it as long as it is not closed. */
  private String state(String next) {
    QuestionState now = question.state();
    return "状态：" + now.title() + (now == QuestionState.CLOSED ? "。" : next);
  }

  private static void stood(String when, @Nullable PartStanding standing, List<String> lines) {
    if (standing != null && standing.text() != null) {
      String total = standing.total() == null ? "" : "，总分 %s 分".formatted(standing.total());
      lines.add("%s：%s%s".formatted(when, standing.text(), total));
    }
  }

  private List<String> step(QuestionView.Entry entry) {
    var by = entry.by();
    String when =
        entry.at() == null ? Objects.toString(entry.on(), "") : OfficialTime.minute(entry.at());
    String what =
        joined(
            "；",
            entry.department() == null ? null : catalogue.departmentName(entry.department()),
            entry.dueOn() == null ? null : "期限 " + entry.dueOn(),
            entry.outcome() == null ? null : outcome(entry.outcome()),
            entry.now() == null ? null : entry.now().text());
    return List.of(when, entry.state().title(), what, by == null ? "" : by.name());
  }

  private static String outcome(Outcome outcome) {
    return outcome == Outcome.UPHELD ? "成立" : "不成立";
  }

  private static String joined(String with, @Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(with));
  }
}
