package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.portal.Who;
import org.junit.jupiter.api.Test;

/** An enterprise grants a bank something; the bank reads it; the enterprise withdraws it. */
@PortalTest
class GrantsPageTest {

  @Test
  void aBankReadsWhatItWasGrantedUntilItIsWithdrawn(Portal portal) {
    String uscc =
        portal.api().json("/v1/years/2025/rankings?limit=2", null).at("/items/1/uscc").asText();
    try (Visitor bank = portal.visitor(Who.BANK, uscc);
        Visitor enterprise = portal.enterprise(uscc)) {
      Page grants = enterprise.open("/grants");
      grants.selectOption("#grant [name=scope]", "history");
      grants.fill("#grant [name=until]", portal.api().today().plusDays(30).toString());
      enterprise.typeAndReload("#grant [name=purpose]", "流动资金贷款审查");
      grants.click("#grant [type=submit]");
      grants
          .locator("#grants tbody tr", new Page.LocatorOptions().setHasText("流动资金贷款审查"))
          .waitFor();

      Page granted = bank.open("/granted");
      String line = granted.locator("#granted tbody tr:has-text('" + uscc + "')").innerText();
      assertThat(line).contains("画像", "历年结果", "流动资金贷款审查");
      granted.click("#granted tbody a[href*='" + uscc + "']");
      granted.waitForURL("**/portrait**");
      bank.settled();
      assertThat(granted.locator("#main").innerText())
          .contains("总分构成", "历年结果")
          .doesNotContain("提升空间最大的指标");

      String row = "#grants tbody tr:has-text('流动资金贷款审查') ";
      grants.locator(row + "button:has-text('撤回')").click();
      grants.locator(row + ".badge:text('已撤回')").waitFor();
      assertThat(bank.open("/granted").locator("#granted").innerText()).doesNotContain("流动资金贷款审查");
    }
  }
}
