package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Park, grid and qualification: the same three controls on every list of offices. */
@PortalTest
class OfficeFiltersPageTest {

  private static final String KIND = "高新技术企业";

  @Test
  void listsAreNarrowedByTheirControlsAndByTheirAddress(Portal portal) {
    String bureau = portal.api().bureau();
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/rewards?year=2025");
      List<String> parks = page.locator("#filter-park option").allInnerTexts();
      assertThat(parks).hasSizeGreaterThan(2).startsWith("全部");
      page.selectOption("#filter-qualification", KIND);
      page.waitForSelector("#main[aria-busy=false]");
      page.selectOption("#filter-park", new SelectOption().setIndex(1));
      page.waitForSelector("#main[aria-busy=false]");
      String query = "park=" + encoded(parks.get(1)) + "&qualification=" + encoded(KIND);
      assertThat(page.url()).contains("park=" + encoded(parks.get(1)), encoded(KIND));
      assertThat(page.locator("#rewards").getAttribute("aria-rowcount"))
          .isEqualTo(rows(portal, "rewards?" + query));
      double payable =
          portal
              .api()
              .json("/v1/years/2025/rewards/payments?" + query, bureau)
              .path("total")
              .asDouble();
      assertThat(page.locator("#payable").innerText())
          .isEqualTo(String.format(Locale.CHINA, "%,.2f", payable));

      page = visitor.open("/completeness?year=2025&" + query + "&grid=0");
      assertThat(page.locator("#filter-grid").inputValue()).isEqualTo("0");
      page.fill("#filter-grid", "");
      page.dispatchEvent("#filter-grid", "change");
      page.waitForSelector("#main[aria-busy=false]");
      assertThat(page.locator("#missing h2").innerText())
          .isEqualTo("补数清单 · " + parks.get(1) + " · " + KIND);
      assertThat(page.locator("#gaps").getAttribute("aria-rowcount"))
          .isEqualTo(rows(portal, "completeness?" + query));

      page = visitor.open("/lists?year=2025&" + query);
      int seeds = portal.api().items("/v1/years/2025/seeds?" + query, bureau).size();
      assertThat(page.locator("#main").innerText()).contains("供各部门使用", "种子企业库 · " + seeds + " 家");
      page = visitor.open("/questions?year=2025&" + query);
      assertThat(page.locator("#filter-qualification").inputValue()).isEqualTo(KIND);
    }
  }

  /** As a table says it: with the row of heads. */
  private static String rows(Portal portal, String list) {
    List<?> items = portal.api().items("/v1/years/2025/" + list, portal.api().bureau());
    return String.valueOf(items.size() + 1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
