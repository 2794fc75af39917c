package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The page of an indicator: what it measures, an example to try, what enterprises have earned. */
@PortalTest
class IndicatorPageTest {

  @Test
  void ruleIsUnderstoodFromTheRulesInTwoSteps(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/rules");
      page.locator("#rule-technology tbody th a").first().click();
      page.waitForURL("**/indicators/1.1?rulebook=*");
      visitor.settled();
      assertThat(page.locator("h1").innerText()).isEqualTo("1.1 研发费用金额");
      assertThat(page.locator("#measure dd").first().innerText()).isEqualTo("研发费用（万元）");
      assertThat(page.locator("#measure .basis").allInnerTexts())
          .containsExactly("表2、表6", "曲线由本系统设定");
      assertThat(page.locator("#curve figure figcaption").allInnerTexts())
          .containsExactly("初创期", "成长期", "扩张期", "成熟期");
      assertThat(page.locator("#distribution").count()).as("a rulebook has no year").isZero();
      page.fill("#try-value", "250");
      page.selectOption("#try-stage", "growth");
      assertThat(page.locator("#example").innerText())
          .isEqualTo(
              "成长期企业，250 万元：得满分的 50%，即 12 × 50% = 6.00 分。"
                  + " 技术创新指标权重 35%，计入总分 6.00 × 35% = 2.10 分。");
      page.reload();
      visitor.settled();
      assertThat(page.inputValue("#try-value")).as("it stands in the address").isEqualTo("250");
      assertThat(page.locator("#example").innerText()).startsWith("成长期企业，250 万元：");
      page.fill("#try-value", "");
      assertThat(page.locator("#example").innerText()).isEqualTo("请填写一个数。");
    }
  }

  /** The page computes in the page; the scorer is what counts. */
  @Test
  void exampleIsWhatTheScorerComputes(Portal portal) {
    String uscc =
        portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
    JsonNode profile =
        portal.api().json("/v1/years/2025/enterprises/" + uscc + "/profile", portal.api().bureau());
    try (Visitor visitor = portal.anybody()) {
      for (String id : List.of("1.2", "1.4", "2.2", "3.6", "3.9", "3.10")) {
        JsonNode earned =
            StreamSupport.stream(profile.path("indicators").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(earned.path("value").isNumber()).as(id).isTrue();
        Page page =
            visitor.open(
                "/indicators/%s?year=2025&try.stage=%s&try.value=%s"
                    .formatted(id, profile.path("stage").asText(), earned.path("value").asText()));
        assertThat(page.locator("#example").innerText())
            .as(id)
            .contains(String.format(Locale.ROOT, " = %.2f 分。", earned.path("points").asDouble()));
      }
    }
  }

  @Test
  void distributionIsThatOfTheReport(Portal portal) {
    JsonNode found =
        portal.api().json("/v1/years/2025/report", null).at("/performance/indicators/1");
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/indicators/1.2");
      page.locator("table.bands").waitFor();
      assertThat(page.locator("table.bands tbody tr").allInnerTexts().stream().map(String::strip))
          .containsExactlyElementsOf(
              StreamSupport.stream(found.path("bands").spliterator(), false)
                  .map(
                      band ->
                          "%d%%–%d%%\t\t%d 家"
                              .formatted(
                                  band.path("from").asInt(),
                                  band.path("to").asInt(),
                                  band.path("enterprises").asInt()))
                  .toList());
      Pictures.take(page, "indicator");
      page.setViewportSize(390, 844);
      Pictures.take(page, "indicator-390");
      page.setViewportSize(1440, 900);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Pictures.take(page, "indicator-dark");
      page.emulateMedia(
          new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.PRINT));
      Pictures.take(page, "indicator-print");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      page.locator("#neighbours a[rel=next]").click();
      page.waitForURL("**/indicators/1.3");
      visitor.settled();
      assertThat(page.locator("h1").innerText()).isEqualTo("1.3 研发费用占营业收入的比例");
    }
  }

  @Test
  void pageStandsWithoutTheReport(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("Failed to load resource")) {
      visitor.page().route("**/v1/years/*/report", Route::abort);
      Page page = visitor.open("/indicators/3.10?year=2025");
      page.locator("#distribution p:not(.loading)").waitFor();
      assertThat(page.locator("#distribution p").innerText()).isEqualTo("这一年度没有公布各项指标的得分分布。");
      page.selectOption("#try-value", "0.7");
      assertThat(page.locator("#example").innerText()).startsWith("初创期企业，省级：得满分的 70%");
    }
  }

  @Test
  void unknownIndicatorSaysSo(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/indicators/9.9");
      assertThat(page.locator(".notice").innerText()).startsWith("这部规则没有编号为 9.9 的指标。");
    }
  }
}
