package innovation.points.acceptance.portal.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@PortalTest
class LettersAndQuestionsTest {

  private static String ranked(Portal portal, int year) {
    return portal
        .api()
        .json("/v1/years/%d/rankings?limit=1".formatted(year), null)
        .at("/items/0/uscc")
        .asText();
  }

  @Test
  void letterIsIssuedAndFoundGenuine(Portal portal) {
    try (Visitor visitor = portal.enterprise(ranked(portal, 2025))) {
      Page page = visitor.open("/portrait?year=2025");
      page.click("#letter");
      page.waitForURL("**/letters**");
      visitor.settled();
      JsonNode letter =
          portal.api().json("/v1/letters/" + page.locator("#code").inputValue(), null);
      assertThat(page.locator(".letter .notice").innerText())
          .isEqualTo("真实有效：这份函由本系统出具，总分和企业阶段与现在公布的一致；排名为出具时的名次。");
      assertThat(page.locator("#signature").innerText()).isEqualTo("电子签名有效：以本系统公布的公钥核验，签名内容与此函一致。");
      assertThat(String.join("\n", page.locator(".letter-text p").allTextContents()))
          .isEqualTo(letter.path("text").asText());
    }
  }

  @Test
  void reasonToRevokeALetterIsKeptUntilItIsSent(Portal portal) {
    String code;
    try (Visitor visitor = portal.enterprise(ranked(portal, 2025))) {
      visitor.open("/portrait?year=2025").click("#letter");
      visitor.page().waitForURL("**/letters**");
      visitor.settled();
      code = visitor.page().locator("#code").inputValue().replace(" ", "");
    }
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/letters");
      visitor.typeAndReload("#revoke-" + code + " [name=reason]", "印章有误，重新出具");
      page.click("#revoke-" + code + " [type=submit]");
      page.locator("#issued", new Page.LocatorOptions().setHasText("印章有误，重新出具")).waitFor();
      assertThat(page.locator("#revoke-" + code).count()).isZero();
    }
  }

  @Test
  void unknownCodeIsSaidToBeUnknown(Portal portal) {
    try (Visitor visitor = portal.anybody().expecting("404")) {
      Page page = visitor.open("/letters");
      page.fill("#code", "2345 6789 ABCD EFGH JKLM");
      page.click("form.search [type=submit]");
      page.waitForURL("**code=**");
      visitor.settled();
      assertThat(page.locator(".notice").innerText()).startsWith("没有这个核验码的参考函，请与函上的逐字核对。");
    }
  }

  /**
   * As three persons: who asks with a paper, the bureau that assigns, the department that answers.
   */
  @Test
  void objectionIsClosedByACorrectedFile(Portal portal) throws Exception {
    String uscc = ranked(portal, 2024);
    publishWithNotice(portal, portal.api().today().plusDays(7));
    String at;
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/questions?year=2024");
      page.selectOption("#about", "indicator=1.10");
      visitor.typeAndReload("#text", "发明专利授权应为 5 件，见专利证书。");
      page.setInputFiles(
          "#attachments",
          new FilePayload("专利证书.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8)));
      page.click("#ask [type=submit]");
      page.locator("#question[data-state=open]").waitFor();
      assertThat(page.locator("#question").innerText())
          .contains("1.10 当年发明专利授权数", "受理编号 2024-", "发明专利授权应为 5 件，见专利证书。");
      String paper = page.locator("#question .files a").getAttribute("href");
      assertThat(new String(new URI(paper).toURL().openStream().readAllBytes(), UTF_8))
          .isEqualTo("%PDF-1.7");
      at = page.url().replaceFirst(".*/questions", "/questions");
    }
    try (Visitor visitor = portal.approver()) {
      Page page = visitor.open(at);
      assertThat(page.locator("#moves textarea").count()).as("answers nothing").isZero();
    }
    try (Visitor visitor = portal.department("tax")) {
      Page page = visitor.open("/questions?year=2024");
      assertThat(page.locator("#main").innerText()).doesNotContain("专利");
    }
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/questions?year=2024&state=open");
      page.click("#questions tbody a[href*='question=']");
      page.selectOption("#moves [name=department]", "market");
      page.fill("#moves [name=days]", "5");
      page.click("#moves [type=submit]");
      page.locator("#question[data-state=assigned]").waitFor();
    }
    try (Visitor visitor = portal.department("market").expecting("409")) {
      Page page = visitor.open(at);
      visitor.typeAndReload("#moves textarea", "经核实属实，已更正。");
      page.click("#moves [name=uphold]");
      page.locator("text=数据尚未更正").waitFor();
    }
    try (Visitor visitor = portal.officer("zhao.min", "赵敏", "market")) {
      Page page = visitor.open("/uploads?year=2024&dataset=intellectual-property");
      String corrected = "统一社会信用代码,当年发明专利授权数(件)\n%s,5\n".formatted(uscc);
      page.setInputFiles(
          "#file", new FilePayload("corrected.csv", "text/csv", corrected.getBytes(UTF_8)));
      page.locator(".file .take").click();
      page.locator(".file .verdict:has-text('全部采用')").waitFor();
      portal.api().awaitQuiet();
      visitor.open(at);
      page.locator("#question[data-state=corrected]").waitFor();
      page.fill("#moves textarea", "经核实属实，已更正。");
      page.click("#moves [name=uphold]");
      page.locator("#question[data-state=answered]").waitFor();
      assertThat(page.locator("#history").innerText()).contains("5 件，", "corrected.csv 第 2 行（版本 ");
      assertThat(page.locator("#history > li[data-state=corrected]").innerText())
          .as("who brought the file that corrected it")
          .contains("赵敏");
    }
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open(at);
      assertThat(page.locator("#question .badge").allInnerTexts()).contains("成立");
      Pictures.take(page, "question-answered-1440");
      page.click("text=同意答复");
      page.locator("#question[data-state=closed]").waitFor();
      assertThat(page.locator("#history > li").allInnerTexts()).hasSize(5);
    }
  }

  private static void publishWithNotice(Portal portal, LocalDate until) {
    try (Visitor visitor = portal.person("wang.jianguo", "王建国", "approver")) {
      Page page = visitor.open("/runs?year=2024&run=" + generation(portal));
      assertThat(page.locator("#publish").count()).as("in force already").isZero();
    }
    portal
        .api()
        .publish(
            2024,
            "{\"generation\":\"%s\",\"noticeUntil\":\"%s\"}".formatted(generation(portal), until));
    assertThat(portal.api().json("/v1/years", null).at("/items/1/noticeUntil").asText())
        .isEqualTo(until.toString());
  }

  private static String generation(Portal portal) {
    return portal.api().json("/v1/years", null).at("/items/1/generation").asText();
  }
}
