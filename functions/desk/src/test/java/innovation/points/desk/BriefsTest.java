package innovation.points.desk;

import static innovation.points.desk.DeskBench.APPROVER;
import static innovation.points.desk.DeskBench.BUREAU;
import static innovation.points.desk.DeskBench.enterprise;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Value;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.testkit.FactsZone;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarterly brief: made by the schedule, decided by another person, public after that. */
class BriefsTest {

  private static final String Q1 = "/v1/brief-drafts/2026-Q1/";
  private static final String Q2 = "/v1/brief-drafts/2026-Q2/";
  private static final String QUESTIONS = "/v1/questions";

  private final DeskBench bench = new DeskBench();

  @Test
  void itIsMadeOnceAQuarterIsOverAndPublicWhenItIsApproved() throws IOException {
    quarter();
    bench.daily("2026-04-01");
    bench.daily("2026-04-02");

    assertThat(bench.callWithoutToken("GET", "/v1/briefs", null).body().path("items")).isEmpty();
    assertThat(bench.callWithoutToken("GET", "/v1/briefs/2026-Q1/brief.pdf", null).detail())
        .isEqualTo("没有 2026-Q1 季度的简报");
    assertThat(text(bench.call("GET", Q1 + "brief.pdf", null, BUREAU).bytes()))
        .contains("未批准，不对外公布");

    assertThat(bench.call("POST", Q1 + "approval", null, BUREAU).status()).isEqualTo(403);
    assertThat(bench.call("POST", Q1 + "approval", null, APPROVER).body().path("state").asText())
        .isEqualTo("approved");
    assertThat(bench.call("POST", Q1 + "approval", null, APPROVER).status()).isEqualTo(200);

    var items = bench.callWithoutToken("GET", "/v1/briefs", null).body().path("items");
    assertThat(items.path(0).path("number").asText()).isEqualTo("创新积分简报〔2026〕1号");
    String pdf = text(bench.callWithoutToken("GET", "/v1/briefs/2026-Q1/brief.pdf", null).bytes());
    assertThat(pdf)
        .contains(
            "2026年第一季度企业创新积分运行与监测简报",
            "创新积分简报〔2026〕1号",
            // Three files, two the quarter before, none the year before.
            "报送文件（个）32+50.0%0—",
            "未采用文件（个）10—0—",
            "未采用数据（行）73+133.3%0—",
            "税务局32107",
            "高新技术企业不足3家")
        .doesNotContain("未批准");
    assertThat(bench.callWithoutToken("GET", "/v1/briefs/2026-Q1/brief.docx", null).bytes())
        .startsWith(new byte[] {'P', 'K'});
    assertThat(bench.recorded())
        .filteredOn(one -> one.contains(" brief.made ") || one.contains(" brief.approved "))
        .containsExactly(
            "每日计划任务 brief.made 2026-Q1 asked null", "王芳 brief.approved 2026-Q1 approved null");
  }

  /** Where pictures are wanted, the papers are kept to be looked at. */
  @Test
  void aWordProcessorOpensIt(@TempDir Path folder) throws Exception {
    quarter();
    bench.daily("2026-04-01");
    bench.call("POST", Q1 + "approval", null, APPROVER);
    byte[] pdf = bench.callWithoutToken("GET", "/v1/briefs/2026-Q1/brief.pdf", null).bytes();
    byte[] docx = bench.callWithoutToken("GET", "/v1/briefs/2026-Q1/brief.docx", null).bytes();
    WordProcessor.keep(pdf, "brief.pdf");
    assertThat(text(WordProcessor.print(docx, "brief", folder)))
        .contains("报送文件（个）32+50.0%0—", "税务局32107", "高新技术企业不足3家");
  }

  /** One is answered and agreed to, one is late, one came on the quarter's last day. */
  @Test
  void itSaysWhatWasDoneWithQuestionsByKindAndDepartment() throws IOException {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    bench.draft(2025, bench.candidate(2025));
    String agreed = ask("indicator", "1.1", enterprise(1));
    ask("indicator", "1.4", enterprise(1));
    bench.pass(Duration.ofDays(1));
    bench.call(
        "POST",
        QUESTIONS + "/" + agreed + "/answer",
        "{\"outcome\":\"dismissed\",\"text\":\"与申报表一致\"}",
        BUREAU);
    bench.call("POST", QUESTIONS + "/" + agreed + "/closure", "{}", enterprise(1));
    bench.time.set(Instant.parse("2026-06-30T15:59:59Z"));
    ask("hotline", null, BUREAU);
    bench.pass(Duration.ofSeconds(1));
    ask("grid", null, BUREAU);
    bench.daily("2026-07-01");

    assertThat(text(bench.call("GET", Q2 + "brief.pdf", null, BUREAU).bytes()))
        .contains(
            "受理异议与问题（件）30—0—",
            "答复（件）10—0—",
            "办结（件）10—0—",
            "季末待答复（件）20—0—",
            "季末逾期未答复（件）10—0—",
            "表2　各类问题办理情况类别受理答复办结季末待答复其中逾期指标21111热线工单10010表3　",
            "税务局11100",
            "人力资源和社会保障局10011");
  }

  private String ask(String kind, @Nullable String id, Map<String, String> claims) {
    String about = id == null ? "" : ",\"id\":\"" + id + "\"";
    var asked =
        bench.call(
            "POST",
            QUESTIONS,
            "{\"year\":2025,\"uscc\":\"%s\",\"text\":\"有误\",\"reference\":\"GD-7\",\"about\":{\"kind\":\"%s\"%s}}"
                .formatted(FactsZone.uscc(1), kind, about),
            claims);
    assertThat(asked.status()).as(asked.detail()).isEqualTo(201);
    return asked.body().path("id").asText();
  }

  @Test
  void whatIsRefusedIsMadeAnewTheNextMorning() {
    bench.daily("2026-04-01");
    var refused = bench.call("POST", Q1 + "refusal", "{\"reason\":\"待确认文件应先处理\"}", APPROVER);
    assertThat(refused.body().path("state").asText()).isEqualTo("refused");
    assertThat(bench.call("POST", Q1 + "approval", null, APPROVER).detail())
        .contains("退回，只有待批准的简报可以批准");
    assertThat(bench.call("POST", Q1 + "refusal", "{\"reason\":\"\"}", APPROVER).detail())
        .isEqualTo("字段 reason 应为 1 到 500 个字的理由，收到的为空");

    bench.daily("2026-04-02");

    var drafts = bench.call("GET", "/v1/brief-drafts", null, BUREAU).body().path("items");
    assertThat(drafts).hasSize(1);
    assertThat(drafts.path(0).path("steps").findValuesAsText("state"))
        .containsExactly("asked", "refused", "asked");
    assertThat(bench.call("POST", Q1 + "approval", null, APPROVER).status()).isEqualTo(200);
    assertThat(bench.call("POST", Q1 + "refusal", "{\"reason\":\"有误\"}", APPROVER).detail())
        .contains("批准，只有待批准的简报可以退回");
  }

  @Test
  void aQuarterThatIsNoneIsNamed() {
    assertThat(bench.callWithoutToken("GET", "/v1/briefs/2026-Q5/brief.pdf", null).detail())
        .isEqualTo("参数 quarter 应为 季度（如 2026-Q3），收到：2026-Q5");
  }

  /** Two files in the last quarter of 2025, three in the first of 2026; a certificate that ends. */
  private void quarter() {
    upload("a", "2025-11-01", UploadStatus.ACCEPTED, 3);
    upload("b", "2025-12-31", UploadStatus.WITHDRAWN, 0);
    upload("c", "2026-01-01", UploadStatus.ACCEPTED, 0);
    upload("d", "2026-02-10", UploadStatus.PARTIAL, 2);
    upload("e", "2026-03-31", UploadStatus.REJECTED, 5);
    upload("f", "2026-04-01", UploadStatus.ACCEPTED, 0);
    bench.zone.put(
        "qualifications",
        2025,
        1,
        Map.of(
            "certificate", Value.of("GR1"),
            "kind", Value.of("高新技术企业"),
            "validFrom", Value.of(LocalDate.parse("2023-06-01")),
            "validTo", Value.of(LocalDate.parse("2026-05-31"))));
  }

  private void upload(String name, String day, UploadStatus status, int rejected) {
    Instant at = LocalDate.parse(day).atStartOfDay(OfficialTime.ZONE).toInstant();
    new UploadsTable(bench.tables.client(), bench.tables.uploads())
        .put(
            new UploadRecord(
                "upload-" + name,
                UploadPath.of(
                    "uploads/tax/operations/2025/%s.csv".formatted(name),
                    Set.of("tax"),
                    Set.of("operations")),
                status,
                Optional.of("v1"),
                Optional.empty(),
                10,
                at,
                Optional.of(at),
                at,
                Optional.of(new Counts(9, 9 - rejected, rejected, 0, 0)),
                Optional.empty()));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }
}
