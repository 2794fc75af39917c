package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import innovation.points.acceptance.portal.PageTable.Sight;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails on whatever page, it says what happened and has a way on. */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFailureTest {

  private static final Map<String, Sight> PAGES = PageTable.all();

  /** What goes wrong while a page loads. */
  private enum Failure {
    SIGN_IN_ENDED(401, "Unauthorized", "登录|重新登录"),
    TOO_MANY(429, "Too Many Requests", "请求过于频繁，请稍候再试。"),
    UNAVAILABLE(503, "Service Unavailable", "服务暂时不可用，请稍候再试。"),
    BROKEN(0, "", "无法连接服务器，请检查网络后重试。"),
    /** The page's own script does not come, nor anything that it imports. */
    NO_MODULE(0, "", "页面没有加载完成，请检查网络后重新加载。");

    final int status;
    final String message;
    final String words;

    Failure(int status, String message, String words) {
      this.status = status;
      this.message = message;
      this.words = words;
    }

    void happenTo(Page page) {
      switch (this) {
        case NO_MODULE -> page.route("**/assets/**/*.js", Route::abort);
        case BROKEN -> page.route(PageTable.API, Route::abort);
        default -> page.route(PageTable.API, this::refuse);
      }
    }

    /** As API Gateway does. */
    private void refuse(Route route) {
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(status)
              .setContentType("application/json")
              .setHeaders(Map.of("apigw-requestid", "Req="))
              .setBody("{\"message\":\"%s\"}".formatted(message)));
    }

    /** What says it. */
    Locator notice(Page page) {
      return switch (this) {
        case NO_MODULE -> page.locator("#main .late");
        default -> page.locator("#main .notice[role=alert]").first();
      };
    }
  }

  private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);

  @AfterAll
  void everybodyLeaves() {
    visitors.values().forEach(Visitor::close);
  }

  /** Each page with two failures, each failure on two fifths of the pages. */
  static Stream<Arguments> twoFailuresEach() {
    List<String> paths = List.copyOf(PAGES.keySet());
    Failure[] failures = Failure.values();
    return IntStream.range(0, paths.size())
        .boxed()
        .flatMap(
            at ->
                Stream.of(at, at + 2)
                    .map(turn -> failures[turn % failures.length])
                    .map(failure -> Arguments.of(paths.get(at), failure)))
        .filter(EveryFailureTest::isThere);
  }

  static Stream<Arguments> everyFailureEach() {
    return PAGES.keySet().stream()
        .flatMap(path -> Stream.of(Failure.values()).map(failure -> Arguments.of(path, failure)))
        .filter(EveryFailureTest::isThere);
  }

  private static boolean isThere(Arguments of) {
    return of.get()[1] == Failure.NO_MODULE || !PageTable.SILENT.contains((String) of.get()[0]);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("twoFailuresEach")
  void pageSaysWhatHappenedAndHasAWayOn(String path, Failure failure, Portal portal) {
    fail(path, failure, portal);
  }

  @Tag("full")
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyFailureEach")
  void everyPageAndEveryFailure(String path, Failure failure, Portal portal) {
    fail(path, failure, portal);
  }

  private void fail(String path, Failure failure, Portal portal) {
    Sight sight = Objects.requireNonNull(PAGES.get(path));
    String uscc = uscc(portal);
    Page page =
        visitors
            .computeIfAbsent(
                sight.readers().iterator().next(),
                who -> portal.visitor(who, uscc).expecting("Failed to load"))
            .page();
    failure.happenTo(page);
    page.navigate(sight.address().replace("{uscc}", uscc));
    // The notice of a page that does not come waits for some seconds.
    page.evaluate(
        """
        document.getAnimations()
          .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)
          .forEach((one) => one.finish())
        """);
    Locator notice = failure.notice(page);
    notice.waitFor();
    assertThat(notice.innerText()).containsPattern(failure.words);
    assertThat(notice.locator("a, button").count()).as("ways on").isPositive();
    page.unrouteAll();
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
