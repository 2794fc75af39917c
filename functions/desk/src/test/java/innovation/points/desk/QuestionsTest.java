package innovation.points.desk;

import static innovation.points.desk.DeskBench.enterprise;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.Person;
import innovation.points.scoring.facts.Value;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Verdict;
import innovation.points.testkit.FactsZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked, what is done with it, and who sees it. */
class QuestionsTest {

  private static final String ALL = "/v1/questions";
  private static final Map<String, String> TAX = department("tax");
  private static final Map<String, String> HR = department("hr");

  private final DeskBench bench = new DeskBench();

  /** The whole way: asked, given to a department, corrected by a file, answered, agreed. */
  @Test
  void anObjectionIsClosedByACorrectedFile() {
    String run = published();
    bench.draft(2025, run);

    var asked = ask(1, "indicator", "1.1", " 研发费用少计了 12 万元 ");
    assertThat(asked.status()).isEqualTo(201);
    String id = asked.body().path("id").asText();
    assertThat(id).matches("2025-20260401T000\\d{3}\\.\\d{3}Z-[0-9a-f]{6}");
    assertThat(asked.headers()).containsEntry("Location", ALL + "/" + id);
    JsonNode before = asked.body().path("before");
    assertThat(before.path("text").asText()).matches("[\\d.]+ 万元，[\\d.]+ 分");
    assertThat(before.path("facts").findValuesAsText("field")).contains("rdExpense");
    assertThat(asked.body().toString())
        .isEqualTo(
            """
            {"id":"%s","year":2025,"uscc":"914107000000000001","name":"新乡市测1有限公司",\
            "grid":null,"generation":"%s",\
            "about":{"kind":"indicator","id":"1.1","title":"研发费用金额"},\
            "text":"研发费用少计了 12 万元","origin":null,"reference":null,"attachments":[],\
            "departments":["tax"],"askedBy":%s,"askedAt":"%s","state":"open","department":null,\
            "dueOn":"2026-04-15","overdue":false,"before":%s,"after":null,"answer":null,\
            "reopened":false,"history":[{"state":"open","at":"%s","by":%s,"dueOn":"2026-04-15",\
            "text":"研发费用少计了 12 万元","now":%s}]}\
            """
                .formatted(
                    id,
                    run,
                    asked.body().path("askedBy"),
                    bench.time.get(),
                    before,
                    bench.time.get(),
                    asked.body().path("askedBy"),
                    before));

    bench.pass(Duration.ofDays(1));
    var given =
        say(id, "assignment", "{\"department\":\"tax\",\"workingDays\":5}", DeskBench.BUREAU);
    assertThat(given.body().path("state").asText()).isEqualTo("assigned");
    assertThat(given.body().path("dueOn").asText()).isEqualTo("2026-04-09");

    String receipt = text(bench.call("GET", ALL + "/" + id + "/decision.pdf", null, TAX));
    assertThat(receipt).contains("企业创新积分问题受理单", "状态：已交办，应于 2026-04-09 前答复。");
    var early = answer(id, "upheld", "已改正", TAX);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.detail())
        .isEqualTo(
            "数据尚未更正：“研发费用金额”仍为“%s”。问题成立的，请先报送更正后的文件，评分草稿更新后再答复"
                .formatted(before.path("text").asText()));

    bench.zone.correct("operations", 2025, 1, "v2", Map.of("rdExpense", Value.of(37)));
    Instant came = bench.time.get();
    arrives("uploads/tax/operations/2025/all.csv", "v2");
    bench.draft(2025, bench.candidate(2025));
    JsonNode corrected = get(ALL + "/" + id, TAX);
    assertThat(corrected.at("/history/2/by/name").asText()).as("whose file it is").isEqualTo("张敏");
    assertThat(corrected.at("/history/2/department").asText()).isEqualTo("tax");
    assertThat(corrected.at("/history/2/at").asText()).isEqualTo(came.toString());
    assertThat(corrected.path("state").asText()).isEqualTo("corrected");
    assertThat(corrected.at("/after/text").asText()).startsWith("37 万元，");
    assertThat(corrected.at("/after/facts").findValuesAsText("version")).contains("v2");
    assertThat(get(ALL + "?state=corrected", DeskBench.BUREAU).path("items")).hasSize(1);
    assertThat(get(ALL + "?state=assigned", DeskBench.BUREAU).path("items")).isEmpty();

    bench.pass(Duration.ofHours(1));
    var answered = answer(id, "upheld", "已按更正后的文件改正", TAX);
    assertThat(answered.body().path("state").asText()).isEqualTo("answered");
    assertThat(answered.body().path("after")).isEqualTo(corrected.path("after"));
    assertThat(answered.body().at("/answer/closesOn").asText()).isEqualTo("2026-04-16");
    assertThat(answer(id, "upheld", "已按更正后的文件改正", TAX).body())
        .as("said again")
        .isEqualTo(answered.body());

    bench.pass(Duration.ofHours(1));
    var closed = say(id, "closure", "{}", enterprise(1));
    String paper = text(bench.call("GET", ALL + "/" + id + "/decision.pdf", null, enterprise(1)));
    assertThat(paper)
        .contains("受理编号：" + id, "结论：成立", "理由：已按更正后的文件改正")
        .contains("提出时：" + before.path("text").asText(), "更正后：37 万元")
        .contains("已交办 税务局", "已办结");
    assertThat(closed.body().path("state").asText()).isEqualTo("closed");
    assertThat(closed.body().path("history").findValuesAsText("state"))
        .containsExactly("open", "assigned", "corrected", "answered", "closed");
    JsonNode whole = get(ALL + "/" + id, DeskBench.BUREAU);
    assertThat(whole.path("history").findValuesAsText("by")).hasSize(5);
    assertThat(whole.at("/history/2/by/sub").asText()).isEqualTo("sub-zhang");
    assertThat(whole.at("/history/2/at").asText()).isEqualTo(came.toString());
    assertThat(closed.body().at("/history/2/by").isMissingNode()).isTrue();
    assertThat(closed.body().at("/history/2/department").asText()).isEqualTo("tax");
    if (Boolean.getBoolean("print")) {
      System.out.println(whole.toPrettyString());
      System.out.println(text(bench.call("GET", ALL + "/" + id + "/decision.pdf", null, TAX)));
    }
    assertThat(closed.body().path("history").toString())
        .as("an enterprise deals with the office, not with a person")
        .doesNotContain("\"role\":\"department\"", "\"role\":\"bureau\"");
    assertThat(closed.body().at("/answer/by").isNull()).isTrue();
    assertThat(get(ALL + "/" + id, DeskBench.BUREAU).at("/history/3/by/department").asText())
        .isEqualTo("tax");
    assertThat(bench.recorded().stream().filter(item -> item.contains("question.")))
        .extracting(item -> item.replaceAll(" 2025-\\d{8}T\\S+", ""))
        .containsExactly(
            "somebody question.asked open null",
            "somebody question.assigned tax null",
            "somebody question.answered upheld 已按更正后的文件改正",
            "somebody question.closed closed null");
  }

  @Test
  void whoAskedAgreesOrHasItDoneAgainOnce() {
    String id = asked();
    answer(id, "dismissed", "与原始凭证一致", DeskBench.BUREAU);
    bench.pass(Duration.ofDays(1));
    var reopened = say(id, "reopening", "{\"reason\":\"审计报告另有说明\"}", enterprise(1));
    assertThat(reopened.body().path("state").asText()).isEqualTo("reopened");
    assertThat(reopened.body().path("answer").isNull()).isTrue();
    assertThat(reopened.body().path("dueOn").asText()).isEqualTo("2026-04-16");
    assertThat(say(id, "reopening", "{\"reason\":\"审计报告另有说明\"}", enterprise(1)).body())
        .as("said again")
        .isEqualTo(reopened.body());
    assertThat(paper(id))
        .contains("企业创新积分问题受理单", "原答复：不成立，与原始凭证一致", "重新办理的理由：审计报告另有说明")
        .contains("状态：重新办理，应于 2026-04-16 前答复。");
    answer(id, "dismissed", "再次核对，仍一致", DeskBench.BUREAU);
    assertThat(paper(id)).contains("状态：已答复；自答复起十个工作日");
    assertThat(say(id, "reopening", "{\"reason\":\"不同意\"}", enterprise(1)).detail())
        .isEqualTo("该问题已重新办理过一次，不能再次提出");
    var closed = say(id, "closure", "{}", enterprise(1));
    assertThat(closed.body().path("history").findValuesAsText("text"))
        .contains("与原始凭证一致", "审计报告另有说明", "再次核对，仍一致");
    assertThat(paper(id))
        .contains("原答复：不成立，与原始凭证一致", "重新办理的理由：审计报告另有说明", "理由：再次核对，仍一致")
        .contains("状态：已办结。")
        .doesNotContain("自动办结", "原答复：不成立，再次核对");
    bench.pass(Duration.ofHours(1));
    assertThat(say(id, "closure", "{}", enterprise(1)).body())
        .as("said again")
        .isEqualTo(closed.body());
  }

  /** Ten working days after the answer it is closed; 10 April plus one is a Saturday. */
  @Test
  void itIsLateAndClosedByItselfAfterTenWorkingDays() {
    String id = asked();
    bench.time.set(Instant.parse("2026-04-15T15:59:59Z"));
    assertThat(get(ALL + "?overdue=true", DeskBench.BUREAU).path("items")).isEmpty();
    bench.pass(Duration.ofSeconds(1));
    assertThat(get(ALL + "?overdue=true", DeskBench.BUREAU).path("items")).hasSize(1);
    var answered = answer(id, "dismissed", "一致", DeskBench.BUREAU);
    assertThat(answered.body().path("overdue").asBoolean()).isFalse();
    assertThat(answered.body().at("/answer/closesOn").asText()).isEqualTo("2026-04-30");
    bench.time.set(Instant.parse("2026-04-30T15:59:59Z"));
    assertThat(get(ALL, DeskBench.BUREAU).at("/items/0/state").asText()).isEqualTo("answered");
    bench.pass(Duration.ofSeconds(1));
    JsonNode closed = get(ALL, DeskBench.BUREAU).at("/items/0");
    assertThat(closed.path("state").asText()).isEqualTo("closed");
    assertThat(closed.at("/history/2").toString())
        .isEqualTo("{\"state\":\"closed\",\"on\":\"2026-05-01\"}");
    assertThat(say(id, "reopening", "{\"reason\":\"x\"}", enterprise(1)).detail())
        .isEqualTo("该问题目前为“已办结”，不能重新办理；“已答复”的才能重新办理");
    assertThat(say(id, "closure", "{}", enterprise(1)).status()).isEqualTo(200);
  }

  /** Another figure makes another total; what the question is about has not changed by that. */
  @Test
  void itIsUpheldByItsOwnFactsAlone() {
    bench.draft(2025, published());
    String id = ask(1, "indicator", "1.10", "少一件").body().path("id").asText();
    bench.zone.correct("operations", 2025, 1, "v2", Map.of("rdExpense", Value.of(37)));
    bench.draft(2025, bench.candidate(2025));

    assertThat(get(ALL + "/" + id, DeskBench.BUREAU).path("state").asText()).isEqualTo("open");
    assertThat(answer(id, "upheld", "已改正", DeskBench.BUREAU).detail()).startsWith("数据尚未更正：");
  }

  @Test
  void whoIsExcludedAsksToo() {
    bench.zone.known(2025, 2);
    bench.zone.abnormal(2025, 2);
    bench.publish(2025);

    var asked = ask(2, "exclusion", "credit", "已移出名录");
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.body().path("departments").toString()).isEqualTo("[\"market\"]");
    assertThat(asked.body().at("/before/text").asText()).isNotEmpty();
    assertThat(asked.body().at("/before/total").isNull()).isTrue();
    assertThat(get(ALL, department("market")).path("items")).hasSize(1);
    assertThat(ask(2, "indicator", "1.1", "有误").detail())
        .isEqualTo("该企业的结果没有这一项，可以提出的有：exclusion=credit、missing=environment、missing=safety、stage");
    assertThat(ask(3, "stage", null, "有误").detail()).isEqualTo("本企业不在 2025 年度的评价名录中");
  }

  @Test
  void anythingThatTouchedAResultCanBeAskedAbout() {
    published();
    for (String kind : List.of("stage", "bonus", "reward")) {
      var asked = ask(1, kind, null, "有误");
      assertThat(asked.status()).as(kind).isEqualTo(201);
      assertThat(asked.body().at("/before/text").asText()).isNotEmpty();
    }
    var doubtful = ask(1, "implausible", "rdExpense", "数量级有误").body();
    assertThat(doubtful.at("/about/title").asText()).isEqualTo("研发费用(万元)");
    assertThat(doubtful.path("departments").toString()).isEqualTo("[\"tax\"]");
    assertThat(doubtful.at("/before/text").asText())
        .isEqualTo(doubtful.at("/before/facts/0/value").asText());
  }

  @Test
  void aPartOfAPublicationIsObjectedToOnce() {
    String first = published();
    var asked = ask(1, "indicator", "1.1", "有误");
    bench.pass(Duration.ofMinutes(1));
    assertThat(ask(1, "indicator", "1.1", "有误").body()).as("said again").isEqualTo(asked.body());
    var other = ask(1, "indicator", "1.1", "另有错误");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.detail())
        .isEqualTo(
            "已对指标 1.1（研发费用金额）提出过异议（编号 %s），同一公示结果的同一事项只能提出一次"
                .formatted(asked.body().path("id").asText()));

    String second = bench.publish(2025);
    assertThat(ask(1, "indicator", "1.1", "有误").status()).as("published anew").isEqualTo(201);
    assertThat(get(ALL, enterprise(1)).path("items").findValuesAsText("generation"))
        .containsExactly(second, first);
  }

  /** Offices ask of the draft, before anything is published, and for who has no token. */
  @Test
  void officesAskForGridWorkersAndTheHotline() {
    bench.zone.known(2025, 2);
    bench.draft(2025, bench.candidate(2025));
    assertThat(ask(1, "stage", null, "有误").detail()).isEqualTo("2025 年度没有已公布的积分结果");

    String call =
        body(1, "hotline", null, "来电称奖励未到账")
            .replace("}}", "},\"origin\":\"12345 热线\",\"reference\":\"GD-7\"}");

    var hotline = bench.call("POST", ALL, call, DeskBench.BUREAU);
    assertThat(hotline.body().path("generation").isNull()).isTrue();
    assertThat(hotline.body().path("origin").asText()).isEqualTo("12345 热线");
    assertThat(hotline.body().path("reference").asText()).isEqualTo("GD-7");
    assertThat(hotline.body().at("/before/text").isNull()).isTrue();
    String id = hotline.body().path("id").asText();
    assertThat(bench.call("POST", ALL, call, DeskBench.BUREAU).body().path("id").asText())
        .as("said again")
        .isEqualTo(id);
    assertThat(get(ALL, enterprise(1)).path("items")).as("not asked by it").isEmpty();
    assertThat(bench.call("GET", ALL + "/" + id, null, enterprise(1)).detail())
        .isEqualTo("没有编号为 %s 的问题".formatted(id));
    assertThat(get(ALL, HR).path("items")).isEmpty();
    say(id, "assignment", "{\"department\":\"hr\"}", DeskBench.BUREAU);
    assertThat(get(ALL + "?department=hr", HR).path("items")).hasSize(1);
    assertThat(answer(id, "upheld", "已补发", HR).status()).as("about no figure").isEqualTo(200);

    var grid = bench.call("POST", ALL, body(1, "grid", null, "停产"), TAX);
    assertThat(grid.status()).isEqualTo(201);
    answer(grid.body().path("id").asText(), "dismissed", "正常经营", DeskBench.BUREAU);
    assertThat(say(grid.body().path("id").asText(), "closure", "{}", TAX).status())
        .as("the office that asked")
        .isEqualTo(200);
    assertThat(ask(1, "grid", null, "停产").detail()).isEqualTo("网格走访发现由区科学技术局或部门登记");
    assertThat(bench.call("POST", ALL, body(1, "hotline", null, "x"), DeskBench.BUREAU).detail())
        .isEqualTo("字段 reference 应为热线工单的编号，收到的为空");
  }

  @Test
  void aDepartmentSeesWhatIsWithItAndItsOwnFiguresAlone() {
    bench.draft(2025, published());
    String tax = ask(1, "indicator", "1.1", "有误").body().path("id").asText();
    String hr = ask(1, "indicator", "1.4", "有误").body().path("id").asText();

    assertThat(get(ALL, department("science")).path("items")).isEmpty();
    assertThat(get(ALL, HR).at("/items/0/id").asText()).isEqualTo(hr);
    assertThat(get(ALL, HR).path("items")).hasSize(1);
    assertThat(get(ALL + "/" + tax, TAX).at("/before/text").asText()).contains("万元");

    say(hr, "assignment", "{\"department\":\"tax\"}", DeskBench.BUREAU);
    JsonNode seen = get(ALL + "/" + hr, TAX);
    assertThat(seen.at("/before/text").isNull()).isTrue();
    assertThat(seen.at("/before/facts")).isEmpty();
    assertThat(seen.path("history").toString()).doesNotContain("%，", "\"value\"");
    assertThat(answer(hr, "dismissed", "一致", HR).detail()).isEqualTo("只能由承办部门、被问及的企业或区科学技术局答复");
    assertThat(answer(hr, "dismissed", "一致", TAX).status()).isEqualTo(200);
    assertThat(bench.call("GET", ALL + "/" + tax, null, HR).status()).isEqualTo(404);
  }

  @Test
  void filesAreSentAlongWithTheirDigests() {
    published();
    String files =
        "[{\"filename\":\"审计报告.pdf\",\"bytes\":9,\"sha256\":\"%s\"}]".formatted("A".repeat(64));
    String body =
        body(1, "indicator", "1.1", "有误").replaceFirst("\\{", "{\"attachments\":" + files + ",");
    var asked = bench.call("POST", ALL, body, enterprise(1));
    JsonNode put = asked.body().at("/attachments/0/put");
    String id = asked.body().path("id").asText();
    assertThat(put.path("url").asText())
        .contains("/questions/" + id + "/%E5%AE%A1%E8%AE%A1%E6%8A%A5%E5%91%8A.pdf");
    assertThat(put.path("headers").fieldNames()).toIterable().contains("x-amz-checksum-sha256");
    assertThat(asked.body().at("/attachments/0/sha256").asText()).isEqualTo("a".repeat(64));
    assertThat(bench.call("POST", ALL, body, enterprise(1)).body().at("/attachments/0/put"))
        .as("said again: it can be put again")
        .isNotEmpty();
    assertThat(get(ALL + "/" + id, TAX).at("/attachments/0/url").asText())
        .contains("/questions/" + id + "/");
    assertThat(get(ALL, TAX).at("/items/0/attachments/0/url").isNull()).isTrue();

    String bad =
        body.replace("审计报告.pdf", "../a.exe")
            .replace("\"bytes\":9", "\"bytes\":0")
            .replace("A", "x");
    assertThat(bench.call("POST", ALL, bad, enterprise(1)).detail())
        .isEqualTo(
            "附件名应以 pdf、ofd、jpg、png、doc(x)、xls(x)、csv 或 zip 结尾，最多 120 个字，收到：../a.exe；"
                + "附件应为 1 到 20971520 字节（20 MiB），收到：0；"
                + "字段 sha256 应为附件的 SHA-256，64 位十六进制");
  }

  @Test
  void theBureauListsInPartsByWhatItLooksFor() {
    published();
    var ids = new ArrayList<String>();
    for (String indicator : List.of("1.1", "1.2", "1.3", "1.4")) {
      bench.pass(Duration.ofSeconds(1));
      ids.add(ask(1, "indicator", indicator, "有误").body().path("id").asText());
    }
    answer(ids.get(2), "dismissed", "不成立", DeskBench.BUREAU);

    var listed = new ArrayList<String>();
    String query = "?state=open&limit=2";
    while (!query.isEmpty()) {
      JsonNode page = get(ALL + query, DeskBench.BUREAU);
      listed.addAll(
          page.path("items").findValuesAsText("id").stream().filter(ids::contains).toList());
      query =
          page.has("nextCursor")
              ? "?state=open&limit=2&cursor=" + page.path("nextCursor").asText()
              : "";
    }
    assertThat(listed).containsExactly(ids.get(3), ids.get(1), ids.get(0));
    for (String none :
        List.of(
            "year=2024", "kind=stage", "grid=07", "overdue=true", "uscc=" + FactsZone.uscc(2))) {
      assertThat(get(ALL + "?" + none, DeskBench.BUREAU).path("items")).as(none).isEmpty();
    }
    assertThat(get(ALL + "?year=2025&department=hr", DeskBench.BUREAU).path("items")).hasSize(1);
    var file = bench.call("GET", ALL + "?format=ndjson", null, DeskBench.BUREAU);
    assertThat(file.status()).isEqualTo(200);
  }

  /** Grid, park and qualification; the latter two as the draft has them. */
  @Test
  void theBureauNarrowsToParkAndQualification() {
    bench.zone.put(
        "qualifications",
        2025,
        1,
        Map.of("certificate", Value.of("GR1"), "kind", Value.of("高新技术企业")));
    bench.draft(2025, published());
    String id = ask(1, "indicator", "1.1", "有误").body().path("id").asText();
    String certificate = "qualification=%E9%AB%98%E6%96%B0%E6%8A%80%E6%9C%AF%E4%BC%81%E4%B8%9A";

    assertThat(get(ALL + "?" + certificate, DeskBench.BUREAU).at("/items/0/id").asText())
        .isEqualTo(id);
    assertThat(get(ALL + "?qualification=none", DeskBench.BUREAU).path("items")).isEmpty();
    assertThat(get(ALL + "?park=west&" + certificate, DeskBench.BUREAU).path("items")).isEmpty();
    assertThat(bench.call("GET", ALL + "?grid=%E4%B8%83", null, DeskBench.BUREAU).detail())
        .isEqualTo("参数 grid 应为 网格编号（如 07-32，或 07 表示其下全部），收到：七");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind\":\"indicator | kind\":\"mood | 字段 about.kind 应为 indicator、deduction、exclusion、"
            + "decay、bonus、stage、reward、missing、implausible、conflict、grid、hotline 之一，收到：mood",
        "2025               | 1999          | 字段 year 应为 2000 至 2100 的四位年份（如 2025），收到：1999",
        "有误                 | ''            | 字段 text 应为 1 到 2000 个字，收到 0 个字",
        "914107000000000001 | 9             | 统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），收到：9",
        "914107000000000001 | 914107000000000002 | 企业只能就本企业的结果提出问题",
        "\"text\":\"有误\",    | ''            | 缺少字段 text",
      })
  void whatIsWrongWithAQuestionIsNamed(String right, String wrong, String detail) {
    published();
    String body = body(1, "indicator", "1.1", "有误").replace(right, wrong);
    assertThat(bench.call("POST", ALL, body, enterprise(1)).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assignment | {\"department\":\"moon\"} | 字段 department 应为部门的编号（如 tax），收到：moon",
        "assignment | {\"department\":\"tax\",\"workingDays\":61} | 字段 workingDays 应为 1 到 60"
            + " 的整数，收到：61",
        "answer | {\"outcome\":\"maybe\",\"text\":\"x\"} | 字段 outcome 应为 upheld（成立）或"
            + " dismissed（不成立）",
      })
  void whatIsWrongWithAStepIsNamed(String step, String body, String detail) {
    String id = asked();
    assertThat(say(id, step, body, DeskBench.BUREAU).detail()).isEqualTo(detail);
    assertThat(say("2025-x", step, body, DeskBench.BUREAU).detail()).isEqualTo("没有编号为 2025-x 的问题");
  }

  @Test
  void anEnterpriseAnswersWhatTheSystemAsksIt() {
    String uscc = FactsZone.uscc(1);
    String id = "2026-20260401T000000.000Z-0a1b2c";
    var question =
        new AskedQuestion(
            id,
            2026,
            null,
            uscc,
            "新乡市测1有限公司",
            null,
            new AskedQuestion.About(QuestionKind.CERTIFICATE, "GR2023", "高新技术企业证书 GR2023"),
            List.of(),
            "将于 2026-09-01 到期",
            "系统核对",
            "2026-09-01",
            List.of(),
            Person.DAILY,
            bench.time.get(),
            LocalDate.parse("2026-04-15"),
            new PartStanding(null, null, List.of()),
            List.of());
    var client = bench.tables.client();
    var trail = new AuditTrail(client, bench.tables.scores(), bench.time::get);
    new AskedQuestions(client, bench.tables.scores())
        .ask(
            question,
            trail.item(
                TrailEntry.of(Person.DAILY, TrailAction.QUESTION_ASKED, question.path(), "r")));
    assertThat(get(ALL, enterprise(1)).at("/items/0/id").asText()).isEqualTo(id);
    assertThat(get(ALL, enterprise(2)).path("items")).isEmpty();
    assertThat(answer(id, "dismissed", "已申请", enterprise(2)).status()).isEqualTo(404);
    assertThat(answer(id, "dismissed", "已申请", TAX).status()).isEqualTo(404);
    var answered = answer(id, "dismissed", "已申请重新认定", enterprise(1));
    assertThat(answered.body().path("state").asText()).isEqualTo("answered");
    assertThat(say(id, "closure", "{}", enterprise(1)).status()).isEqualTo(403);
    assertThat(say(id, "closure", "{}", DeskBench.BUREAU).body().path("state").asText())
        .isEqualTo("closed");
    assertThat(ask(1, "certificate", "GR2023", "到期").detail()).isEqualTo("即将到期的资质由系统提出，不能登记");
  }

  /** A person of the tax office has announced a file, and the intake has read it. */
  private void arrives(String key, String version) {
    var uploads = new UploadsTable(bench.tables.client(), bench.tables.uploads());
    UploadRecord upload =
        new UploadRecord(
            "upload-" + version,
            UploadPath.of(key, Set.of("tax"), Set.of("operations")),
            UploadStatus.PENDING,
            Optional.empty(),
            Optional.empty(),
            1,
            bench.time.get(),
            Optional.empty(),
            bench.time.get(),
            Optional.empty(),
            Optional.empty());
    uploads.announce(upload, new Person("sub-zhang", "张敏", "department", "tax"));
    uploads.put(
        key,
        new Verdict(
            version, UploadStatus.ACCEPTED, upload.id(), bench.time.get(), Optional.empty()));
  }

  /** The question on paper, as the enterprise has it. */
  private String paper(String id) {
    return text(bench.call("GET", ALL + "/" + id + "/decision.pdf", null, enterprise(1)));
  }

  private static String text(DeskBench.Answer pdf) {
    assertThat(pdf.status()).isEqualTo(200);
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String published() {
    bench.zone.known(2025, 2);
    return bench.publish(2025);
  }

  private String asked() {
    published();
    return ask(1, "indicator", "1.1", "有误").body().path("id").asText();
  }

  private DeskBench.Answer ask(int number, String kind, @Nullable String id, String text) {
    return bench.call("POST", ALL, body(number, kind, id, text), enterprise(number));
  }

  private static String body(int number, String kind, @Nullable String id, String text) {
    return "{\"year\":2025,\"uscc\":\"%s\",\"text\":\"%s\",\"about\":{\"kind\":\"%s\"%s}}"
        .formatted(FactsZone.uscc(number), text, kind, id == null ? "" : ",\"id\":\"" + id + "\"");
  }

  private DeskBench.Answer answer(
      String id, String outcome, String text, Map<String, String> claims) {
    return say(
        id, "answer", "{\"outcome\":\"%s\",\"text\":\"%s\"}".formatted(outcome, text), claims);
  }

  private DeskBench.Answer say(String id, String what, String body, Map<String, String> claims) {
    return bench.call("POST", ALL + "/" + id + "/" + what, body, claims);
  }

  private static Map<String, String> department(String id) {
    return Map.of("cognito:groups", "[department]", "custom:department", id);
  }

  private JsonNode get(String path, Map<String, String> claims) {
    return bench.call("GET", path, null, claims).body();
  }
}
