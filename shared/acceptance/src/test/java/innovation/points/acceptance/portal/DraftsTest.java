package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** What is typed is not lost; nobody reads what another person typed. */
@PortalTest
class DraftsTest {

  private static final String FORM = "/self-report?year=2026&dataset=operations";

  private static String enterprise(Portal portal, int place) {
    return portal
        .api()
        .json("/v1/years/2025/rankings?limit=10", null)
        .at("/items/%d/uscc".formatted(place))
        .asText();
  }

  /** Signs in on the sign-in page, as people do. */
  private static void signIn(Page page, String uscc) {
    page.fill("[name=uscc]", uscc);
    page.click("text=以该企业登录");
  }

  private static void signedIn(Visitor visitor, String uscc, String path) {
    Page page = visitor.open("/sign-in?back=" + path.replace("?", "%3F").replace("&", "%26"));
    signIn(page, uscc);
    page.locator("#self-report").waitFor();
  }

  @Test
  void formSurvivesReloadNavigationAndAnotherTab(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      signedIn(visitor, enterprise(portal, 0), FORM);
      Page page = visitor.page();
      page.fill("[name=revenue]", "1234.5");
      page.reload();
      visitor.settled();
      assertThat(page.inputValue("[name=revenue]")).isEqualTo("1234.5");
      assertThat(page.locator(".draft").innerText()).startsWith("已恢复 ").contains("填写、尚未提交的内容。");
      page.selectOption("#dataset", "workforce");
      page.locator("[name=staff]").waitFor();
      assertThat(page.locator(".draft").isVisible()).as("another form").isFalse();
      visitor.open("/portrait");
      visitor.open(FORM);
      assertThat(page.inputValue("[name=revenue]")).isEqualTo("1234.5");
      Page tab = page.context().newPage();
      tab.navigate(FORM);
      tab.locator(".draft button").waitFor();
      assertThat(tab.inputValue("[name=revenue]")).isEqualTo("1234.5");
      tab.click(".draft button");
      assertThat(tab.inputValue("[name=revenue]")).isEmpty();
      visitor.open(FORM);
      assertThat(page.locator(".draft").isVisible()).as("cleared in the other tab").isFalse();
    }
  }

  @Test
  void endedSignInLeadsBackToTheVeryForm(Portal portal) {
    String uscc = enterprise(portal, 1);
    try (Visitor visitor = portal.anybody().expecting("the server responded with a status")) {
      signedIn(visitor, uscc, FORM);
      Page page = visitor.page();
      page.fill("[name=revenue]", "88");
      page.route(
          "**/v1/self-reports",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(401)
                      .setContentType("application/json")
                      .setBody("{\"message\":\"Unauthorized\"}")));
      page.click("#self-report [type=submit]");
      page.locator("#self-report .notice.bad").waitFor();
      assertThat(page.locator("#self-report .notice.bad p").innerText())
          .isEqualTo("登录已失效，请重新登录；已填写的内容不会丢失。");
      page.click("#self-report .notice.bad a.button");
      page.waitForURL("**/sign-in?**");
      visitor.settled();
      signIn(page, uscc);
      page.waitForURL("**" + FORM.replace("?", "\\?") + "#self-report");
      visitor.settled();
      assertThat(page.inputValue("[name=revenue]")).isEqualTo("88");
    }
  }

  @Test
  void whoSignsOutLeavesNothingToTheNext(Portal portal) {
    String uscc = enterprise(portal, 2);
    try (Visitor visitor = portal.anybody()) {
      signedIn(visitor, uscc, FORM);
      Page page = visitor.page();
      page.fill("[name=revenue]", "77");
      visitor.open("/sign-in?back=%2Fself-report%3Fyear%3D2026%26dataset%3Doperations");
      signIn(page, enterprise(portal, 3));
      page.locator("#self-report").waitFor();
      assertThat(page.inputValue("[name=revenue]")).as("another person's form").isEmpty();
      signedIn(visitor, uscc, FORM);
      assertThat(page.inputValue("[name=revenue]")).isEqualTo("77");
      page.click("header .who >> text=退出");
      assertThat(page.locator("dialog p").innerText()).isEqualTo("有 1 处填写的内容尚未提交，退出后将从本机清除。确定退出？");
      page.click("#refuse");
      page.click("header .who >> text=退出");
      page.click("#confirm");
      page.waitForURL("**/");
      visitor.settled();
      assertThat((String) page.evaluate("JSON.stringify(localStorage)")).doesNotContain("77");
    }
  }

  @Test
  void endOfTheSignInIsSaidAndItIsRenewedBesideThePage(Portal portal) {
    String uscc = enterprise(portal, 4);
    String token = portal.token(Who.ENTERPRISE, uscc);
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.page();
      Instant end = DraftsTest.end(token);
      page.clock().install();
      page.clock().setFixedTime(Date.from(end.minus(Duration.ofMinutes(6))));
      visitor.open(FORM);
      assertThat(page.locator("#ending").isVisible()).as("six minutes before").isFalse();
      page.clock().setFixedTime(Date.from(end.minus(Duration.ofMinutes(4))));
      page.locator("#ending p").waitFor();
      assertThat(page.locator("#ending").innerText()).contains("失效，请及时续期。", "重新登录");
      Pictures.take(page, "sign-in-ending");
      page.fill("[name=revenue]", "66");
      Page beside = page.waitForPopup(() -> page.click("#ending button"));
      beside.locator("[name=uscc]").waitFor();
      assertThat(beside.url()).endsWith("/sign-in?back=beside");
      page.clock().setFixedTime(Date.from(end.plusSeconds(20)));
      page.locator("#ending", new Page.LocatorOptions().setHasText("登录已失效")).waitFor();
      assertThat(page.inputValue("[name=revenue]")).as("the page stays").isEqualTo("66");
    }
  }

  /** When a token ends, from its claims. */
  private static Instant end(String token) {
    String claims =
        new String(
            java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
            java.nio.charset.StandardCharsets.UTF_8);
    return Instant.ofEpochSecond(Long.parseLong(claims.replaceAll("(?s).*\"exp\":(\\d+).*", "$1")));
  }
}
