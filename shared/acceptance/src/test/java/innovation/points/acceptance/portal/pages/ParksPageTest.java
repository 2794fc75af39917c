package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A published year by park, for everybody; by grid for the offices. */
@PortalTest
class ParksPageTest {

  @Test
  void parksAreSummedUpAndLeadToTheirRanking(Portal portal) {
    List<JsonNode> parks =
        StreamSupport.stream(
                portal
                    .api()
                    .json("/v1/years/2025/overview", portal.api().bureau())
                    .path("parks")
                    .spliterator(),
                false)
            .toList();
    JsonNode first = parks.stream().filter(one -> one.hasNonNull("top")).findFirst().orElseThrow();
    String name = first.path("id").asText();
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking?year=2025");
      page.getByText("分园区情况").click();
      page.waitForURL("**/parks?year=2025");
      page.waitForSelector("#main[aria-busy=false]");
      List<List<String>> rows = Visitor.rows(page.locator("#parks"));
      assertThat(rows).hasSameSizeAs(parks);
      List<String> row =
          rows.stream().filter(one -> one.getFirst().equals(name)).findFirst().orElseThrow();
      assertThat(row.get(1)).isEqualTo(first.at("/now/enterprises").asText());
      assertThat(row).contains(points(first.at("/now/median"))).endsWith(points(first.path("top")));
      assertThat(page.getByText("按网格统计").count()).as("of the offices").isZero();

      page.locator("#parks a", new Page.LocatorOptions().setHasText(name)).first().click();
      page.waitForURL("**/ranking?**");
      page.waitForSelector("#main[aria-busy=false]");
      assertThat(page.locator("#ranking-count").innerText())
          .endsWith("符合条件的 " + first.at("/now/enterprises").asText() + " 行");
      assertThat(portal.api().items("/v1/years/2025/rankings", portal.api().bureau()))
          .filteredOn(one -> Objects.equals(one.path("park").asText(), name))
          .hasSize(first.at("/now/enterprises").asInt());
    }
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/parks?year=2025");
      page.getByText("按网格统计（各部门使用）").click();
      page.waitForURL("**/tables?**rows=grid**");
    }
  }

  private static String points(JsonNode number) {
    return String.format(Locale.ROOT, "%.2f", number.asDouble());
  }
}
