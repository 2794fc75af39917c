package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that people cite have addresses: who opens one sees the row, and reads on from it. */
@PortalTest
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

  @Test
  void aRowSaysItsAddress(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      Locator row = page.locator("#ranking tbody tr").nth(1);
      String id = row.getAttribute("id");
      row.locator(".row-link").press("Enter");
      assertThat(page.url()).endsWith("/ranking#" + id);
      isShown(page, "/ranking#" + id);
    }
  }

  private static void isShown(Page page, String path) {
    String id = path.substring(path.indexOf('#') + 1);
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
