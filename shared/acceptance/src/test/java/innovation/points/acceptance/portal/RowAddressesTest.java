package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that people cite have addresses: who opens one sees the row, and reads on from it. */
@PageTest
class RowAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ranking#enterprise-{last}",
        "/rules#stage-growth",
        "/rules#indicator-1.3",
        "/rules#negative-environment-warning",
        "/rules#bonus-major-project",
        "/rules#decay-growth-stay",
        "/lists#leading-{first}",
        "/data#year-2025",
        "/data#dataset-operations",
        "/portrait#indicator-3.1"
      })
  void aRowIsOpenedByItsAddress(String address, Portal portal) {
    List<JsonNode> ranked = portal.api().items("/v1/years/2025/rankings", null);
    String first =
        portal.api().items("/v1/years/2025/lists", null).getFirst().path("uscc").asText();
    String last = ranked.getLast().path("uscc").asText();
    String path = address.replace("{last}", last).replace("{first}", first);
    try (Visitor visitor = portal.enterprise(first)) {
      isShown(visitor.open(path), path);
    }
    try (Visitor visitor = portal.enterprise(first)) {
      visitor.page().setViewportSize(390, 844);
      isShown(visitor.open(path), path);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/ranking, #ranking, \\?year=2025#enterprise-[0-9A-Z]{18}",
    "/parks, #parks, \\?year=2025#park-.+",
    "/rules, #rule-stages, \\?rulebook=xinxiang-2022-110#stage-startup",
    "/audit, #trail, '\\?from=\\d{4}-\\d\\d-\\d\\d&to=\\d{4}-\\d\\d-\\d\\d#item-\\d+'",
    "/completeness?department=tax, #gaps, \\?department=tax&year=\\d{4}#gap-[0-9A-Z]{18}",
    "/completeness, #candidate, \\?year=\\d{4}#candidate-[0-9A-Z]{18}",
    "/completeness, #conflicting, '\\?year=\\d{4}#conflict-[0-9A-Z]{18}-[a-z-]+-[a-zA-Z]+'",
    "/diagnostics, #found, \\?year=2025#finding-[a-z]+-.+",
    "/diagnostics, #proposals, \\?year=2025#proposal-[0-9.]+-[a-z]+",
    "/draft, #scores, \\?year=\\d{4}#enterprise-[0-9A-Z]{18}",
    "/departments, #league, '\\?year=\\d{4}&quarter=\\d{4}-Q\\d#department-[a-z]+'"
  })
  void aRowSaysAnAddressThatLasts(String page, String table, String address, Portal portal) {
    portal.api().seal();
    String row;
    try (Visitor visitor = portal.bureau()) {
      Locator links = visitor.open(page).locator(table + " tbody .row-link");
      row = links.last().getAttribute("href");
      assertThat(row).matches(address);
    }
    String path = page.replaceFirst("\\?.*", "") + row;
    for (int width : new int[] {1440, 390}) {
      try (Visitor visitor = portal.bureau()) {
        visitor.page().setViewportSize(width, 844);
        isShown(visitor.open(path), path);
      }
    }
  }

  @Test
  void theLinkBesideARowLeadsToIt(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      Locator row = page.locator("#ranking tbody tr").nth(1);
      String path = "/ranking?year=2025#" + row.getAttribute("id");
      row.locator(".row-link").press("Enter");
      page.waitForURL("**" + path);
      isShown(page, path);
    }
  }

  private static void isShown(Page page, String path) {
    String id = URLDecoder.decode(path.substring(path.indexOf('#') + 1), StandardCharsets.UTF_8);
    Locator row = page.locator("tr[aria-current=location]");
    row.waitFor();
    assertThat(row.getAttribute("id")).isEqualTo(id);
    page.waitForFunction("id => document.activeElement.id === id", id);
    page.waitForFunction(
        """
        id => {
          const { top, bottom } = document.getElementById(id).getBoundingClientRect();
          return bottom > 0 && top < window.innerHeight;
        }
        """,
        id);
  }
}
