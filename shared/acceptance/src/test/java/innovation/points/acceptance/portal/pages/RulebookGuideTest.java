package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@PortalTest
class RulebookGuideTest {

  @Test
  void explainsEveryPartOfARulebook(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/rulebook-guide");
      assertThat(page.locator("h1").innerText()).isEqualTo("规则编写指南");
      assertThat(page.locator("details > summary > h2").allInnerTexts())
          .containsExactly(
              "怎样提交", "文件的各段", "每条都要有出处", "指标的取值", "曲线：由值到得分", "现行曲线图", "扣分、附加分、衰减和总分", "案例", "校准");
    }
  }

  @Test
  void drawsTheCurvesOfTheRulebookInForce(Portal portal) {
    JsonNode indicators =
        portal.api().json("/v1/rulebooks/xinxiang-2022-110", null).at("/rules/indicators");
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/rulebook-guide");
      page.locator("details.card > summary").all().stream().skip(1).forEach(Locator::click);
      List<String> expected = new ArrayList<>();
      for (JsonNode one : indicators) {
        expected.add(
            "%s %s（%s 分）"
                .formatted(
                    one.path("id").asText(),
                    one.path("name").asText(),
                    one.path("points").asText()));
      }
      assertThat(page.locator(".indicator h3").allInnerTexts()).isEqualTo(expected);

      Locator expense =
          page.locator(".indicator", new Page.LocatorOptions().setHasText("1.1 研发费用金额"));
      assertThat(expense.locator("figcaption").allInnerTexts())
          .containsExactly("成熟期", "扩张期", "成长期", "初创期");
      assertThat(expense.locator("svg").first().getAttribute("aria-label"))
          .isEqualTo("研发费用金额 · 成熟期 · 0 万元 得 0% · 2,000 万元 得 100%");
      assertThat(expense.locator("svg").first().locator("circle").count()).isEqualTo(2);
      Locator growth =
          page.locator(".indicator", new Page.LocatorOptions().setHasText("1.2 研发费用增速"));
      assertThat(growth.locator("figcaption").allInnerTexts())
          .containsExactly("成熟期", "扩张期 · 成长期 · 初创期");
      assertThat(growth.locator("svg").last().locator("circle").count()).isEqualTo(6);
      assertThat(
              page.locator(".indicator", new Page.LocatorOptions().setHasText("3.14 上市企业"))
                  .innerText())
          .contains("按上述比例得分");
    }
  }

  @Test
  void isFoundFromTheRules(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/rules");
      page.locator("a", new Page.LocatorOptions().setHasText("规则编写指南")).click();
      page.waitForURL("**/rulebook-guide");
    }
  }
}
