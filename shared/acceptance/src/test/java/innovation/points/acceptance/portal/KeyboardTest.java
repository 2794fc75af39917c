package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Uses the portal with the keyboard only. */
@PortalTest
class KeyboardTest {

  private static final int MOST_STEPS = 200;

  /** Presses Tab until the focus is on the selected element. */
  private static void tabTo(Page page, String selector) {
    var passed = new ArrayList<String>();
    for (int step = 0; step < MOST_STEPS; step++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector)) {
        assertThat(
                page.evaluate(
                    "getComputedStyle(document.activeElement.matches('.unseen') ?"
                        + " document.activeElement.nextElementSibling :"
                        + " document.activeElement).outlineStyle"))
            .as("the focus is seen")
            .isNotEqualTo("none");
        return;
      }
      passed.add((String) page.evaluate("document.activeElement.outerHTML.slice(0, 60)"));
    }
    throw new AssertionError("Tab does not come to " + selector + " but to " + passed);
  }

  @Test
  void firstTabSkipsToTheContent(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip").evaluate("(one) => one === document.activeElement"))
          .isEqualTo(true);
      assertThat(page.locator(".skip").boundingBox().x).as("it comes into sight").isPositive();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      page.keyboard().press("Enter");
      tabTo(page, "#year, #ranking-search");
      assertThat(asked)
          .as("a place on the page is no other page")
          .noneMatch(address -> address.contains("/v1/"));
    }
  }

  @Test
  void rankingIsFilteredAndSearched(Portal portal) {
    String name =
        portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/name").asText();
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      tabTo(page, "#ranking-stage");
      page.keyboard().press("End");
      page.waitForCondition(() -> page.url().contains("ranking.stage=mature"));
      assertThat(focused(page)).as("the focus stays").isEqualTo("ranking-stage");
      page.keyboard().press("Home");
      page.waitForCondition(() -> !page.url().contains("stage="));
      page.keyboard().press("Shift+Tab");
      page.keyboard().type(name);
      assertThat(page.locator("#ranking tbody th").innerText()).isEqualTo(name);
    }
  }

  @Test
  void fileIsChosenAndSent(Portal portal) {
    try (Visitor visitor = portal.department("emergency")) {
      Page page = visitor.open("/uploads?year=2026");
      tabTo(page, "#file");
      FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
      chooser.setFiles(
          new FilePayload(
              "keyboard.csv",
              "text/csv",
              "统一社会信用代码,发生较大及以上安全生产事故,发生群体性事件\n91410700XN2076766U,否,否\n"
                  .getBytes(StandardCharsets.UTF_8)));
      page.locator(".file .take").waitFor();
      tabTo(page, ".file .take");
      page.keyboard().press("Enter");
      page.locator(".file .verdict:has-text('全部采用')").waitFor();
      assertThat(page.locator(".file .verdict").innerText()).isEqualTo("全部通过 共 1 行，全部采用。");
    }
  }

  @Test
  void dialogTakesTheFocusAndGivesItBack(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/data");
      tabTo(page, "#rebuild");
      page.keyboard().press("Enter");
      assertThat(focused(page)).as("what does nothing is nearest").isEqualTo("refuse");
      page.keyboard().press("Escape");
      page.waitForCondition(() -> page.locator("dialog").count() == 0);
      assertThat(focused(page)).isEqualTo("rebuild");
      page.keyboard().press("Enter");
      page.keyboard().press("Shift+Tab");
      assertThat(focused(page)).isEqualTo("confirm");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForCondition(() -> page.locator("dialog").count() == 0);
      assertThat(focused(page)).isEqualTo("rebuild");
    }
  }

  @Test
  void figuresAreMoved(Portal portal) {
    String uscc =
        portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/simulator");
      tabTo(page, "input[type=range]");
      page.keyboard().press("Home");
      page.locator(".move.changed").waitFor();
      String moved = page.locator(".move.changed input[type=number]").inputValue();
      assertThat(moved).isEqualTo("0");
      tabTo(page, "#move-rdExpense");
      page.keyboard().press("Control+A");
      page.keyboard().type("0");
      page.locator("#moved").waitFor();
      tabTo(page, "fieldset button");
      page.keyboard().press("Enter");
      page.waitForCondition(() -> page.locator(".move.changed").count() == 0);
    }
  }

  @Test
  void tablesAreSortedAndColumnsChosen(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/draft");
      tabTo(page, ".chooser summary");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Space");
      assertThat(page.locator("#scores thead").innerText()).doesNotContain("统一社会信用代码");
      tabTo(page, "#scores th button");
      page.keyboard().press("Enter");
      assertThat(page.locator("#scores th[aria-sort=ascending]").innerText()).startsWith("企业");
      assertThat(page.evaluate("document.activeElement.matches('#scores th button')"))
          .as("the focus stays")
          .isEqualTo(true);
    }
  }

  /** The id of the focused element. */
  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.id");
  }
}
