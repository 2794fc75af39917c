package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.Value;
import innovation.points.testkit.FactsZone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Park, grid and qualification narrow the lists of offices over real facts: the first two of four
 * enterprises are in one park, the first and the last have a certificate of the year, which is paid
 * a reward.
 */
class OfficeFiltersTest {

  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();
  private static final int[] ALL = {1, 2, 3, 4};

  @BeforeAll
  static void publish() {
    ZONE.file(
        "science",
        "enterprises",
        2025,
        Map.of(
            1, enterprise("主园区", "07-32"),
            2, enterprise("主园区", "08-01"),
            3, enterprise("东区", "07-33"),
            4, enterprise("东区", "08-01")));
    ZONE.file("tax", "operations", 2025, revenue(100));
    ZONE.file("public", "operations", 2025, revenue(80));
    ZONE.file(
        "science",
        "qualifications",
        2025,
        Map.of(1, certificate("高新技术企业"), 4, certificate("高新技术企业"), 2, certificate("专精特新小巨人")));
    ZONE.publish(2025, "g2025", ZONE.score(2025, ALL));
    ZONE.draft(ZONE.score(2025, ALL));
  }

  private static Map<String, Value> enterprise(String park, String grid) {
    return Map.of(
        "name", Value.of("企业"),
        "park", Value.of(park),
        "grid", Value.of(grid),
        "registeredOn", Value.of(LocalDate.of(2018, 1, 1)),
        "industry", Value.of("C3464"));
  }

  private static Map<Integer, Map<String, Value>> revenue(int tenThousandYuan) {
    Map<String, Value> figures = Map.of("revenue", Value.of(tenThousandYuan));
    return Map.of(1, figures, 2, figures, 3, figures, 4, figures);
  }

  private static Map<String, Value> certificate(String kind) {
    return Map.of(
        "certificate", Value.of("GR1"),
        "kind", Value.of(kind),
        "validFrom", Value.of(LocalDate.of(2025, 11, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1 2 3 4",
    "park=主园区, 1 2",
    "park=主园区&park=东区, 1 2 3 4",
    "park=西区, ''",
    "grid=07, 1 3",
    "grid=08-01&park=东区, 4",
    "qualification=高新技术企业, 1 4",
    "qualification=高新技术企业&qualification=专精特新小巨人&grid=08, 2 4",
  })
  void missingDataAndConflictsAreNarrowed(String query, String numbers) {
    assertThat(numbers("completeness?limit=1&", query)).isEqualTo(numbers);
    assertThat(numbers("conflicts?limit=1&", query)).isEqualTo(numbers);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1 4",
    "park=主园区, 1",
    "grid=08, 4",
    "qualification=高新技术企业, 1 4",
    "qualification=专精特新小巨人, ''"
  })
  void rewardsAndTheirPaymentsAreNarrowed(String query, String numbers) {
    assertThat(numbers("rewards?limit=1&", query)).isEqualTo(numbers);
    assertThat(numbers("rewards/payments?", query)).isEqualTo(numbers);
  }

  @Test
  void onlyTheWholeZoneHasTheTermsAndTotalsOfItsRun() {
    JsonNode whole = Caller.json(CALLER.get("/v1/years/2025/rewards", Caller.BUREAU));
    assertThat(whole.has("claimedTwice")).isTrue();
    JsonNode part = Caller.json(CALLER.get("/v1/years/2025/rewards?grid=08", Caller.BUREAU));
    assertThat(part.has("claimedTwice")).isFalse();
    assertThat(part.has("totals")).isFalse();
  }

  @Test
  void filesSayWhatTheyAreNarrowedTo() {
    assertThat(file("rewards/payments?format=csv&", "park=主园区&grid=07&qualification=高新技术企业"))
        .containsExactly(
            "统一社会信用代码,企业名称,奖励项目,金额（元）",
            FactsZone.uscc(1) + ",企业,认定高新技术企业 100000.00,100000.00",
            "合计,,1 家企业,100000.00",
            "范围,,园区：主园区；网格：07；资质：高新技术企业,");
    assertThat(file("completeness?department=market&format=csv&", "park=东区&grid=07"))
        .contains(
            "统一社会信用代码,企业名称,所属园区,所属网格,类别,缺少的内容,说明,责任部门",
            FactsZone.uscc(3) + ",企业,东区,07-33,负面清单未报送,企业征信,没有该企业的记录,市场监督管理局")
        .noneMatch(line -> line.startsWith(FactsZone.uscc(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completeness", "conflicts", "rewards", "rewards/payments"})
  void aGridHasAForm(String list) {
    var answer = CALLER.get("/v1/years/2025/" + list + "?" + encoded("grid=七"), Caller.BUREAU);
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).path("detail").asText())
        .isEqualTo("参数 grid 应为 网格编号（如 07-32，或 07 表示其下全部），收到：七");
  }

  private static List<String> file(String list, String query) {
    String text = CALLER.get("/v1/years/2025/" + list + encoded(query), Caller.BUREAU).getBody();
    return text.substring(1).lines().toList();
  }

  /** The numbers of the enterprises of a whole list, read page by page. */
  private static String numbers(String list, String query) {
    var numbers = new ArrayList<String>();
    String cursor = "";
    do {
      JsonNode page =
          Caller.json(
              CALLER.get("/v1/years/2025/" + list + encoded(query) + cursor, Caller.BUREAU));
      assertThat(page.has("items")).as(page.toString()).isTrue();
      page.path("items").forEach(item -> numbers.add(item.path("uscc").asText()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return String.join(
        " ", numbers.stream().map(uscc -> uscc.replaceFirst("^9141070*", "")).sorted().toList());
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("%3D", "=").replace("%26", "&");
  }
}
