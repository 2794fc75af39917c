package innovation.points.acceptance.portal.pages;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PortalTest
class PublicPagesTest {

  private static String points(JsonNode number) {
    return String.format(Locale.ROOT, "%.2f", number.asDouble());
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Test
  void overviewShowsWhatTheApiSays(Portal portal) {
    JsonNode year = portal.api().json("/v1/years", null).at("/items/0");
    JsonNode overview = portal.api().json("/v1/years/2025/overview", null);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/");
      assertThat(page.locator("h1").innerText()).isEqualTo("2025 年度创新积分总览");
      assertThat(page.locator(".figures dd b").allInnerTexts())
          .containsExactly(
              year.at("/counts/enterprises").asText(),
              year.at("/counts/ranked").asText(),
              points(overview.at("/all/now/mean")),
              points(overview.at("/all/now/median")),
              year.at("/counts/notPublished").asText());
      page.locator("figure", new Page.LocatorOptions().setHasText("总分分布"))
          .locator("summary")
          .click();
      assertThat(
              Visitor.rows(
                  page.locator("figure", new Page.LocatorOptions().setHasText("总分分布"))
                      .locator("table")))
          .isEqualTo(
              list(overview.at("/all/now/histogram")).stream()
                  .map(
                      bin ->
                          List.of(
                              bin.path("from").asText() + "–" + bin.path("to").asText(),
                              bin.path("enterprises").asText()))
                  .toList());
    }
  }

  @Test
  void everyChartIsDrawn(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/");
      int charts = page.locator(".canvas").count();
      assertThat(charts).isEqualTo(5);
      for (int index = 0; index < charts; index++) {
        page.locator(".canvas").nth(index).scrollIntoViewIfNeeded();
        page.locator(".canvas").nth(index).locator("svg").waitFor();
      }
    }
  }

  @Test
  void headingIsReadBeforeScriptsHaveCome(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = beforeScripts(visitor, "/");
      assertThat(page.locator("h1").innerText()).isEqualTo("创新积分总览");
      assertThat(page.locator(".lead").innerText()).startsWith("新乡高新区企业创新积分年度结果");
      assertThat(page.locator(".late").isVisible()).isFalse();
    }
  }

  @Test
  void headingServedInChineseIsNotShownInEnglish(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = beforeScripts(visitor, "/?lang=en");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(page.locator("h1").isVisible()).isFalse();
    }
  }

  /** A page whose scripts, but for the one that draws nothing, are on their way. */
  private static Page beforeScripts(Visitor visitor, String path) {
    Page page = visitor.page();
    page.route("**/assets/public/*.js", route -> {});
    page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.locator("noscript").waitFor(new Locator.WaitForOptions().setState(ATTACHED));
    page.waitForFunction("document.styleSheets.length > 0");
    return page;
  }

  /** Google's bound of a good page: a tenth of the window. */
  @ParameterizedTest
  @CsvSource({"1440, 900", "360, 740"})
  void nothingMovesWhileTheOverviewLoads(int width, int height, Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      visitor.page().setViewportSize(width, height);
      visitor
          .page()
          .addInitScript(
              """
              window.shift = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) {
                  window.shift += entry.value;
                }
              }).observe({ type: 'layout-shift', buffered: true });
              """);
      Page page = visitor.open("/");
      page.locator(".canvas").first().waitFor();
      double shift = ((Number) page.evaluate("window.shift")).doubleValue();
      System.out.printf("layout shift of the overview at %d × %d: %.3f%n", width, height, shift);
      assertThat(shift).isLessThan(0.1);
      assertThat(
              (Boolean)
                  page.evaluate(
                      """
                      [...document.querySelectorAll('a, button, summary, input, select')]
                        .map((one) => one.getBoundingClientRect())
                        .every(({ width, height }) => width <= 1 || height >= 24)
                      """))
          .as("every target is 24 px tall")
          .isTrue();
    }
  }

  @Test
  void openPagesAnnounceNewResults(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      visitor.page().clock().install();
      Page page = visitor.open("/");
      page.clock().runFor(61_000);
      assertThat(page.locator("#newer").count()).as("nothing is new").isZero();
      page.route(
          Pattern.compile(".*/v1/years$"),
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(
                          route
                              .fetch()
                              .text()
                              .replaceFirst(
                                  "\"generation\":\"[^\"]*\"", "\"generation\":\"next\""))));
      // Its timer restarts after each answer.
      page.waitForCondition(
          () -> {
            page.clock().runFor(60_000);
            return page.locator("#newer").count() > 0;
          });
      assertThat(page.locator("#newer").innerText()).isEqualTo("刚刚公布了新的结果。 显示新的结果");
    }
  }

  @Test
  void rankingShowsWhatTheApiSays(Portal portal) {
    JsonNode ranking = portal.api().json("/v1/years/2025/rankings?stage=startup&limit=200", null);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      page.selectOption("#ranking-stage", "startup");
      List<List<String>> rows = Visitor.rows(page.locator("#ranking"));
      assertThat(rows.stream().map(row -> List.of(row.get(0), row.get(1), row.get(2), row.get(8))))
          .hasSizeGreaterThan(20)
          .isEqualTo(
              list(ranking.path("items")).stream()
                  .map(
                      item ->
                          List.of(
                              item.at("/rank/overall").asText(),
                              item.path("name").asText(),
                              item.path("uscc").asText(),
                              points(item.path("total"))))
                  .limit(rows.size())
                  .toList());
      assertThat(page.locator("#ranking-count").innerText())
          .endsWith("符合条件的 " + ranking.path("count").asText() + " 行");
      page.reload();
      visitor.settled();
      assertThat(page.inputValue("#ranking-stage"))
          .as("stands in the address")
          .isEqualTo("startup");
      page.locator("#ranking tbody th a").first().click();
      page.waitForURL("**/enterprises/**");
      page.goBack();
      visitor.settled();
      assertThat(page.inputValue("#ranking-stage")).as("on the way back").isEqualTo("startup");
      assertThat(Visitor.rows(page.locator("#ranking"))).isEqualTo(rows);
    }
  }

  @Test
  void rankingTurnsItsPagesAndFindsByName(Portal portal) {
    List<JsonNode> all = portal.api().items("/v1/years/2025/rankings", null);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      page.locator(".pages:visible").getByText("末行").click();
      assertThat(page.locator("#ranking tbody th").last().innerText())
          .isEqualTo(all.getLast().path("name").asText());
      String name = all.get(3).path("name").asText();
      page.fill("#ranking-search", name);
      assertThat(page.locator("#ranking tbody th").innerText()).isEqualTo(name);
      page.fill("#ranking-search", "虚勾");
      page.click("text=按拼音、简称或近似名称查找“虚勾”");
      page.waitForFunction("new URLSearchParams(location.search).has('q')");
      visitor.settled();
      assertThat(page.locator("#main").innerText()).contains("虚勾");
    }
  }

  @Test
  void nothingFoundSaysWhatToDo(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking?q=没有这样的企业");
      assertThat(page.locator(".notice").innerText())
          .contains("没有名称或代码包含“没有这样的企业”的已公布企业。", "请换一个词，或清除筛选条件。");
    }
  }

  @Test
  void cardShowsScoreRankAndCategories(Portal portal) {
    List<JsonNode> scores =
        portal
            .api()
            .json("/v1/years/2025/rankings?limit=20", null)
            .path("items")
            .valueStream()
            .map(item -> "/v1/years/2025/enterprises/" + item.path("uscc").asText())
            .map(address -> portal.api().json(address, null))
            .toList();
    JsonNode score =
        scores.stream().filter(one -> one.path("categories").isObject()).findFirst().orElseThrow();
    try (Visitor visitor = portal.anybody()) {
      visitor.open("/ranking");
      Page page = visitor.page();
      page.locator("#ranking tbody th a:not(.row-link)").nth(scores.indexOf(score)).click();
      page.waitForURL("**/enterprises/**");
      visitor.settled();
      assertThat(page.locator("h1").innerText()).isEqualTo(score.path("name").asText());
      assertThat(page.locator(".total b").innerText()).isEqualTo(points(score.path("total")));
      assertThat(page.locator(".places li").first().innerText())
          .isEqualTo(
              "全区 第 %s 名 共 %s 家"
                  .formatted(
                      score.at("/rank/overall").asText(), score.at("/rank/overallOf").asText()));
      assertThat(page.locator(".categories .number").allInnerTexts())
          .isNotEmpty()
          .containsExactlyElementsOf(
              list(score.path("categories")).stream().map(one -> points(one) + " / 100").toList());
    }
  }

  /** The quartiles of the stage are read beside the card, which waits for none. */
  @Test
  void cardStandsWithoutTheQuartilesOfItsStage(Portal portal) {
    JsonNode score = adjusted(portal);
    String address = "/enterprises/" + score.path("uscc").asText();
    try (Visitor visitor = portal.anybody().expecting("Failed to load")) {
      Page page = visitor.page();
      visitor.open(address);
      page.locator("#peers:has-text('中位数')").waitFor();
      page.route("**/overview", Route::abort);
      visitor.open(address);
      assertThat(page.locator(".total b").innerText()).isEqualTo(points(score.path("total")));
      assertThat(page.locator("#peers").innerText()).isEmpty();
      assertThat(page.locator("[role=alert]").count()).isZero();
    }
  }

  /** One whose total is decayed and who had one the year before. */
  private static JsonNode adjusted(Portal portal) {
    return portal.api().items("/v1/years/2025/rankings", null).stream()
        .map(item -> "/v1/years/2025/enterprises/" + item.path("uscc").asText())
        .map(address -> portal.api().json(address, null))
        .filter(score -> score.has("adjustments") && score.has("before"))
        .filter(score -> score.at("/adjustments/factor").asDouble() != 1)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void cardAddsUpToTheTotal(Portal portal) {
    JsonNode score = adjusted(portal);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/enterprises/" + score.path("uscc").asText());
      List<List<String>> rows = Visitor.rows(page.locator("figure table"));
      assertThat(rows.getLast().get(2)).isEqualTo(points(score.path("total")));
      assertThat(rows.get(3).get(0)).isEqualTo("加权得分");
      assertThat(rows.get(3).get(2)).isEqualTo(points(score.path("weighted")));
      double sum =
          rows.stream()
              .filter(row -> !List.of("加权得分", "总分").contains(row.get(0)))
              .mapToDouble(row -> Double.parseDouble(row.get(2)))
              .sum();
      assertThat(sum).isCloseTo(score.path("total").asDouble(), within(0.005 * rows.size()));
      assertThat(page.locator("#before").innerText())
          .startsWith("2024 年度总分 " + points(score.at("/before/total")) + " 分");
      page.locator("svg").waitFor();
      Pictures.take(page, "card-zh");
    }
  }

  /** Each card of the zone leads from its categories to its total. */
  @Test
  void everyCardAddsUp(Portal portal) {
    List<JsonNode> cards =
        portal.api().items("/v1/years/2025/rankings", null).stream()
            .map(item -> "/v1/years/2025/enterprises/" + item.path("uscc").asText())
            .map(address -> portal.api().json(address, null))
            // Points that would tell a figure of a dataset are left out with all that leads to
            // them.
            .filter(card -> !card.path("categories").isNull())
            .toList();
    assertThat(cards).hasSizeGreaterThan(150);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/enterprises/" + cards.getFirst().path("uscc").asText());
      Object without =
          page.evaluate(
              """
              async (cards) => {
                const at = (name) =>
                  performance.getEntriesByType('resource').map((one) => one.name)
                    .find((one) => one.includes(name));
                const { cardSteps } = await import(at('charts/waterfall-steps.'));
                const { rulebook } = await import(at('api/names.'));
                const parsed = JSON.parse(cards);
                const rules = await rulebook(parsed[0].rulebook);
                return parsed.filter((card) => !cardSteps(card, rules).length)
                  .map(({ uscc }) => uscc).join();
              }
              """,
              cards.toString());
      assertThat(cards).isNotEmpty();
      assertThat(without).as("cards that do not add up").isEqualTo("");
    }
  }

  @Test
  void englishPagesAreWithoutChineseButForNamesOfEnterprisesAndPlaces(Portal portal) {
    JsonNode score = adjusted(portal);
    String own = Pattern.quote(score.path("name").asText());
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/enterprises/" + score.path("uscc").asText() + "?lang=en");
      page.locator("svg").waitFor();
      Pictures.take(page, "card-en");
      assertThat(page.locator("#main").innerText().replaceAll(own, ""))
          .doesNotContainPattern("\\p{IsHan}");
      visitor.open("/rules?lang=en");
      assertThat(page.locator("#stages tbody th").allInnerTexts())
          .containsExactly("Mature", "Expansion", "Growth", "Start-up");
      assertThat(page.locator("#technology tbody th").allInnerTexts())
          .noneMatch(name -> name.matches(".*\\p{IsHan}.*"))
          .contains("R&D expenditure");
    }
  }

  @Test
  void enterprisesWithoutAPublishedScoreAreNotShown(Portal portal) {
    String excluded =
        portal
            .api()
            .items("/v1/years/2025/scores?edition=published&status=excluded", portal.api().bureau())
            .getFirst()
            .path("uscc")
            .asText();
    try (Visitor visitor = portal.anybody().expecting("404")) {
      Page page = visitor.open("/enterprises/" + excluded);
      assertThat(page.locator(".notice").innerText()).contains("这家企业在 2025 年度没有公开的积分结果。");
      assertThat(page.locator("#main").innerText()).doesNotContain("excluded", "credit", "负面清单");
    }
  }

  @Test
  void listsAreThoseTheApiAnnounces(Portal portal) {
    List<JsonNode> listed = portal.api().items("/v1/years/2025/lists", null);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/lists");
      assertThat(listed).isNotEmpty();
      assertThat(page.locator("tbody .uscc").allInnerTexts())
          .containsExactlyInAnyOrderElementsOf(
              listed.stream().map(row -> row.path("uscc").asText()).toList());
      assertThat(page.locator("#seeds").count()).as("the seeds are for the offices").isZero();
    }
  }

  @Test
  void missingPageSaysSo(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("404")) {
      assertThat(visitor.open("/nowhere").locator("h1").innerText()).isEqualTo("没有这个页面");
    }
  }
}
