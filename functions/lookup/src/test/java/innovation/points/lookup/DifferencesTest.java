package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.Value;
import innovation.points.testkit.FactsZone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A published year stays; what its corrected facts would give is shown beside it. */
class DifferencesTest {
  private static final String PATH = "/v1/years/2024/differences";

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  @Test
  void aCorrectionOfLastYearIsShownAndLeavesThePublishedYearAlone() {
    roster(1, 2, 3);
    figures(Map.of(1, 500.0, 2, 800.0, 3, 900.0));
    zone.publish(2024, "g2024", zone.score(2024, 1, 2, 3));
    zone.draft(zone.score(2024, 1, 2, 3));
    String before = caller.get("/v1/years/2024/scores", Caller.BUREAU).getBody();
    assertThat(items(PATH)).isEmpty();

    figures(Map.of(1, 500.0, 2, 2_500.0, 3, 900.0));
    zone.draft(zone.score(2024, 1, 2, 3));

    JsonNode items = items(PATH);
    assertThat(items).hasSize(1);
    JsonNode item = items.path(0);
    assertThat(item.path("uscc").asText()).isEqualTo(FactsZone.uscc(2));
    assertThat(item.path("published").path("stage").asText()).isEqualTo("growth");
    assertThat(item.path("draft").path("stage").asText()).isEqualTo("expansion");
    assertThat(texts(item))
        .contains("阶段由成长期变为扩张期")
        .anySatisfy(text -> assertThat(text).startsWith("营业收入（2.2）由 800 万元变为 2500 万元，得分由 4.8 变为 "));
    assertThat(caller.get("/v1/years/2024/scores", Caller.BUREAU).getBody()).isEqualTo(before);
  }

  @Test
  void whoCameAndWhoWentSinceIsShown() {
    roster(1, 2, 3);
    figures(Map.of(1, 500.0, 2, 800.0, 3, 900.0));
    zone.publish(2024, "g2024", zone.score(2024, 1, 2));
    zone.draft(zone.score(2024, 2, 3));

    assertThat(items(PATH))
        .extracting(item -> item.path("uscc").asText() + texts(item))
        .containsExactlyInAnyOrder(
            FactsZone.uscc(1) + "[公布后移出本年度企业名录]", FactsZone.uscc(3) + "[公布后列入本年度企业名录]");
    assertThat(caller.get(PATH + "?format=csv", Caller.BUREAU).getBody())
        .startsWith("\uFEFF统一社会信用代码,企业名称,公布状态,公布阶段,公布总分,现状态,现阶段,现总分,差异原因\r\n")
        .contains(",不在名录,,,公布后移出本年度企业名录\r\n")
        .contains(",不在名录,,,已评分,成长期,");
  }

  @Test
  void aLongListComesInPartsEachEnterpriseOnce() {
    var numbers = new int[450];
    var figures = new HashMap<Integer, Double>();
    for (int number = 1; number <= numbers.length; number++) {
      numbers[number - 1] = number;
      figures.put(number, 500.0 + number);
    }
    roster(numbers);
    figures(figures);
    zone.publish(2024, "g2024", zone.score(2024, numbers));
    var corrected = new TreeSet<String>();
    figures.replaceAll((number, revenue) -> number % 3 == 0 ? revenue + 100 : revenue);
    figures.keySet().stream()
        .filter(n -> n % 3 == 0)
        .forEach(n -> corrected.add(FactsZone.uscc(n)));
    figures(figures);
    zone.draft(zone.score(2024, numbers));

    var seen = new ArrayList<String>();
    String query = "?limit=40";
    while (!query.isEmpty()) {
      JsonNode page = Caller.json(caller.get(PATH + query, Caller.BUREAU));
      assertThat(page.path("items").size()).isLessThanOrEqualTo(40);
      page.path("items").forEach(item -> seen.add(item.path("uscc").asText()));
      query = page.has("nextCursor") ? "?limit=40&cursor=" + page.path("nextCursor").asText() : "";
    }

    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(corrected);
  }

  @Test
  void onlyTheBureauSeesThem() {
    assertThat(caller.get(PATH).getStatusCode()).isEqualTo(401);
    assertThat(caller.get(PATH, Caller.DEPARTMENT).getStatusCode()).isEqualTo(403);
    assertThat(Caller.json(caller.get(PATH, Caller.BUREAU)).path("detail").asText())
        .isEqualTo("2024 年度没有已公布的积分结果");
  }

  private JsonNode items(String path) {
    return Caller.json(caller.get(path, Caller.BUREAU)).path("items");
  }

  private static List<String> texts(JsonNode item) {
    var texts = new ArrayList<String>();
    item.path("reasons").forEach(reason -> texts.add(reason.path("text").asText()));
    return texts;
  }

  private void roster(int... numbers) {
    var rows = new HashMap<Integer, Map<String, Value>>();
    for (int number : numbers) {
      rows.put(
          number,
          Map.of(
              "name", Value.of("新乡市测" + number + "公司"),
              "registeredOn", Value.of(LocalDate.of(2016, 6, 1)),
              "industry", Value.of("C3464")));
    }
    zone.file("science", "enterprises", 2024, rows);
  }

  private void figures(Map<Integer, Double> revenues) {
    var rows = new HashMap<Integer, Map<String, Value>>();
    revenues.forEach((number, revenue) -> rows.put(number, Map.of("revenue", Value.of(revenue))));
    zone.file("tax", "operations", 2024, rows);
  }
}
