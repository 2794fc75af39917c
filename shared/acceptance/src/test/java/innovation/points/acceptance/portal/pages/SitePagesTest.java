package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.portal.Who;
import innovation.points.store.settings.SettingFile;
import innovation.points.store.settings.ZoneProfile;
import innovation.points.web.route.DeclaredPage;
import innovation.points.web.route.DeclaredRoutes;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a government site has: who runs it, help, words, display, privacy. */
@PortalTest
class SitePagesTest {

  @Test
  void theFootSaysWhoRunsTheSite(Portal portal) {
    portal
        .api()
        .set(
            SettingFile.ZONE,
            new ZoneProfile(
                "示范区科学技术局",
                "0373-0000000",
                "",
                "",
                "",
                "kjj@example.cn",
                "豫ICP备00000000号",
                "只公布结果。\n姓名只供核查。"));
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/");
      page.locator("footer .zone:not(:empty)").waitFor();
      assertThat(page.locator("footer .zone").innerText())
          .isEqualTo("主办：示范区科学技术局电话：0373-0000000豫ICP备00000000号");
      assertThat(page.locator("footer a").allInnerTexts())
          .containsExactly("帮助", "术语表", "意见反馈", "隐私与无障碍", "评价规则", "数据与接口", "数据大屏");
      assertThat(visitor.open("/about").locator("#privacy").innerText())
          .contains("只公布结果。", "姓名只供核查。");
    }
  }

  @Test
  void everyPageHasItsHelp(Portal portal) {
    List<String> ids =
        DeclaredRoutes.pages().stream().map(DeclaredPage::path).map(SitePagesTest::id).toList();
    var explained = new TreeSet<String>();
    for (Visitor visitor :
        List.of(
            portal.bureau(),
            portal.enterprise("91350100M000100Y43"),
            portal.anybody(),
            portal.visitor(Who.BANK, uscc(portal)))) {
      try (visitor) {
        Page page = visitor.open("/help");
        Pictures.take(page, "help");
        page.locator(".help > [id]").all().forEach(one -> explained.add(one.getAttribute("id")));
      }
    }
    assertThat(explained).containsAll(ids).contains("feedback");
  }

  @Test
  void helpLeadsFromAPageToWhatIsSaidOfIt(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/runs");
      page.click("header .who a:has-text('帮助')");
      page.waitForURL("**/help#runs");
      visitor.settled();
      assertThat(page.locator("#runs").innerText()).contains("计算与发布", "先“只试算”看检查与差异");
      assertThat(visitor.open("/glossary").locator("dt").allInnerTexts()).contains("评价名录", "衰减");
    }
  }

  @Test
  void lettersAndColoursAreAsTheReaderChoseOnEveryPage(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      assertThat(size(page)).isEqualTo("16px");
      page.click(".look summary");
      page.selectOption("#look-size", "largest");
      page.selectOption("#look-theme", "dark");
      Pictures.take(page, "look");
      assertThat(size(page)).isEqualTo("23px");
      visitor.open("/rules");
      assertThat(size(page)).isEqualTo("23px");
      assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      page.click(".look summary");
      page.selectOption("#look-theme", "");
      assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("light");
    }
  }

  private static Object size(Page page) {
    return page.evaluate("getComputedStyle(document.documentElement).fontSize");
  }

  private static String uscc(Portal portal) {
    return portal.api().items("/v1/years/2025/rankings", null).getFirst().path("uscc").asText();
  }

  private static String id(String path) {
    String first = path.split("/", -1)[1];
    return first.isEmpty() ? "overview" : first;
  }
}
