package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.mail.Mail;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.settings.NoticeSwitches;
import innovation.points.store.settings.Setting;
import innovation.points.store.settings.SettingFile;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.FactsZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Offices are told once a day, by mail, what came of their files; each kind can be turned off. */
class OfficeNoticesTest {

  private static final Instant MORNING = Instant.parse("2026-04-01T00:30:00Z");

  private final RecomputeBench bench = new RecomputeBench();

  private void file(String id, String name, UploadStatus status, Duration before) {
    Instant at = MORNING.minus(before);
    new UploadsTable(bench.tables.client(), bench.tables.uploads())
        .put(
            new UploadRecord(
                id,
                UploadPath.of(
                    "uploads/tax/operations/2025/" + name, Set.of("tax"), Set.of("operations")),
                status,
                Optional.of("v1"),
                Optional.empty(),
                10,
                at,
                Optional.of(at),
                at,
                Optional.empty(),
                Optional.empty()));
  }

  private void off(String... kinds) {
    var settings = new Settings(bench.tables.client(), bench.tables.scores());
    var inForce =
        new Setting.InForce(
            StoredJson.write(new NoticeSwitches(List.of(kinds))),
            "v1",
            Approvals.PREPARES,
            Approvals.DECIDES,
            MORNING);
    settings.save(settings.find(SettingFile.NOTICES.key()).decided(inForce), List.of());
  }

  private List<Mail> mails(String kind) {
    bench.time.set(MORNING);
    bench.invoke(bench.handler(), "{\"dailyTime\":\"%s\"}".formatted(MORNING));
    bench.invoke(bench.handler(), "{\"dailyTime\":\"%s\"}".formatted(MORNING));
    bench.invoke(bench.handler(), "{\"seal\":true}");
    return bench.mails.stream().filter(mail -> mail.id().startsWith(kind)).toList();
  }

  @Test
  void anOfficeIsToldOnceADayWhatCameOfItsFiles() {
    file("a", "一季度.csv", UploadStatus.ACCEPTED, Duration.ofHours(1));
    file("b", "二季度.csv", UploadStatus.HELD, Duration.ofHours(23));
    file("c", "旧的.csv", UploadStatus.REJECTED, Duration.ofHours(25));
    file("d", "等待.csv", UploadStatus.PENDING, Duration.ofHours(1));
    assertThat(mails("notice/"))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo("tax");
              assertThat(mail.subject()).isEqualTo("税务局 2026-04-01 的办理情况");
              assertThat(mail.text())
                  .isEqualTo(
                      """
                      税务局：

                      报送的文件
                      · 一季度.csv：全部采用
                      · 二季度.csv：待确认，确认之前不采用

                      请在门户“工作台”查看：/desk
                      不需要这类通知的，请科学技术局在“设置”中关闭。\
                      """);
            });
  }

  @Test
  void eachKindIsTurnedOffForAnOffice() {
    file("a", "一季度.csv", UploadStatus.ACCEPTED, Duration.ofHours(1));
    off("uploads/tax", "deadlines/market");
    assertThat(mails("notice/")).isEmpty();
    assertThat(bench.mails).extracting(Mail::to).doesNotContain("market");
  }

  private void question(String id, QuestionStep... steps) {
    DynamoDbClient client = bench.tables.client();
    var asks = new Person("market-1", "周敏", "department", "market");
    Instant at = MORNING.minus(Duration.ofDays(3));
    new AskedQuestions(client, bench.tables.scores())
        .ask(
            new AskedQuestion(
                id,
                2025,
                null,
                FactsZone.uscc(Integer.parseInt(id.substring(5))),
                null,
                null,
                new AskedQuestion.About(QuestionKind.GRID, null, "网格走访发现"),
                List.of("tax"),
                "有误",
                null,
                null,
                List.of(),
                asks,
                at,
                LocalDate.parse("2026-04-20"),
                new PartStanding(null, null, List.of()),
                List.of(steps)),
            new AuditTrail(client, bench.tables.scores(), bench.time::get)
                .item(TrailEntry.of(asks, TrailAction.QUESTION_ASKED, "questions/" + id, id)));
  }

  private void questions() {
    LocalDate due = LocalDate.parse("2026-04-20");
    question(
        "2025-1",
        QuestionStep.assigned(MORNING.minus(Duration.ofHours(2)), Approvals.PREPARES, "tax", due));
    question(
        "2025-2",
        QuestionStep.assigned(MORNING.minus(Duration.ofHours(30)), Approvals.PREPARES, "tax", due),
        QuestionStep.answered(
            MORNING.minus(Duration.ofHours(1)),
            Approvals.PREPARES,
            QuestionStep.Outcome.DISMISSED,
            "一致",
            null,
            null,
            due));
  }

  @Test
  void whoIsGivenAQuestionAndWhoAskedAreTold() {
    questions();
    assertThat(mails("notice/"))
        .extracting(Mail::to, mail -> mail.text().lines().skip(2).limit(2).toList())
        .containsExactlyInAnyOrder(
            tuple("tax", List.of("问题的交办和答复", "· 2025-1 已交办，请于 2026-04-20 前答复")),
            tuple(Mail.BUREAU, List.of("问题的交办和答复", "· 2025-2 已答复")),
            tuple("market", List.of("问题的交办和答复", "· 2025-2 已答复")));
  }

  @Test
  void answersAreTurnedOffForAnOffice() {
    questions();
    off("answers/tax", "answers/bureau");
    assertThat(mails("notice/")).extracting(Mail::to).containsExactly("market");
  }

  @Test
  void whatIsNoSwitchIsRefused() {
    assertThatThrownBy(() -> new NoticeSwitches(List.of("uploads/tax", "files/tax", "uploads/tax")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "关闭的通知应写作 类别/部门代号，类别为 uploads、runs、answers、deadlines 之一，如 uploads/tax，收到：files/tax；"
                + "关闭的通知应不重复，收到：uploads/tax");
  }
}
