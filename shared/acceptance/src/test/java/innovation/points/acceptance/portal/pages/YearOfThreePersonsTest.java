package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One prepares, one decides, and for going back a third agrees: the sample zone's year 2024, from
 * its trial over an enterprise's objection to the final results.
 */
@PortalTest
class YearOfThreePersonsTest {

  private static final String RUNS = "/runs?year=2024";

  @Test
  void theyTakeAYearFromItsTrialToItsFinalResultsAndBack(Portal portal) {
    String before = inForce(portal);
    portal.api().seal();
    int sealed = trail(portal, 0).size();
    LocalDate until = portal.api().today().plusDays(1);
    try (Visitor li = li(portal)) {
      Page page = li.open(RUNS);
      start(page, "dry");
      state(page, "trial", "done");
      assertThat(page.locator("#checks [data-check]").count()).isEqualTo(8);
      assertThat(page.locator("#publish").count()).as("a dry run cannot be published").isZero();
      start(page, "publish");
      state(page, "approve", "now");
      assertThat(page.locator("#decision").innerText()).contains("待审批人批准公布或退回");
      assertThat(page.locator("#publish").count()).as("the bureau decides nothing").isZero();
    }
    try (Visitor wang = wang(portal)) {
      Page page = wang.open(RUNS);
      assertThat(page.locator("#start").count()).as("who decides orders nothing").isZero();
      page.click("#refuse-run");
      assertThat(page.locator("#decision").innerText()).contains("退回请填写理由。");
      wang.typeAndReload("#reason", "请先核对税务数据");
      page.click("#refuse-run");
      confirm(page, "/refusal");
      state(page, "approve", "blocked");
      assertThat(task(page, "approve")).contains("王建国", "理由：请先核对税务数据");
      assertThat(inForce(portal)).isEqualTo(before);
    }
    String run;
    try (Visitor li = li(portal)) {
      Page page = li.open(RUNS);
      li.typeAndReload("#order-reason", "已核对，数据无误");
      start(page, "publish");
      state(page, "approve", "now");
      run = page.locator("#run").getAttribute("data-run");
    }
    try (Visitor wang = wang(portal)) {
      Page page = wang.open(RUNS);
      assertThat(page.locator("#decision").innerText()).contains("提交时说明：已核对，数据无误");
      Pictures.take(page, "runs-to-approve-1440");
      wang.typeAndReload("#notice", until.toString());
      page.click("#publish");
      confirm(page, "/publication");
      page.locator("#run .notice.good").waitFor();
      state(page, "notice", "now");
      assertThat(task(page, "notice"))
          .contains("含今天还有 %d 个工作日".formatted(year(portal).path("workingDaysLeft").asInt()));
      assertThat(page.locator("#main").innerText()).doesNotContain(run);
      assertThat(inForce(portal)).isEqualTo(run).isNotEqualTo(before);
      assertThat(page.locator("#decisions").innerText()).contains("批准公布：王建国");
    }
    anEnterpriseObjectsAndIsAnswered(portal);
    portal.api().awaitDay(until.plusDays(1));
    try (Visitor wang = wang(portal)) {
      Page page = wang.open(RUNS);
      state(page, "final", "done");
      assertThat(task(page, "notice")).contains("公示已于").contains(" 结束。");
      assertThat(task(page, "answer")).contains("件问题均已答复，最近一件：李敏，");
      assertThat(task(page, "final")).contains("公布的结果为正式结果；批准公布：王建国，");
      Pictures.take(page, "runs-final-1440");
      decide(wang, before);
      assertThat(inForce(portal)).as("another has to agree").isEqualTo(run);
    }
    try (Visitor zhao = portal.person("zhao.qiang", "赵强", "approver")) {
      Page page = zhao.open(RUNS + "&run=" + before);
      assertThat(page.locator("#decision").innerText()).contains("已提请恢复公布这一批：王建国");
      decide(zhao, before);
      page.locator("#run .notice.good").waitFor();
    }
    assertThat(inForce(portal)).isEqualTo(before);
    assertThat(year(portal).path("noticeUntil").asText()).as("is kept").isEqualTo(until.toString());
    everyDecisionIsOnRecord(portal, sealed);
  }

  /** The trail of what was done since; printed with {@code -Dpictures=true}. */
  private static void everyDecisionIsOnRecord(Portal portal, int sealed) {
    portal.api().seal();
    List<String> trail = trail(portal, sealed);
    Pictures.write("year-of-three-persons-trail.txt", String.join("\n", trail) + "\n");
    assertThat(trail)
        .extracting(line -> line.replaceAll("^\\d+ \\S+ ", ""))
        .filteredOn(line -> !line.contains("system") && !line.contains("export.made"))
        .extracting(line -> line.replaceAll(" (years|enterprises)/\\S+", ""))
        .containsSubsequence(
            "李敏 bureau run.ordered dry-run",
            "李敏 bureau run.ordered ordered",
            "王建国 approver publication.refused refused 请先核对税务数据",
            "李敏 bureau run.ordered ordered 已核对，数据无误",
            "王建国 approver publication.approved published",
            "李敏 bureau question.answered dismissed 经核对税务数据，研发费用无误。",
            "王建国 approver publication.approved asked",
            "赵强 approver publication.approved restored");
  }

  private static List<String> trail(Portal portal, int from) {
    return portal.api().items("/v1/audit", portal.api().bureau()).reversed().stream()
        .skip(from)
        .map(
            item ->
                "%s %s %s %s %s %s %s %s"
                    .formatted(
                        item.path("seq").asText(),
                        item.path("at").asText(),
                        item.at("/person/name").asText(),
                        item.at("/person/role").asText(),
                        item.path("action").asText(),
                        item.path("object").asText(),
                        item.path("result").asText(),
                        item.path("reason").asText(""))
                    .strip())
        .toList();
  }

  private static void anEnterpriseObjectsAndIsAnswered(Portal portal) {
    String uscc =
        portal.api().json("/v1/years/2024/rankings?limit=2", null).at("/items/1/uscc").asText();
    try (Visitor enterprise = portal.enterprise(uscc)) {
      Page page = enterprise.open("/questions?year=2024");
      page.selectOption("#about", "indicator=1.1");
      page.fill("#text", "研发费用应为 250 万元，见审计报告。");
      page.click("#ask [type=submit]");
      page.locator("#question").waitFor();
    }
    try (Visitor li = li(portal)) {
      Page page = li.open(RUNS);
      state(page, "answer", "now");
      assertThat(task(page, "answer")).contains("1 件问题待答复。");
      assertThat(task(page, "final")).contains("结束后为正式结果。");
      page.click("[data-task=answer] a");
      page.waitForURL("**/questions?year=2024");
      li.settled();
      page.click("#questions tbody a[href*='question=']");
      page.fill("#moves [name=answer]", "经核对税务数据，研发费用无误。");
      page.click("#moves [name=dismiss]");
      page.locator("#question[data-state=answered]").waitFor();
      assertThat(page.locator("#history").innerText()).contains("李敏，");
      state(li.open(RUNS), "answer", "later");
    }
    try (Visitor enterprise = portal.enterprise(uscc)) {
      Page page = enterprise.open("/questions?year=2024");
      page.click("#questions tbody a[href*='question=']");
      page.locator("#question").waitFor();
      assertThat(page.locator("#main").innerText())
          .contains("不成立", "经核对税务数据，研发费用无误。")
          .doesNotContain("李敏");
    }
  }

  private static Visitor li(Portal portal) {
    return portal.person("li.min", "李敏", "bureau");
  }

  private static Visitor wang(Portal portal) {
    return portal.person("wang.jianguo", "王建国", "approver");
  }

  private static String task(Page page, String task) {
    return page.locator("[data-task=" + task + "]").innerText();
  }

  private static void start(Page page, String kind) {
    page.check("#start [value=" + kind + "]");
    page.click("#start [type=submit]");
    if (kind.equals("publish")) {
      page.click("#confirm");
    }
    page.waitForURL("**run=**");
    String run = page.url().replaceAll(".*run=", "");
    page.waitForCondition(
        () ->
            page.locator("#run[data-run='" + run + "']").count() > 0
                && page.locator("#run .figures").count() > 0
                && page.locator("#run .progress").count() == 0,
        new Page.WaitForConditionOptions().setTimeout(120_000));
    page.waitForSelector("#main[aria-busy=false]");
  }

  /** Decides for a run, whatever is next. */
  private static void decide(Visitor visitor, String run) {
    Page page = visitor.open(RUNS + "&run=" + run);
    page.click("#publish");
    confirm(page, "/publication");
  }

  /**
   * Confirms and waits for the answer: until then the page shows the last publication, which may
   * have a notice period, too.
   */
  private static void confirm(Page page, String call) {
    var answered =
        page.waitForResponse(
            response -> response.url().endsWith(call), () -> page.click("#confirm"));
    assertThat(answered.status()).isIn(200, 202);
  }

  private static void state(Page page, String task, String state) {
    page.locator("[data-task=%s][data-state=%s]".formatted(task, state)).waitFor();
    page.waitForSelector("#main[aria-busy=false]");
  }

  private static String inForce(Portal portal) {
    return year(portal).path("generation").asText();
  }

  private static JsonNode year(Portal portal) {
    for (JsonNode year : portal.api().json("/v1/years", null).path("items")) {
      if (year.path("year").asInt() == 2024) {
        return year;
      }
    }
    throw new AssertionError("2024 is published");
  }
}
