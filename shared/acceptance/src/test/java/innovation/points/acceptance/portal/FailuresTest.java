package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever fails, the page says what happened and what to do, and has a way on. */
@PageTest
class FailuresTest {

  private static final String RANKINGS = "**/v1/years/*/rankings*";

  private static void answers(Page page, int status, String message) {
    page.route(
        RANKINGS,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(status)
                    .setHeaders(Map.of("apigw-requestid", "Req=1"))
                    .setContentType("application/json")
                    .setBody("{\"message\":\"" + message + "\"}")));
  }

  @ParameterizedTest
  @CsvSource({
    "429, Too Many Requests, 请求过于频繁，请稍候再试。 重试",
    "503, Service Unavailable, 服务暂时不可用，请稍候再试。 反馈时请附上请求编号：Req=1 重试",
  })
  void gatewayRefusesAndTheSecondTryGoesThrough(
      int status, String message, String words, Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("the server responded with a status")) {
      Page page = visitor.page();
      answers(page, status, message);
      visitor.open("/ranking");
      Locator notice = page.locator("#main .notice.bad");
      assertThat(notice.innerText().replaceAll("\\s+", " ")).isEqualTo(words);
      Pictures.take(page, "failure-" + status);
      page.unroute(RANKINGS);
      notice.locator("button").click();
      page.locator("#ranking").waitFor();
    }
  }

  @Test
  void endedSignInLeadsBackToThePage(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("the server responded with a status")) {
      answers(visitor.page(), 401, "Unauthorized");
      Page page = visitor.open("/ranking?stage=growth");
      assertThat(page.locator("#main .notice h2").innerText()).isEqualTo("请先登录");
      assertThat(page.locator("#main .notice a.button").getAttribute("href"))
          .isEqualTo("/sign-in?back=%2Franking%3Fstage%3Dgrowth");
    }
  }

  @Test
  void brokenConnectionIsSaidAndTriedAgain(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("net::ERR_FAILED")) {
      visitor.page().route(RANKINGS, Route::abort);
      Page page = visitor.open("/ranking");
      assertThat(page.locator("#main .notice.bad p").innerText()).isEqualTo("无法连接服务器，请检查网络后重试。");
      page.unroute(RANKINGS);
      page.locator("#main .notice.bad button").click();
      page.locator("#ranking").waitFor();
    }
  }

  @Test
  void chartThatCannotBeDrawnOpensItsTable(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("net::ERR_FAILED")) {
      visitor.page().route("**/charts/echarts.*", Route::abort);
      Page page = visitor.open("/");
      Locator figure = page.locator("figure", new Page.LocatorOptions().setHasText("总分分布"));
      figure.locator(".notice").waitFor();
      assertThat(figure.locator(".notice p").innerText()).isEqualTo("图没有加载成功，数据见下表；请检查网络后重新加载。");
      assertThat(figure.locator("table").isVisible()).isTrue();
      assertThat(figure.locator(".notice button").innerText()).isEqualTo("重新加载");
      Pictures.take(page, "failure-chart");
    }
  }

  @Test
  void pageWhoseScriptDoesNotComeSaysSo(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("net::ERR_FAILED")) {
      Page page = visitor.page();
      page.route("**/public/ranking.*", Route::abort);
      page.navigate("/ranking");
      Locator late = page.locator(".late");
      assertThat(late.isVisible()).as("not at once").isFalse();
      late.waitFor(new Locator.WaitForOptions().setTimeout(12_000));
      assertThat(late.locator("a").first().innerText()).isEqualTo("重新加载");
    }
  }

  /** An officer opens a row in a new tab; signing out there ends it here. */
  @Test
  void tabsShareTheSignIn(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/sign-in?back=%2Fdraft");
      page.click("text=以科学技术局登录");
      page.locator("#scores").waitFor();
      Page tab = page.context().newPage();
      tab.navigate(page.locator("#scores tbody a").first().getAttribute("href"));
      tab.locator(".headline .total, .notice h2").first().waitFor();
      assertThat(tab.locator(".identity").first().innerText()).isEqualTo("科学技术局（管理）");
      assertThat(tab.url()).doesNotContain("token");
      tab.click("text=退出");
      page.locator(".notice h2").waitFor();
      assertThat(page.locator(".notice h2").innerText()).isEqualTo("请先登录");
    }
  }
}
