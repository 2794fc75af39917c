package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.portal.Who;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is on the desk of each role. */
@PortalTest
class DeskPagesTest {

  /** A run of which one check passed and one says what is to be looked at. */
  private static final String WAITING =
      """
      {"items": [{"id": "2025-r1", "year": 2025, "status": "awaiting-approval",
        "orderedBy": {"sub": "p1", "name": "李敏"}, "requestedAt": "2026-04-01T04:00:00.000Z",
        "checks": [
          {"id": "undelivered", "level": "info", "value": 0, "limit": 0, "text": "均已报送。"},
          {"id": "open-questions", "level": "warn", "value": 5, "limit": 0, "text": "5 件。"}]}]}
      """;

  @Test
  void anEnterpriseFindsItsResultAndWhatToDo(Portal portal) {
    JsonNode first = portal.api().items("/v1/years/2025/rankings", null).getFirst();
    String uscc = first.path("uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/desk");
      Pictures.take(page, "desk-enterprise");
      assertThat(tiles(page))
          .containsExactly(
              "result", "notice", "missing", "reports", "steps", "questions", "papers", "readers");
      assertThat(page.locator("header .identity").innerText())
          .isEqualTo(first.path("name").asText());
      assertThat(page.locator("#desk-result .figure").innerText())
          .isEqualTo("%.2f".formatted(first.path("total").asDouble()));
      assertThat(page.locator("#desk-notice").innerText()).contains("未设公示期", "提出异议");
      assertThat(page.locator("#desk-steps").innerText())
          .contains("企业资质（资质 ")
          .doesNotContain("企业资质（合同类型");
      Locator step = page.locator("#desk-steps li a").first();
      step.click();
      page.waitForURL("**/simulator?**changes=**");
      visitor.settled();
      assertThat(page.locator("#simulated").innerText()).isNotEmpty();
    }
  }

  @Test
  void anEnterpriseReadsWhatBecameOfItsReports(Portal portal) {
    List<JsonNode> ranked = portal.api().items("/v1/years/2025/rankings", null);
    String uscc = ranked.get(20).path("uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/desk?year=2026");
      assertThat(page.locator("#desk-reports p").first().innerText()).isEqualTo("本年度没有自主填报。");
      visitor.open("/self-report?year=2026&dataset=workforce");
      page.fill("[name=staff]", "20");
      page.click("#self-report [type=submit]");
      page.locator(".verdict .good").waitFor();
      visitor.open("/desk?year=2026");
      assertThat(page.locator("#desk-reports p").first().innerText())
          .isEqualTo("填报的数据均已收到，没有被退回的。");
    }
    try (Visitor visitor = portal.department("hr")) {
      Page page = visitor.open("/completeness?year=2026");
      page.click("#self-reports > summary");
      Locator form = page.locator("#self-reports form:has(a[href*='" + uscc + "'])");
      form.locator("[name=reason]").fill("与社保缴纳人数不符");
      form.locator("[name=refuse]").click();
      form.locator("[role=status]").waitFor();
    }
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/desk?year=2026");
      Locator reports = page.locator("#desk-reports");
      assertThat(reports.locator("p").first().innerText()).isEqualTo("1 处没有采用，请改报。");
      assertThat(reports.locator("li").innerText()).isEqualTo("人员情况 · 年末职工总数 核验未采用，理由：与社保缴纳人数不符");
      reports.locator("li a").click();
      page.waitForURL("**/self-report?year=2026&dataset=workforce");
    }
  }

  @Test
  void anEnterpriseFindsWhatWaitsForItsAnswer(Portal portal) {
    String uscc =
        portal.api().items("/v1/years/2025/rankings", null).getFirst().path("uscc").asText();
    String question =
        """
        {"items": [{
          "id": "2026-1", "year": 2025, "uscc": "%s", "name": "甲公司", "grid": null,
          "generation": null, "about": {"kind": "certificate", "id": null, "title": "高新技术企业"},
          "text": "即将到期", "origin": "系统核对", "reference": null, "attachments": [],
          "departments": [], "askedBy": null, "askedAt": "2026-04-01T08:30:00+08:00",
          "state": "open", "department": null, "dueOn": "2026-04-16", "overdue": false,
          "before": {"text": null, "total": null, "facts": []}, "after": null, "answer": null,
          "reopened": false, "history": []}]}
        """
            .formatted(uscc);
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.page();
      page.route(
          "**/v1/questions?**",
          route ->
              route.fulfill(
                  new Route.FulfillOptions().setContentType("application/json").setBody(question)));
      visitor.open("/desk?year=2025");
      assertThat(page.locator("#desk-questions p").first().innerText())
          .isEqualTo("1 件待本企业答复，最近的期限为 2026年4月16日。");
      assertThat(page.locator("#desk-questions li").innerText()).endsWith("，2026年4月16日 前答复");
    }
  }

  @Test
  void whatIsTurnedOffIsNeitherShownNorRead(Portal portal) {
    String uscc =
        portal.api().items("/v1/years/2025/rankings", null).getFirst().path("uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/desk");
      page.click("#desk-chooser summary");
      page.uncheck("#desk-chooser [value=readers]");
      assertThat(tiles(page)).doesNotContain("readers").contains("result");
      assertThat(page.locator("#desk-chooser summary").innerText()).isEqualTo("显示的内容（7 / 8）");
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      visitor.open("/desk");
      assertThat(tiles(page)).doesNotContain("readers").contains("result");
      assertThat(asked).noneMatch(url -> url.contains("/readers"));
      page.click("#desk-chooser summary");
      page.check("#desk-chooser [value=readers]");
      page.locator("#desk-readers").waitFor();
      page.locator("#desk-chooser input").all().forEach(Locator::uncheck);
      assertThat(page.locator(".desk").innerText()).contains("各项内容均已关闭");
    }
  }

  @Test
  void aDepartmentFindsWhatItOwesAndItsPlace(Portal portal) {
    try (Visitor visitor = portal.department("market")) {
      Page page = visitor.open("/desk?year=2025");
      Pictures.take(page, "desk-department");
      assertThat(tiles(page))
          .containsExactly("datasets", "files", "questions", "reported", "league");
      assertThat(page.locator("#desk-datasets li").count()).isEqualTo(2);
      assertThat(page.locator("#desk-league .figure").innerText()).matches("第 \\d+ 位");
      page.locator("#desk-datasets li a").first().click();
      page.waitForURL("**/uploads?**dataset=**");
    }
  }

  @Test
  void theBureauFindsTheYearAndWhatBlocksIt(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/desk?year=2025");
      Pictures.take(page, "desk-bureau");
      assertThat(tiles(page))
          .containsExactly("year", "data", "files", "questions", "reported", "rules");
      assertThat(page.locator("#desk-year [data-task]").count()).isEqualTo(8);
      assertThat(page.locator("#desk-files").innerText()).contains("个文件需要处理");
      page.locator("#desk-files li a").first().click();
      page.waitForURL("**/uploads?**file.id=**");
    }
  }

  @Test
  void whoDecidesFindsWhatWaits(Portal portal) {
    try (Visitor visitor = portal.approver()) {
      Page page = visitor.open("/desk?year=2025");
      Pictures.take(page, "desk-approver");
      assertThat(tiles(page))
          .containsExactly(
              "awaiting-runs",
              "awaiting-rules",
              "awaiting-settings",
              "awaiting-money",
              "awaiting-briefs");
    }
    try (Visitor visitor = portal.visitor(Who.AUDITOR, "")) {
      Page page = visitor.open("/desk");
      Pictures.take(page, "desk-auditor");
      assertThat(tiles(page)).containsExactly("trail", "refused", "decided");
      assertThat(page.locator("#desk-trail li").count()).isEqualTo(5);
    }
    String uscc =
        portal.api().items("/v1/years/2025/rankings", null).getFirst().path("uscc").asText();
    try (Visitor visitor = portal.visitor(Who.BANK, uscc)) {
      Page page = visitor.open("/desk");
      Pictures.take(page, "desk-bank");
      assertThat(tiles(page)).containsExactly("granted", "ending", "letters");
      assertThat(page.locator("#desk-granted .figure").innerText()).endsWith("家");
    }
  }

  @Test
  void whoDecidesIsToldWhatOfARunIsToBeReviewed(Portal portal) {
    try (Visitor visitor = portal.approver()) {
      visitor
          .page()
          .route(
              "**/v1/years/2025/recomputations?**",
              route -> route.fulfill(new Route.FulfillOptions().setBody(WAITING)));
      Page page = visitor.open("/desk?year=2025");
      assertThat(page.locator("#desk-awaiting-runs li .badge").innerText()).isEqualTo("1 项需要核对");
    }
  }

  @Test
  void aPartThatFailsSaysSoAndIsTriedAgain(Portal portal) {
    try (Visitor visitor = portal.bureau().expecting("503")) {
      Page page = visitor.page();
      page.route(
          "**/v1/uploads?**",
          route ->
              route.fulfill(
                  new Route.FulfillOptions().setStatus(503).setBody("{\"message\": \"busy\"}")));
      visitor.open("/desk?year=2025");
      assertThat(page.locator("#desk-files [role=alert]").count()).isEqualTo(1);
      assertThat(page.locator("#desk-year [data-task]").count()).isEqualTo(8);
      page.unroute("**/v1/uploads?**");
      page.locator("#desk-files button").click();
      page.locator("#desk-files li a").first().waitFor();
      assertThat(page.locator("#desk-files [role=alert]").count()).isZero();
    }
  }

  private static List<String> tiles(Page page) {
    return page.locator(".tile").all().stream()
        .map(tile -> tile.getAttribute("id").substring("desk-".length()))
        .toList();
  }
}
