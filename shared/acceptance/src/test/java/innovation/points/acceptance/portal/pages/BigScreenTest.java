package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The big screen, legible from five metres at any size. */
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

  /** Type follows the screen: 28 of 1080 lines, whatever their number. */
  @ParameterizedTest
  @CsvSource({"1366, 768", "1920, 1080", "3840, 2160"})
  @SuppressWarnings("unchecked") // what the scripts return: lists of texts and of numbers
  void everythingIsOnOneScreenInLargeType(int width, int height, Portal portal) {
    double least = LEAST * height / 1080.0 - 0.5;
    try (Visitor visitor = portal.anybody()) {
      visitor.page().addInitScript(NOTE_TYPE);
      visitor.page().setViewportSize(width, height);
      Page page = visitor.open("/screen");
      page.waitForCondition(() -> page.locator(".screen-canvas canvas").count() == 4);
      assertThat(page.locator(".turns span").innerText()).isEqualTo("1 / 4");
      assertThat(
              (List<String>)
                  page.evaluate(
                      """
                      () => [...document.querySelectorAll('html, body, body *')]
                        .filter((one) => one.getBoundingClientRect().bottom > innerHeight + 0.5 || one.getBoundingClientRect().right > innerWidth + 0.5 || one === document.documentElement && (one.scrollHeight > innerHeight || one.scrollWidth > innerWidth))
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
                      least))
          .as("texts in smaller type")
          .isEmpty();
      page.waitForCondition(() -> (Boolean) page.evaluate("window.drawnType.length > 0"));
      assertThat((List<Number>) page.evaluate("window.drawnType"))
          .isNotEmpty()
          .allSatisfy(size -> assertThat(size.doubleValue()).isGreaterThanOrEqualTo(least));
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
      for (int scene = 1; scene <= 4; scene++) {
        Pictures.take(page, "screen-%d-%d".formatted(width, scene));
        page.click("#after");
      }
    }
  }

  @Test
  void scenesTakeTurnsUnlessSomebodyStopsThem(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.page();
      page.emulateMedia(
          new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
      page.clock().install();
      screen(visitor);
      Locator place = page.locator(".turns span");
      assertThat(place.innerText()).isEqualTo("1 / 4");
      page.clock().runFor(20_000);
      assertThat(place.innerText()).isEqualTo("2 / 4");
      assertThat(page.locator(".scene.best").isVisible()).isTrue();
      assertThat(page.locator(".scene.best li").count()).isEqualTo(20);
      page.click("#pause");
      page.clock().runFor(60_000);
      assertThat(place.innerText()).as("stopped").isEqualTo("2 / 4");
      page.click("#before");
      page.click("#before");
      assertThat(place.innerText()).isEqualTo("4 / 4");
      assertThat(page.locator(".scene.zone").isVisible()).isTrue();
    }
  }

  @Test
  void newResultsTakeThePlaceOfTheOldWithoutFlicker(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      visitor.page().clock().install();
      Page page = screen(visitor);
      page.evaluate(
          "document.querySelectorAll('.screen-canvas, .screen-body .leaders ol').forEach((one) => {"
              + " one.sameAsBefore = true; })");
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
                  "[...document.querySelectorAll('.screen-canvas, .screen-body .leaders"
                      + " ol')].every((one) => one.sameAsBefore)"))
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
      assertThat(page.locator(".screen-body .leaders li").count()).isEqualTo(10);
      Pictures.take(page, "screen-stale");
      page.unroute(YEARS);
      page.clock().runFor(30_000);
      page.locator(".state:not(.bad)", new Page.LocatorOptions().setHasText("实时")).waitFor();
    }
  }
}
