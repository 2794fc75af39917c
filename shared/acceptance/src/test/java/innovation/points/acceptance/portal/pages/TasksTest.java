package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.portal.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the public, enterprises, banks and auditors come for, done with what the pages show. */
@PortalTest
class TasksTest {

  @AfterAll
  static void print() {
    Way.print();
  }

  private static JsonNode best(Portal portal) {
    return portal.api().items("/v1/years/2025/rankings", null).getFirst();
  }

  @Test
  void anybodyFindsAnEnterpriseByPartOfItsNameAndSeesWhyItRanksThere(Portal portal) {
    JsonNode best = best(portal);
    String part = best.path("name").asText().substring(3, 5);
    try (Visitor visitor = portal.anybody()) {
      var way = new Way(visitor, "/");
      way.page.locator("#find").pressSequentially(part);
      way.click("[role=option]:has-text('" + best.path("name").asText() + "')")
          .arrives("**/enterprises/" + best.path("uscc").asText() + "*");
      assertThat(way.text("#main")).contains(best.path("name").asText(), "三类指标得分", "第 1 名");
      way.done("anybody", "find by part of a name, and see why it ranks there");
    }
  }

  @Test
  void anybodyComparesTwoAndDownloads(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      var way = new Way(visitor, "/");
      way.click("nav a[href='/ranking']").arrives("**/ranking");
      way.click("#ranking tr:nth-child(1) .tick input")
          .click("#ranking tr:nth-child(2) .tick input");
      way.click(".tray a").arrives("**/compare?ids=*");
      assertThat(way.page.locator("#comparison thead a").count()).isEqualTo(2);
      way.done("anybody", "compare two");
      var download = new Way(visitor, "/");
      download.click("nav a[href='/ranking']").arrives("**/ranking");
      Download file = download.page.waitForDownload(() -> download.click("button:has-text('CSV')"));
      assertThat(file.suggestedFilename()).endsWith(".csv");
      download.done("anybody", "download the ranking");
    }
  }

  @Test
  void anybodyUnderstandsARule(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      var way = new Way(visitor, "/");
      way.click("nav a[href='/rules']").arrives("**/rules");
      way.click("#main a[href^='/indicators/']").arrives("**/indicators/*");
      assertThat(way.text("#main")).contains("满分", "依据");
      way.done("anybody", "understand one rule");
    }
  }

  @Test
  void anEnterpriseSeesItsScoreAndTriesTheSteps(Portal portal) {
    String uscc = best(portal).path("uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      var way = new Way(visitor, "/desk");
      way.click("#desk-result .links a").arrives("**/portrait*");
      assertThat(way.text("#main")).contains("总分构成");
      way.done("enterprise", "score, and why");
      var steps = new Way(visitor, "/desk");
      steps.click("#desk-steps .links a").arrives("**/simulator*");
      String before = steps.text("#simulated");
      for (int step = 0; step < 3; step++) {
        steps.click("#steps li:nth-child(" + (step + 1) + ") button");
        visitor.settled();
      }
      steps.page.waitForCondition(() -> !steps.text("#simulated").equals(before));
      steps.done("enterprise", "try three steps");
    }
  }

  @Test
  void anEnterpriseObjectsWithAPaper(Portal portal) {
    String uscc = portal.api().items("/v1/years/2025/rankings", null).get(7).path("uscc").asText();
    try (Visitor visitor = portal.enterprise(uscc)) {
      var way = new Way(visitor, "/desk");
      way.click("#desk-notice .links a").arrives("**/questions*");
      way.choose("#about", "indicator=1.10").type("#text", "发明专利授权应为 5 件，见专利证书。");
      way.file("#attachments", "专利证书.pdf", "%PDF-1.7");
      way.click("#ask [type=submit]");
      assertThat(way.text("#question[data-state=open]")).contains("受理编号 2025-");
      way.done("enterprise", "object with an attachment");
    }
  }

  @Test
  void anEnterpriseHasALetterAndABankVerifiesIt(Portal portal) {
    String uscc = portal.api().items("/v1/years/2025/rankings", null).get(8).path("uscc").asText();
    String code;
    try (Visitor visitor = portal.enterprise(uscc)) {
      var way = new Way(visitor, "/desk");
      way.click("#desk-papers .links a").arrives("**/portrait*");
      way.click("#letter").arrives("**/letters?code=*");
      code = way.page.url().replaceFirst(".*code=", "");
      way.done("enterprise", "a letter for a bank");
      assertThat(visitor.open("/desk").locator("#desk-papers").innerText()).contains("参考函 " + code);
    }
    try (Visitor visitor = portal.visitor(Who.BANK, uscc)) {
      var way = new Way(visitor, "/desk");
      way.click("#desk-letters .links a").arrives("**/letters*");
      way.type("#code", code).click("form.search [type=submit]").arrives("**code=*");
      assertThat(way.text("#main")).contains("有效");
      way.done("bank", "verify a letter by its code");
      var scanned = new Way(visitor, "/letters?code=" + code);
      assertThat(scanned.text("#main")).contains("有效");
      scanned.done("bank", "verify a letter by the address in its QR code");
      var granted = new Way(visitor, "/desk");
      granted.click("#desk-granted li a[href*='" + uscc + "']").arrives("**/portrait*");
      assertThat(granted.text("#main")).contains("总分构成");
      granted.done("bank", "read a granted portrait");
    }
  }

  @Test
  void anEnterpriseGrantsAndWithdraws(Portal portal) {
    String uscc = portal.api().items("/v1/years/2025/rankings", null).get(9).path("uscc").asText();
    portal.api().bankWithGrantOf(best(portal).path("uscc").asText());
    try (Visitor visitor = portal.enterprise(uscc)) {
      var way = new Way(visitor, "/desk");
      way.click("#desk-papers .links a >> nth=1").arrives("**/grants");
      way.choose("#grant [name=scope]", "profile")
          .type("#grant [name=until]", portal.api().today().plusDays(30).toString())
          .type("#grant [name=purpose]", "设备贷款审查")
          .click("#grant [type=submit]");
      String row = "#grants tbody tr:has-text('设备贷款审查') ";
      way.text(row);
      way.click(row + "button:has-text('撤回')");
      way.text(row + ".badge:text('已撤回')");
      way.done("enterprise", "grant and withdraw");
    }
  }

  @Test
  void anAuditorSeesWhoReadAnEnterprise(Portal portal) {
    String uscc = best(portal).path("uscc").asText();
    portal.api().json("/v1/years/2025/enterprises/" + uscc + "/profile", portal.api().bureau());
    portal.api().seal();
    try (Visitor visitor = portal.visitor(Who.AUDITOR, "")) {
      var way = new Way(visitor, "/desk");
      way.click("#desk-trail .links a").arrives("**/audit");
      way.type("[name=uscc]", uscc).choose("#action", "profile.read");
      way.click("#main [type=submit]").arrives("**/audit?*uscc=*");
      assertThat(way.text("#main tbody")).contains("查看画像");
      way.done("auditor", "who read this enterprise");
      var chain = new Way(visitor, "/desk");
      chain.click("#desk-trail .links a").arrives("**/audit").click("#verify-chain");
      assertThat(chain.text("#chain .notice"))
          .matches("第 [\\d,]+ 至第 [\\d,]+ 条逐条相接，序号连续，内容与各条的 SHA-256 相符。");
      chain.done("auditor", "verify the chain");
    }
  }
}
