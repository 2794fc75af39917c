package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The big screen at 1920 × 1080, legible from five metres. */
@PortalTest
class BigScreenTest {

  /** The least type size: 1/200 of five metres, in pixels of a 75-inch screen. */
  private static final int LEAST = 28;

  private static final Pattern YEARS = Pattern.compile(".*/v1/years$");

  /** Type sizes on canvases are recorded when drawn. */
  private static final String NOTE_TYPE =
      """
      window.drawnType = [];
      const draw = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        window.drawnType.push(parseFloat(/([0-9.]+)px/.exec(this.font)[1]));
        return draw.call(this, text, ...rest);
      };
      """;

  private static Page screen(Visitor visitor) {
    visitor.page().setViewportSize(1920, 1080);
    return visitor.open("/screen");
  }

  @Test
  @SuppressWarnings("unchecked") // what the scripts return: lists of texts and of numbers
  void everythingIsOnOneScreenInLargeType(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      visitor.page().addInitScript(NOTE_TYPE);
      Page page = screen(visitor);
      page.waitForCondition(() -> page.locator(".screen-canvas canvas").count() == 4);
      assertThat(
              (List<String>)
                  page.evaluate(
                      """
                      () => [...document.querySelectorAll('html, body, body *')]
                        .filter((one) => one.getBoundingClientRect().bottom > 1080.5 || one.getBoundingClientRect().right > 1920.5 || one === document.documentElement && (one.scrollHeight > 1080 || one.scrollWidth > 1920))
                        .map((one) => one.tagName + '.' + one.className + ' ' + one.getBoundingClientRect().bottom + ' ' + one.scrollHeight)
                      """))
          .as("what is not on the screen")
          .isEmpty();
      assertThat(
              (List<String>)
                  page.evaluate(
                      """
                      (least) => [...document.querySelectorAll('#main *')]
                        .filter((one) => !one.closest('.unseen') && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
                        .filter((one) => parseFloat(getComputedStyle(one).fontSize) < least)
                        .map((one) => one.textContent)
                      """,
                      LEAST))
          .as("texts in smaller type")
          .isEmpty();
      page.waitForCondition(() -> (Boolean) page.evaluate("window.drawnType.length > 0"));
      assertThat((List<Number>) page.evaluate("window.drawnType"))
          .isNotEmpty()
          .allSatisfy(size -> assertThat(size.doubleValue()).isGreaterThanOrEqualTo(LEAST));
      assertThat(
              (List<String>)
                  page.evaluate(
                      """
                      () => [...document.querySelectorAll('.panel, .screen-figures > div')]
                        .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
                        .map((one) => one.className)
                      """))
          .as("panels whose content does not fit")
          .isEmpty();
    }
  }

  @Test
  void newResultsTakeThePlaceOfTheOldWithoutFlicker(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      visitor.page().clock().install();
      Page page = screen(visitor);
      page.evaluate(
          "document.querySelectorAll('.screen-canvas, .leaders ol').forEach((one) => { one.sameAsBefore = true; })");
      page.route(
          YEARS,
          route -> {
            String body = route.fetch().text();
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        body.replaceFirst("\"generation\":\"[^\"]*\"", "\"generation\":\"next\"")
                            .replaceFirst("\"ranked\":\\d+", "\"ranked\":4321")));
          });
      page.clock().runFor(30_000);
      page.locator(".screen-figures", new Page.LocatorOptions().setHasText("4,321")).waitFor();
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('.screen-canvas, .leaders ol')].every((one) => one.sameAsBefore)"))
          .as("the charts stand where they stood")
          .isEqualTo(true);
      assertThat(page.locator(".state").innerText()).startsWith("实时 · ");
    }
  }

  @Test
  void staleDataStaysVisibleAndIsMarkedStale(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("net::ERR_FAILED")) {
      visitor.page().clock().install();
      Page page = screen(visitor);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.route(YEARS, Route::abort);
      page.clock().runFor(31_000);
      page.locator(".state", new Page.LocatorOptions().setHasText("连接中断，正在重试")).waitFor();
      page.clock().runFor(60_000);
      page.locator(".state.bad", new Page.LocatorOptions().setHasText("数据停在")).waitFor();
      assertThat(page.locator("[role=status]").textContent()).startsWith("数据停在");
      assertThat(page.locator(".leaders li").count()).isEqualTo(10);
      Pictures.take(page, "screen-stale");
      page.unroute(YEARS);
      page.clock().runFor(30_000);
      page.locator(".state:not(.bad)", new Page.LocatorOptions().setHasText("实时")).waitFor();
    }
  }
}
