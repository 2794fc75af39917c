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
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is on the desk of each role. */
@PortalTest
class DeskPagesTest {

  @Test
  void anEnterpriseFindsItsResultAndWhatToDo(Portal portal) {
    JsonNode first = portal.api().items("/v1/years/2025/rankings", null).getFirst();
    String uscc = first.path("uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/desk");
      Pictures.take(page, "desk-enterprise");
      assertThat(tiles(page))
          .containsExactly(
              "result", "notice", "missing", "steps", "questions", "papers", "readers");
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
