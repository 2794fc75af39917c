package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Enterprises side by side, and their names suggested while one types. */
@PortalTest
class ComparePageTest {

  /** A code that nobody has. */
  private static final String NOBODY = "91350100M000100Y43";

  private static List<JsonNode> best(Portal portal, int count) {
    JsonNode items =
        portal.api().json("/v1/years/2025/rankings?limit=" + count, null).path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private static String codes(List<JsonNode> enterprises) {
    return String.join(",", enterprises.stream().map(one -> one.path("uscc").asText()).toList());
  }

  private static String points(JsonNode number) {
    return String.format(Locale.ROOT, "%.2f", number.asDouble());
  }

  @Test
  void twoAreComparedFromTheRankingInThreeClicks(Portal portal) {
    List<JsonNode> best = best(portal, 2);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      assertThat(page.locator(".tray").isHidden()).isTrue();
      page.locator("#ranking .tick input").nth(0).check();
      page.locator("#ranking .tick input").nth(1).check();
      assertThat(page.locator(".tray [role=status]").innerText()).isEqualTo("已选 2 家，最多 4 家");
      Pictures.take(page, "ranking-tray");
      page.reload();
      visitor.settled();
      assertThat(page.locator("#ranking .tick input").nth(1).isChecked())
          .as("the choice stands in the address")
          .isTrue();
      page.locator(".tray a").click();
      page.waitForURL("**/compare?ids=*");
      visitor.settled();
      assertThat(page.locator("#comparison thead a").allInnerTexts())
          .containsExactlyElementsOf(best.stream().map(one -> one.path("name").asText()).toList());
      assertThat(page.locator("#comparison tbody tr:has-text('总分') td").allInnerTexts())
          .startsWith(points(best.get(0).path("total")), points(best.get(1).path("total")));
    }
  }

  @Test
  void fourStandSideBySideWithTheirYears(Portal portal) {
    List<JsonNode> best = best(portal, 4);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/compare?ids=" + codes(best));
      assertThat(page.locator("#comparison thead a").count()).isEqualTo(4);
      assertThat(page.locator("#full").innerText()).isEqualTo("已有 4 家，移除一家后可以再加。");
      page.locator("figure:has-text('历年总分') summary").click();
      JsonNode before =
          portal
              .api()
              .json("/v1/years/2024/enterprises/" + best.get(0).path("uscc").asText(), null);
      assertThat(
              page.locator("figure:has-text('历年总分') tbody tr")
                  .first()
                  .locator("td")
                  .allInnerTexts())
          .endsWith(points(before.path("total")), points(best.get(0).path("total")));
      page.locator("figure:has-text('历年总分') summary").click();
      for (int chart = 0; chart < 2; chart++) {
        page.locator(".canvas").nth(chart).scrollIntoViewIfNeeded();
        page.locator(".canvas").nth(chart).locator("svg").waitFor();
      }
      Pictures.take(page, "compare");
      page.setViewportSize(390, 844);
      Pictures.take(page, "compare-390");
      page.setViewportSize(1440, 900);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Pictures.take(page, "compare-dark");
      page.emulateMedia(
          new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.PRINT));
      Pictures.take(page, "compare-print");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      page.locator("#comparison thead button").first().click();
      page.waitForCondition(() -> page.locator("#comparison thead a").count() == 3);
      assertThat(page.url()).endsWith("ids=" + codes(best.subList(1, 4)).replace(",", "%2C"));
    }
  }

  /** Whose points by category are not public may have more than who is best of the others. */
  @Test
  void noneIsBestWhereOneIsNotPublic(Portal portal) {
    List<JsonNode> best = best(portal, 50);
    JsonNode hidden = one(portal, best, true);
    JsonNode shown = one(portal, best, false);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/compare?ids=" + codes(List.of(hidden, shown)));
      Locator technology = page.locator("#comparison tbody tr:has-text('技术创新指标得分') td");
      assertThat(technology.first().innerText()).isEqualTo("不公布");
      assertThat(technology.nth(1).getAttribute("class")).doesNotContain("strong");
      assertThat(page.locator("figure:has-text('分类得分对比')").innerText()).doesNotContain("最高的是");
      assertThat(page.locator("figure:has-text('历年总分')").innerText()).contains("最高的是");
    }
  }

  private static JsonNode one(Portal portal, List<JsonNode> of, boolean hidden) {
    return of.stream()
        .map(
            item ->
                portal.api().json("/v1/years/2025/enterprises/" + item.path("uscc").asText(), null))
        .filter(card -> card.path("categories").isNull() == hidden)
        .findFirst()
        .orElseThrow();
  }

  /** In the lists, without a call for each row. */
  @Test
  void rankingSaysHowRanksHaveMovedAndDrawsTheYears(Portal portal) {
    JsonNode first = best(portal, 1).getFirst();
    JsonNode before =
        portal.api().json("/v1/years/2024/enterprises/" + first.path("uscc").asText(), null);
    int up = before.at("/rank/overall").asInt() - first.at("/rank/overall").asInt();
    assertThat(up).isPositive();
    try (Visitor visitor = portal.anybody()) {
      var calls = new ArrayList<String>();
      visitor
          .page()
          .onRequest(
              request -> {
                if (request.url().contains("/rankings")) {
                  calls.add(request.url());
                }
              });
      Page page = visitor.open("/ranking");
      assertThat(calls).as("the year, and those before it").hasSize(2);
      Locator row = page.locator("#ranking tbody tr").first();
      assertThat(row.locator(".moved").innerText().replaceAll("\\s", "")).isEqualTo("上升▲" + up);
      assertThat(row.locator(".sparkline").getAttribute("aria-label"))
          .isEqualTo(
              "2024 年 %s 分、2025 年 %s 分"
                  .formatted(points(before.path("total")), points(first.path("total"))));
      assertThat(page.locator("#ranking .moved .badge").first().innerText()).isEqualTo("新");
      assertThat(
              page.evaluate(
                  "(() => { const one = document.querySelector('#ranking').closest('.scroll');"
                      + " return one.scrollWidth - one.clientWidth; })()"))
          .as("pixels by which the list is wider than a desk's window")
          .isEqualTo(0);
      Pictures.take(page, "ranking-1440");
      page.setViewportSize(390, 844);
      Pictures.take(page, "ranking-390");
    }
  }

  @Test
  void rankingStandsWithoutTheYearsBefore(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("Failed to load resource")) {
      visitor.page().route("**/v1/years/2024/rankings*", Route::abort);
      Page page = visitor.open("/ranking");
      assertThat(page.locator("#ranking tbody tr").count()).isPositive();
      assertThat(page.locator("#ranking .moved").count()).isZero();
    }
  }

  @Test
  void moreThanFourAreRefused(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/compare?ids=" + codes(best(portal, 6)));
      assertThat(page.locator(".notice[role=alert] p").innerText())
          .isEqualTo("最多同时对比 4 家企业，地址中有 6 家，没有对比。");
      page.locator(".notice a").click();
      page.waitForCondition(() -> page.locator("#comparison thead a").count() == 4);
    }
  }

  /** Unknown, not ranked and no code at all: the same answer, as the API gives one class. */
  @Test
  void whoIsNotPublicIsOneClass(Portal portal) {
    String known = best(portal, 1).getFirst().path("uscc").asText();
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/compare?ids=" + known + "," + NOBODY + ",x");
      assertThat(page.locator("#absent p").innerText())
          .isEqualTo("在 2025 年度没有公开的积分结果：" + NOBODY + "、X。");
      assertThat(page.locator("#comparison thead a").count()).isEqualTo(1);
      page.locator("#absent a").click();
      page.waitForURL(address -> !address.contains(NOBODY));
      page.locator("#comparison thead a").first().waitFor();
      visitor.settled();
      assertThat(page.locator("#absent").count()).isZero();
      assertThat(page.locator("#comparison thead a").count()).isEqualTo(1);
    }
  }

  @Test
  void namesAreSuggestedAndChosenByKeyboard(Portal portal) {
    JsonNode first = best(portal, 1).getFirst();
    String name = first.path("name").asText();
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/");
      page.locator("#find").focus();
      page.keyboard().type(name);
      page.locator("[role=option]").first().waitFor();
      assertThat(page.getAttribute("#find", "aria-expanded")).isEqualTo("true");
      assertThat(page.locator(".combobox [role=status]").innerText()).endsWith("用上下方向键选择。");
      page.keyboard().press("ArrowDown");
      String active = page.getAttribute("#find", "aria-activedescendant");
      assertThat(page.locator("[role=option][aria-selected=true]").getAttribute("id"))
          .isEqualTo(active);
      Pictures.take(page, "suggestions");
      page.keyboard().press("Escape");
      assertThat(page.locator("[role=listbox]").isHidden()).isTrue();
      assertThat(page.inputValue("#find")).as("what was typed stays").isEqualTo(name);
      page.keyboard().press("ArrowDown");
      page.locator("[role=option]").first().waitFor();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL("**/enterprises/" + first.path("uscc").asText() + "*");
      visitor.settled();
    }
  }

  @Test
  void suggestedEnterpriseIsAddedToTheComparison(Portal portal) {
    List<JsonNode> best = best(portal, 2);
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/compare");
      assertThat(page.locator(".notice").innerText()).startsWith("还没有选择企业。");
      for (JsonNode one : best) {
        page.locator("#add").pressSequentially(one.path("uscc").asText());
        page.locator("[role=option]").first().click();
        page.locator("#comparison thead a:has-text('" + one.path("name").asText() + "')").waitFor();
        visitor.settled();
      }
      assertThat(page.locator("#comparison thead a").count()).isEqualTo(2);
    }
  }

  @Test
  void searchWorksWithoutSuggestions(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("Failed to load resource")) {
      Page page = visitor.page();
      page.route(Pattern.compile(".*/v1/enterprises\\?.*limit=8$"), Route::abort);
      visitor.open("/");
      page.locator("#find").pressSequentially("科技");
      page.locator(".combobox [role=status]:has-text('暂时不能提示企业名称。')").waitFor();
      assertThat(page.locator("[role=listbox]").isHidden()).isTrue();
      page.keyboard().press("Enter");
      page.waitForURL("**/ranking?year=2025&q=*");
      visitor.settled();
      assertThat(page.locator("#summary").innerText()).startsWith("检索“科技”");
    }
  }
}
