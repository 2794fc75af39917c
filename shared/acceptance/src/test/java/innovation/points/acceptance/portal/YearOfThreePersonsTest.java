package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import innovation.points.web.time.OfficialTime;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** One prepares, one decides, and for going back a third agrees: the sample zone's year 2024. */
@WithPortal
class YearOfThreePersonsTest {

  private static final String RUNS = "/runs?year=2024";

  @Test
  void theyTakeAYearFromItsTrialToItsPublicationAndBack(Portal portal) {
    String before = inForce(portal);
    String until = LocalDate.now(OfficialTime.ZONE).plusDays(7).toString();
    try (Visitor li = portal.bureau();
        Visitor wang = portal.approver("wang.jianguo", "王建国");
        Visitor zhao = portal.approver("zhao.qiang", "赵强")) {
      Page bureau = li.open(RUNS);
      start(bureau, "dry");
      state(bureau, "trial", "done");
      assertThat(bureau.locator("#checks [data-check]").count()).isEqualTo(8);
      assertThat(bureau.locator("#publish").count()).as("a dry run cannot be published").isZero();

      start(bureau, "publish");
      state(bureau, "approve", "now");
      assertThat(bureau.locator("#decision").innerText()).contains("待审批人批准公布或退回");
      assertThat(bureau.locator("#publish").count()).as("the bureau decides nothing").isZero();

      Page decides = wang.open(RUNS);
      assertThat(decides.locator("#start").count()).as("who decides orders nothing").isZero();
      decides.click("#refuse-run");
      assertThat(decides.locator("#decision").innerText()).contains("退回请填写理由。");
      decides.fill("#reason", "请先核对税务数据");
      decides.click("#refuse-run");
      decides.click("#confirm");
      state(decides, "approve", "blocked");
      assertThat(decides.locator("[data-task=approve]").innerText()).contains("王建国", "理由：请先核对税务数据");
      assertThat(inForce(portal)).isEqualTo(before);

      li.open(RUNS);
      bureau.fill("#order-reason", "已核对，数据无误");
      start(bureau, "publish");
      state(bureau, "approve", "now");
      String run = shown(bureau);

      wang.open(RUNS);
      assertThat(decides.locator("#decision").innerText()).contains("提交时说明：已核对，数据无误");
      decides.fill("#notice", until);
      decides.click("#publish");
      decides.click("#confirm");
      state(decides, "notice", "now");
      assertThat(inForce(portal)).isEqualTo(run).isNotEqualTo(before);
      assertThat(decides.locator("#decisions").innerText()).contains("批准公布：王建国");
      Pictures.take(decides, "runs-approved-1440");

      decision(wang, before);
      assertThat(inForce(portal)).as("another has to agree").isEqualTo(run);
      Page agrees = zhao.open(RUNS + "&run=" + before);
      assertThat(agrees.locator("#decision").innerText()).contains("已提请恢复公布这一批：王建国");
      decision(zhao, before);
      agrees.locator("#run .notice.good").waitFor();
      assertThat(inForce(portal)).isEqualTo(before);
      assertThat(year(portal).path("noticeUntil").asText()).as("is kept").isEqualTo(until);
    }
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
                && page.locator("#run .progress").count() == 0);
    page.waitForSelector("#main[aria-busy=false]");
  }

  /** Decides for a run, whatever is next. */
  private static void decision(Visitor visitor, String run) {
    Page page = visitor.open(RUNS + "&run=" + run);
    page.click("#publish");
    var answered =
        page.waitForResponse(
            response -> response.url().endsWith("/publication"), () -> page.click("#confirm"));
    assertThat(answered.status()).isIn(200, 202);
    visitor.settled();
  }

  private static void state(Page page, String task, String state) {
    page.locator("[data-task=%s][data-state=%s]".formatted(task, state)).waitFor();
    page.waitForSelector("#main[aria-busy=false]");
  }

  private static String shown(Page page) {
    return page.locator("#run").getAttribute("data-run");
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
