package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.stack.SampleStack;
import innovation.points.testkit.Usccs;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What offices come for, and what an enterprise reports and asks, done with what the pages show. In
 * a zone of its own: years are published, refused and gone back to, and a rulebook comes into
 * force.
 */
@PortalTest
class OfficeTasksTest {

  private static Portal portal;

  @BeforeAll
  static void start() throws Exception {
    portal = Portal.of(new SampleStack());
  }

  @AfterAll
  static void stop() {
    Way.print();
    portal.close();
  }

  private static String ranked(int place) {
    return portal.api().items("/v1/years/2025/rankings", null).get(place - 1).path("uscc").asText();
  }

  private static Visitor li() {
    return portal.person("li.min", "李敏", "bureau");
  }

  private static Visitor wang() {
    return portal.person("wang.jianguo", "王建国", "approver");
  }

  private static Visitor zhao() {
    return portal.person("zhao.qiang", "赵强", "approver");
  }

  @Test
  void aDepartmentMendsAFileWithThreeMistakesAndWithdrawsIt() {
    try (Visitor visitor = portal.department("commerce")) {
      var way = new Way(visitor, "/desk?year=2026");
      way.click("#desk-datasets .links a").arrives("**/uploads?year=2026");
      way.file(
          "#file",
          "出口.csv",
          "统一社会信用代码,企业名称,出口总额(万美元)\n%s,甲,约三百\n%s,乙,约四百\n%s,丙,约五百\n"
              .formatted(Usccs.of(1), Usccs.of(2), Usccs.of(3)));
      way.text(".file .mending");
      for (int cell = 0; cell < 3; cell++) {
        way.page.locator(".file .mending input").nth(cell).fill(String.valueOf(300 - cell));
      }
      way.click(".file .mending [type=submit]").reads(".file .verdict", "可采用 3 行");
      way.click(".file .take").reads(".file .verdict", "共 3 行，全部采用");
      way.done("department", "upload a file with three mistakes, and mend them on the page");

      var back = new Way(visitor, "/desk?year=2026");
      back.click("#desk-datasets .links a").arrives("**/uploads?year=2026");
      back.click("#uploads tbody button").click("article summary:has-text('撤回这个文件')");
      back.type("article .saying [name=reason]", "传错了年度").click("article .saying [type=submit]");
      back.reads("article .verdict", "已撤回");
      back.done("department", "withdraw a file");
    }
  }

  @Test
  void aDepartmentConfirmsAHeldFile() {
    try (Visitor visitor = portal.department("ecology")) {
      var way = new Way(visitor, "/desk?year=2026");
      way.click("#desk-datasets .links a").arrives("**/uploads?year=2026");
      String header = "统一社会信用代码,%s,环境信用等级\n";
      way.file(
          "#file",
          "两园.csv",
          "一园\n%s%s,甲,良好\n二园\n%s%s,乙,良好\n"
              .formatted(
                  header.formatted("企业名称"), Usccs.of(1), header.formatted("名称"), Usccs.of(2)));
      way.text(".file .saying");
      way.choose(way.page.locator(".file .saying").getByLabel("采用哪一张表"), "第 5 行起的表");
      way.type(".file .saying [name=reason]", "只报二园");
      way.click(".file .saying [type=submit]").click(".file .take");
      way.reads(".file .verdict", "共 1 行，全部采用");
      way.done("department", "confirm a held file");
    }
  }

  @Test
  void aDepartmentSeesWhatIsLate() {
    try (Visitor visitor = portal.department("tax")) {
      var way = new Way(visitor, "/desk?year=2024");
      assertThat(way.text("#desk-datasets")).contains("张表");
      way.click("#desk-datasets .links a >> nth=1").arrives("**/completeness**");
      assertThat(way.text("#main")).contains("经营情况");
      way.done("department", "see what is late, and who lacks data");
    }
  }

  @Test
  void aQuestionIsAskedAssignedAnsweredAndRead() {
    String uscc = ranked(12);
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/questions?year=2025");
      page.selectOption("#about", "indicator=1.1");
      page.fill("#text", "研发费用应为 900 万元，见审计报告。");
      page.click("#ask [type=submit]");
      page.locator("#question[data-state=open]").waitFor();
    }
    try (Visitor visitor = li()) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("#desk-questions li a").arrives("**/questions?*");
      way.choose("#moves [name=department]", "tax").type("#moves [name=days]", "5");
      way.click("#moves [type=submit]").text("#question[data-state=assigned]");
      way.done("bureau", "assign a question");
    }
    try (Visitor visitor = portal.department("tax")) {
      var way = new Way(visitor, "/desk?year=2025");
      assertThat(way.text("#desk-questions")).contains("1.1");
      way.click("#desk-questions li a").arrives("**/questions?*");
      way.type("#moves textarea", "经核对申报表，研发费用无误。").click("#moves [name=dismiss]");
      way.text("#question[data-state=answered]");
      way.done("department", "answer a question");
    }
    try (Visitor visitor = portal.enterprise(uscc)) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("#desk-questions li a").arrives("**/questions?*");
      assertThat(way.text("#question")).contains("不成立", "经核对申报表，研发费用无误。");
      way.done("enterprise", "see the answer to an objection");
    }
  }

  @Test
  void anEnterpriseReportsAFigureAndMendsIt() {
    try (Visitor visitor = portal.enterprise(ranked(15)).expecting("Failed to load resource")) {
      var way = new Way(visitor, "/desk?year=2026");
      way.click("#desk-missing .links a").arrives("**/self-report?*");
      way.choose("#dataset", "workforce").arrives("**dataset=workforce*");
      way.type("[name=staff]", "20").type("[name=techStaff]", "30");
      way.click("#self-report [type=submit]");
      assertThat(way.text(".notice[role=alert]")).isNotEmpty();
      way.type("[name=techStaff]", "8").click("#self-report [type=submit]");
      way.text(".verdict .good");
      way.done("enterprise", "report a figure, and mend it");
    }
  }

  @Test
  void theBureauSeesWhatIsMissingAndReminds() {
    try (Visitor visitor = li()) {
      var way = new Way(visitor, "/desk?year=2026");
      assertThat(way.text("#desk-data")).contains("经营情况", "税务");
      way.click("#desk-data li a").arrives("**/completeness?*");
      way.done("bureau", "see what is missing, and by whom");

      var remind = new Way(visitor, "/desk?year=2026");
      remind.click("#desk-data .links a:has-text('催报')").arrives("**/departments?*");
      remind.click("form[id^=remind-] [type=submit]");
      remind.text("#league .person");
      remind.done("bureau", "remind a department");
    }
  }

  @Test
  void aYearIsTriedSubmittedRefusedPublishedAndGoneBack() {
    String before = inForce();
    try (Visitor visitor = li()) {
      var dry = new Way(visitor, "/desk?year=2024");
      dry.click("#desk-year .links a").arrives("**/runs?year=2024");
      order(dry, "dry");
      dry.click("#differences summary");
      dry.done("bureau", "a dry run, and its differences");
      submit(visitor, "submit a year to be published");
    }
    try (Visitor visitor = wang()) {
      var way = new Way(visitor, "/desk?year=2024");
      way.click("#desk-awaiting-runs li a").arrives("**/runs?*");
      way.type("#reason", "请先核对税务数据").click("#refuse-run").click("#confirm");
      way.reads("#decisions", "请先核对税务数据");
      way.done("approver", "refuse");
    }
    try (Visitor visitor = li()) {
      submit(visitor, "submit a year again after a refusal");
    }
    try (Visitor visitor = wang()) {
      var way = new Way(visitor, "/desk?year=2024");
      way.click("#desk-awaiting-runs li a").arrives("**/runs?*");
      way.type("#notice", portal.api().today().plusDays(7).toString());
      way.click("#publish").click("#confirm").text("#run .notice.good");
      way.done("approver", "approve with a notice period");

      var back = new Way(visitor, "/desk?year=2024");
      back.click("#desk-awaiting-runs .links a").arrives("**/runs?*");
      back.click("#runs tbody tr:last-child button").arrives("**run=" + before + "*");
      back.click("#publish").click("#confirm").reads("#decision", "另一位审批人同意后生效");
      back.done("approver", "ask to go back");
    }
    try (Visitor visitor = zhao()) {
      var way = new Way(visitor, "/desk?year=2024");
      way.click("#desk-awaiting-runs li a").arrives("**run=" + before + "*");
      way.click("#publish").click("#confirm").text("#run .notice.good");
      way.done("approver", "agree to go back");
    }
    assertThat(inForce()).isEqualTo(before);
  }

  private static void submit(Visitor visitor, String task) {
    var way = new Way(visitor, "/desk?year=2024");
    way.click("#desk-year .links a").arrives("**/runs?year=2024");
    order(way, "publish");
    way.done("bureau", task);
  }

  private static void order(Way way, String kind) {
    way.click("#start [value=" + kind + "]").click("#start [type=submit]");
    if (kind.equals("publish")) {
      way.click("#confirm");
    }
    way.page.waitForURL("**run=**");
    finished(way);
  }

  private static void finished(Way way) {
    String run = way.page.url().replaceAll(".*run=", "");
    way.page.waitForCondition(
        () ->
            way.page.locator("#run[data-run='" + run + "'] .figures").count() > 0
                && way.page.locator("#run .progress").count() == 0,
        new Page.WaitForConditionOptions().setTimeout(120_000));
    way.page.waitForSelector("#main[aria-busy=false]");
  }

  private static String inForce() {
    return portal.api().json("/v1/years", null).at("/items/1/generation").asText();
  }

  @Test
  void aRulebookIsTunedFromAFindingToInForce() {
    try (Visitor visitor = li()) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("#desk-rules .links a >> nth=1").arrives("**/diagnostics*");
      way.click("#findings a[href^='/studio']").arrives("**/studio?*");
      way.click("#suggested tbody input").reads("#moved", "名次有变的");
      way.press("#adjusted-environment-warning", "End");
      way.press("#adjusted-major-project-国家级", "End");
      way.press("#adjusted-growth-stay-9", "End").reads("#changes li", "系数 0.9 → 1");
      way.type("#draft-id", "tuned-2025").click("#make-draft").arrives("**/rulebooks?id=*");
      assertThat(Visitor.rows(way.page.locator("#differences table")))
          .anySatisfy(row -> assertThat(row.getFirst()).contains("曲线"))
          .contains(
              List.of("负面清单“环境信用等级警示”的扣分", "5", "20"),
              List.of("附加分“重大科技项目”的分值（国家级）", "3", "12"),
              List.of("衰减“在成长期停留”的系数（9）", "0.9", "1"));
      way.click("#try").arrives("**/runs?*run=*");
      finished(way);
      assertThat(Visitor.rows(way.page.locator("#moves"))).isNotEmpty();
      way.click("#run a[href^='/rulebooks']").arrives("**/rulebooks?id=tuned-2025");
      assertThat(way.text("#life")).contains("没有附案例");
      way.click("#submission").reads("#life .badge", "待批准");
      way.done(
          "bureau",
          "tune the rulebook (a curve, a deduction, a bonus, a factor), from a finding through a dry"
              + " run to its submission");
    }
    try (Visitor visitor = wang()) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("#desk-awaiting-rules li a").arrives("**/rulebooks?id=*");
      way.click("#approval").click("#confirm").reads("#life .badge", "施行中");
      way.done("approver", "approve a rulebook");
    }
    JsonNode rules = portal.api().json("/v1/rulebooks/tuned-2025", null).path("rules");
    assertThat(rules.at("/decay/0/factors/9").asDouble()).isOne();
    assertThat(rules.at("/decay/0/factors/14").asDouble()).isEqualTo(0.7);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/rules");
      assertThat(page.locator("#decay-growth-stay").innerText())
          .contains("9 年起 × 1；14 年起 × 0.7", "本系统设定");
      assertThat(page.locator("#negative-environment-warning").innerText()).contains("20");
      assertThat(page.locator("#bonus-major-project").innerText()).contains("12");
    }
  }

  @Test
  void aBudgetIsAllocatedApprovedAndPaid() {
    try (Visitor visitor = li()) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("nav a[href^='/allocations']").arrives("**/allocations*");
      way.type("#budget", "5000000");
      for (String stage : new String[] {"startup", "growth", "expansion", "mature"}) {
        way.type("[name=percent-" + stage + "]", "25").type("[name=places-" + stage + "]", "5");
      }
      way.click("#work-out").text("#payment-lines");
      way.click("#submission").reads("#payment-list .badge", "待批准");
      way.done("bureau", "allocate a budget, and submit it");
    }
    try (Visitor visitor = wang()) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("#desk-awaiting-money li a").arrives("**/allocations?*");
      way.click("#approval").click("#confirm").reads("#payment-list .badge", "已批准");
      way.done("approver", "approve an allocation");
    }
    try (Visitor visitor = li()) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("nav a[href^='/allocations']").arrives("**/allocations*");
      way.click("#payment-lists a").arrives("**id=*");
      Download file =
          way.page.waitForDownload(() -> way.click("#payment-list button:has-text('XLSX')"));
      assertThat(file.suggestedFilename()).endsWith(".xlsx");
      way.done("bureau", "the payment list as a file");

      var report = new Way(visitor, "/desk?year=2025");
      report.click("nav a[href^='/report']").arrives("**/report*");
      Download pdf = report.page.waitForDownload(() -> report.click("a[href*='report.pdf']"));
      assertThat(pdf.suggestedFilename()).endsWith(".pdf");
      report.done("bureau", "the analysis report as a PDF");
    }
  }

  @Test
  void aBriefIsMadeApprovedAndRead() {
    portal.api().schedule("daily");
    try (Visitor visitor = wang()) {
      var way = new Way(visitor, "/desk?year=2025");
      way.click("#desk-awaiting-briefs li a").arrives("**/briefs#draft-*");
      Download draft =
          way.page.waitForDownload(() -> way.click("#brief-drafts button:has-text('PDF')"));
      assertThat(draft.suggestedFilename()).endsWith(".pdf");
      way.click("#brief-drafts .approve").reads("#brief-drafts .badge", "已批准");
      way.done("approver", "read and approve the quarterly brief");
    }
    try (Visitor visitor = portal.anybody()) {
      var way = new Way(visitor, "/");
      way.click("#main a[href='/briefs']").arrives("**/briefs");
      Download brief = way.page.waitForDownload(() -> way.click("#briefs a[href$='brief.pdf']"));
      assertThat(brief.suggestedFilename()).endsWith(".pdf");
      way.done("anybody", "the quarterly brief");
    }
  }
}
