package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import innovation.points.acceptance.portal.PageTable.Sight;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails on whatever page, it says what happened and has a way on. */
@PortalTest
class EveryFailureTest {

  private static final Map<String, Sight> PAGES = PageTable.all();

  /** What goes wrong with every call of the API. */
  private enum Failure {
    SIGN_IN_ENDED(401, "Unauthorized", "登录|重新登录"),
    TOO_MANY(429, "Too Many Requests", "请求过于频繁，请稍候再试。"),
    UNAVAILABLE(503, "Service Unavailable", "服务暂时不可用，请稍候再试。"),
    BROKEN(0, "", "无法连接服务器，请检查网络后重试。");

    final int status;
    final String message;
    final String words;

    Failure(int status, String message, String words) {
      this.status = status;
      this.message = message;
      this.words = words;
    }

    void happen(Route route) {
      if (status == 0) {
        route.abort();
        return;
      }
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(status)
              .setContentType("application/json")
              .setHeaders(Map.of("apigw-requestid", "Req="))
              .setBody("{\"message\":\"%s\"}".formatted(message)));
    }
  }

  /** Pages that say something without having asked the API. */
  private static final List<String> SILENT = List.of("/letters");

  private static List<String> asking() {
    return PAGES.keySet().stream().filter(path -> !SILENT.contains(path)).toList();
  }

  /** Each page with one failure, each failure on some pages. */
  static Stream<Arguments> aFailureEach() {
    List<String> paths = asking();
    Failure[] failures = Failure.values();
    return IntStream.range(0, paths.size())
        .mapToObj(index -> Arguments.of(paths.get(index), failures[index % failures.length]));
  }

  static Stream<Arguments> everyFailureEach() {
    return asking().stream()
        .flatMap(path -> Stream.of(Failure.values()).map(failure -> Arguments.of(path, failure)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("aFailureEach")
  void pageSaysWhatHappenedAndHasAWayOn(String path, Failure failure, Portal portal) {
    fail(path, failure, portal);
  }

  @Tag("full")
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyFailureEach")
  void everyPageAndEveryFailure(String path, Failure failure, Portal portal) {
    fail(path, failure, portal);
  }

  private static void fail(String path, Failure failure, Portal portal) {
    Sight sight = Objects.requireNonNull(PAGES.get(path));
    String uscc = uscc(portal);
    try (Visitor visitor =
        portal.visitor(sight.readers().iterator().next(), uscc).expecting("Failed to load")) {
      visitor.page().route("**/v1/**", failure::happen);
      Page page = visitor.open(sight.address().replace("{uscc}", uscc));
      Locator notice = page.locator("#main .notice[role=alert]").first();
      notice.waitFor();
      assertThat(notice.innerText()).containsPattern(failure.words);
      assertThat(notice.locator("a, button").count()).as("ways on").isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ranking", "/screen", "/portrait"})
  void pageThatWaitsSaysSo(String path, Portal portal) {
    try (Visitor visitor = portal.enterprise(uscc(portal))) {
      Page page = visitor.page();
      page.route("**/v1/**", route -> {});
      page.navigate(path);
      page.locator("#main .loading").waitFor();
      assertThat(page.locator("#main .loading").innerText()).isEqualTo("正在读取…");
      page.unrouteAll();
    }
  }

  /** What is old stays, dimmed, until the new is there. */
  @Test
  void oldResultsAreDimmedWhileNewOnesAreRead(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      page.route("**/v1/years/*/rankings*", route -> {});
      page.selectOption("#year", "2024");
      page.locator("#main[aria-busy=true]").waitFor();
      page.waitForCondition(
          () ->
              page.evaluate("getComputedStyle(document.querySelector('#main .body')).opacity")
                  .equals("0.5"));
      assertThat(page.locator("#ranking").isVisible()).isTrue();
      page.unrouteAll();
    }
  }

  private static String uscc(Portal portal) {
    return portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
  }
}
