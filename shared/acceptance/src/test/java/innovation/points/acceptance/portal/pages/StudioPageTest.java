package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rulebook studio: values are moved by keyboard, and all ranks follow. */
@PortalTest
class StudioPageTest {

  private static void waitFor(Page page, String place, String text) {
    page.locator(place + ":has-text('" + text + "')").waitFor();
  }

  @Test
  void allRanksFollowAValueThatIsMoved(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/studio?indicator=1.3");
      waitFor(page, "#moved", "名次都不变。");
      int ranked = portal.api().items("/v1/years/2025/rankings", null).size();
      assertThat(page.locator("#tried").innerText()).contains("名次");
      assertThat(ranked).isPositive();
      assertThat(page.locator("output[for=points]").innerText()).isEqualTo("12");

      page.locator("#points").press("End");
      waitFor(page, "#moved", "名次有变的");
      assertThat(page.locator("#tried .badge.good, #tried .badge.bad").count()).isPositive();
      assertThat(page.locator("#changes li").allInnerTexts())
          .containsExactly("1.3 研发费用占营业收入的比例：分值 12 → 36 恢复");

      page.locator("#stretch").press("ArrowRight");
      assertThat(page.locator("output[for=stretch]").innerText()).startsWith("现行的 105%：初创期 10.5%");
      assertThat(page.locator("#changes li").count()).isEqualTo(5);
      bureau.settled();
      assertThat(page.locator("#tried .notice").count()).isZero();
      Pictures.take(page, "studio");

      page.locator("#undo-all").press("Enter");
      waitFor(page, "#moved", "名次都不变。");
      assertThat(page.locator("output[for=points]").innerText()).isEqualTo("12");
    }
  }

  @Test
  void weightsOfAStageAddUpToOne(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/studio?stage=mature");
      waitFor(page, "#moved", "名次都不变。");
      page.locator("#weight-technology").press("Home");
      // 0.30 and 0.50 share the 0.99 that are left: 0.37125 and 0.61875, rounded to 4 digits.
      assertThat(page.locator("output[for=weight-growth]").innerText()).isEqualTo("37.1%");
      assertThat(page.locator("output[for=weight-auxiliary]").innerText()).isEqualTo("61.9%");
      waitFor(page, "#moved", "名次有变的");
      page.reload();
      page.locator(".draft button").waitFor();
      waitFor(page, "#moved", "名次有变的");
      assertThat(page.locator("#changes li").allInnerTexts())
          .containsExactly("成熟期：技术创新指标权重 0.2 → 0.01 恢复");
      page.click(".draft button");
      waitFor(page, "#moved", "名次都不变。");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "environment-warning | 环境信用等级警示：扣分 5 → 20 | "
            + "{\"id\":\"environment-warning\",\"effect\":{\"deduct\":20},\"basis\":\"default\"}",
        "major-project-国家级 | 重大科技项目（国家级）：加分 3 → 12 | "
            + "{\"id\":\"major-project\",\"levels\":{\"points\":{\"国家级\":12}},\"basis\":\"default\"}",
        "growth-stay-9 | 在成长期停留（9 年起）：系数 0.9 → 1 | "
            + "{\"id\":\"growth-stay\",\"factors\":{\"9\":1},\"basis\":\"default\"}"
      })
  void ranksFollowADeductionABonusAndAFactor(
      String value, String change, String text, Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      var sent = new ArrayList<String>();
      bureau
          .page()
          .onRequest(
              request -> {
                if (request.url().endsWith("/trials")) {
                  sent.add(request.postData().replace("\\\"", "\""));
                }
              });
      Page page = bureau.open("/studio");
      waitFor(page, "#moved", "名次都不变。");
      Locator slider = page.locator("#adjusted-" + value);
      slider.scrollIntoViewIfNeeded();
      BoundingBox box = slider.boundingBox();
      double middle = box.y + box.height / 2;
      page.mouse().move(box.x + box.width / 2, middle);
      page.mouse().down();
      page.mouse().move(box.x + box.width, middle, new Mouse.MoveOptions().setSteps(5));
      waitFor(page, "#moved", "名次有变的");
      page.mouse().up();
      assertThat(page.locator("#changes li").allInnerTexts()).containsExactly(change + " 恢复");
      // What it was on the way there may have been tried before.
      page.waitForCondition(() -> sent.getLast().contains(text));

      slider.press("ArrowLeft");
      assertThat(page.locator("#changes li").innerText()).doesNotStartWith(change);
      page.locator("#undo-all").press("Enter");
      waitFor(page, "#moved", "名次都不变。");
    }
  }

  @Test
  void whatIsMovedLeavesRoomForTheOthers(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/studio?indicator=1.1");
      waitFor(page, "#moved", "名次都不变。");
      page.click("#make-draft");
      waitFor(page, "main", "还没有改动。");
      for (String id : new String[] {"1.1", "1.2", "1.3"}) {
        page.selectOption("#indicator", id);
        page.locator("#points").press("End");
      }
      // Of the 100 points of the category, 36 and 36 are taken: less than 28 are left.
      assertThat(page.locator("output[for=points]").innerText()).isEqualTo("27.5");
      waitFor(page, "#moved", "名次有变的");
      page.click("#undo-all");
      waitFor(page, "#moved", "名次都不变。");
    }
  }

  @Test
  void aFindingLeadsToTheIndicatorItIsOf(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/diagnostics");
      page.locator("#findings a[href^='/studio']").first().click();
      waitFor(page, "#moved", "名次都不变。");
      assertThat(page.locator("#found li").count()).isPositive();
    }
  }
}
