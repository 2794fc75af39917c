package innovation.points.store.reminders;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.store.mail.Mail;
import innovation.points.store.mail.Outbox;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.settings.NoticeSwitches;
import innovation.points.store.settings.NoticeSwitches.Kind;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.Revisions;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Tells each office once a day, in one mail, what came of its files since the day before and which
 * of its questions were assigned or answered. A mail is written once for an office and a day, and
 * never has a figure of an enterprise. Thread-safe.
 */
public final class OfficeNotices {

  /** Files and questions that a mail names. */
  private static final int NAMED = 20;

  private static final Set<UploadStatus> FINISHED =
      Set.of(UploadStatus.ACCEPTED, UploadStatus.PARTIAL, UploadStatus.HELD, UploadStatus.REJECTED);

  private final DynamoDbClient client;
  private final Outbox outbox;
  private final UploadsTable uploads;
  private final AskedQuestions questions;
  private final Settings settings;

  public OfficeNotices(DynamoDbClient client, String scoresTable, String uploadsTable) {
    this.client = client;
    this.outbox = new Outbox(client, scoresTable);
    this.uploads = new UploadsTable(client, uploadsTable);
    this.questions = new AskedQuestions(client, scoresTable);
    this.settings = new Settings(client, scoresTable);
  }

  /**
   * Writes the mails of a day.
   *
   * @param today of the schedule, in official time
   * @param at of the schedule: what was done in the 24 hours before is told
   * @return how many were written
   */
  public int write(LocalDate today, Instant at) {
    NoticeSwitches switches = settings.notices();
    Catalogue catalogue = settings.catalogue();
    Instant since = at.minus(1, ChronoUnit.DAYS);
    var told = new TreeMap<String, List<String>>();
    files(today, since, at)
        .forEach(
            (office, lines) -> {
              if (catalogue.department(office).isPresent()
                  && switches.sends(Kind.UPLOADS, office)) {
                tell(told, office, "报送的文件", lines);
              }
            });
    var asked = new TreeMap<String, List<String>>();
    questions
        .all(null, null)
        .forEach(
            one ->
                step(one, since, at)
                    .ifPresent(
                        step ->
                            concerned(one, step).stream()
                                .filter(office -> switches.sends(Kind.ANSWERS, office))
                                .forEach(
                                    office ->
                                        asked
                                            .computeIfAbsent(office, _ -> new ArrayList<>())
                                            .add(line(one, step)))));
    asked.forEach((office, lines) -> tell(told, office, "问题的交办和答复", lines));
    int written = 0;
    for (var of : told.entrySet()) {
      List<TransactWriteItem> parts =
          outbox.items(mail(of.getKey(), of.getValue(), catalogue, today), at);
      written += Revisions.write(client, parts.getFirst(), parts.subList(1, parts.size())) ? 1 : 0;
    }
    return written;
  }

  private static void tell(
      Map<String, List<String>> told, String office, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      List<String> all = told.computeIfAbsent(office, _ -> new ArrayList<>());
      all.add("");
      all.add(title);
      all.addAll(lines.subList(0, Math.min(NAMED, lines.size())));
      if (lines.size() > NAMED) {
        all.add("· 另有 %d 项".formatted(lines.size() - NAMED));
      }
    }
  }

  /** The files that were checked meanwhile, by the office they are from, of the years collected. */
  private Map<String, List<String>> files(LocalDate today, Instant since, Instant at) {
    var lines = new TreeMap<String, List<String>>();
    for (int year = today.getYear(); year >= today.getYear() - 2; year--) {
      uploads.all(UploadFilter.ALL.ofYear(year)).stream()
          .filter(one -> FINISHED.contains(one.status()) && within(one.updatedAt(), since, at))
          .forEach(
              one ->
                  one.path()
                      .source()
                      .ifPresent(
                          office ->
                              lines
                                  .computeIfAbsent(office, _ -> new ArrayList<>())
                                  .add(line(one))));
    }
    return lines;
  }

  private static boolean within(Instant instant, Instant since, Instant at) {
    return instant.isAfter(since) && !instant.isAfter(at);
  }

  private static String line(UploadRecord one) {
    String what =
        switch (one.status()) {
          case ACCEPTED -> "全部采用";
          case PARTIAL -> "部分采用，有问题的行请改正后重新报送";
          case HELD -> "待确认，确认之前不采用";
          default -> "没有采用，请改正后重新报送";
        };
    String file = one.key().substring(one.key().lastIndexOf('/') + 1);
    return "· %s：%s".formatted(file, what);
  }

  /** The last thing that was done with a question meanwhile; empty where nothing was told. */
  private static Optional<QuestionStep> step(AskedQuestion one, Instant since, Instant at) {
    return one.steps().reversed().stream()
        .filter(
            step -> step.act() == QuestionStep.Act.ASSIGN || step.act() == QuestionStep.Act.ANSWER)
        .filter(step -> within(step.at(), since, at))
        .findFirst();
  }

  /** Who it was assigned to; of an answer the bureau, and the office that asked. */
  private static Set<String> concerned(AskedQuestion one, QuestionStep step) {
    var offices = new LinkedHashSet<String>();
    if (step.act() == QuestionStep.Act.ASSIGN) {
      if (step.department() != null) {
        offices.add(step.department());
      }
    } else {
      offices.add(Mail.BUREAU);
      if (one.askedBy().department() != null) {
        offices.add(one.askedBy().department());
      }
    }
    return offices;
  }

  private static String line(AskedQuestion one, QuestionStep step) {
    return step.act() == QuestionStep.Act.ASSIGN
        ? "· %s 已交办，请于 %s 前答复".formatted(one.id(), step.dueOn())
        : "· %s 已答复".formatted(one.id());
  }

  private static Mail mail(String office, List<String> told, Catalogue catalogue, LocalDate today) {
    var lines = new ArrayList<String>();
    lines.add(ReminderMail.title(office, catalogue) + "：");
    lines.addAll(told);
    lines.add("");
    lines.add("请在门户“工作台”查看：/desk");
    lines.add("不需要这类通知的，请科学技术局在“设置”中关闭。");
    return new Mail(
        "notice/%s/%s".formatted(office, today),
        office,
        "%s %s 的办理情况".formatted(ReminderMail.title(office, catalogue), today),
        String.join("\n", lines));
  }
}
