package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters, orders and fields of rankings and of the office's list of results. */
class ListFiltersTest {

  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();

  @BeforeAll
  static void publish() {
    ZONE.publishSmall();
    ZONE.publish(
        2023,
        "g2023",
        List.of(
            PublishedZone.certified(2023, 1, Map.of("高新技术企业", "2023-12-31")),
            PublishedZone.certified(2023, 2, Map.of("高新技术企业", "2023-12-30")),
            PublishedZone.certified(2023, 3, Map.of("瞪羚企业", "2024-06-30"))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5 4 1 2 3",
    "stage=mature, 5",
    "stage=mature&stage=growth, 5 4 1 2 3",
    "cluster=氢能&cluster=高端装备制造, 5 2",
    "cluster=生物医药&cluster=氢能&stage=growth, 4 1 2 3",
    "industry=C34&industry=C35&minTotal=63.25, 5 4 1 2",
    "minTotal=80.51, ''",
    "park=主园区&stage=growth, 4 1 2 3",
    "park=主园区&park=东区, 5 4 1 2 3",
    "park=东区, ''",
    "sort=rank, 5 4 1 2 3",
    "sort=-rank, 3 2 1 4 5",
    "sort=-uscc&stage=growth, 4 3 2 1",
    "sort=stage, 4 1 2 3 5",
    "sort=name, 2 1 3 4 5",
    "sort=-name&minTotal=60, 5 4 1 2",
  })
  void rankingsAreFilteredAndOrdered(String query, String numbers) {
    assertThat(pages("/v1/years/2025/rankings?limit=2&" + encoded(query), Map.of()))
        .isEqualTo(numbers);
  }

  @Test
  void fieldsAreLeftOutButTheCode() {
    assertThat(
            CALLER.get("/v1/years/2025/rankings?fields=total,name&format=ndjson&limit=1").getBody())
        .isEqualTo("{\"uscc\":\"914107000000000005\",\"name\":\"新乡E装备\",\"total\":80.5}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fields=revenue|参数 fields 应为 rank、uscc、name、stage、industry、cluster、park、total"
            + " 中的几个，以逗号分隔，收到：revenue",
        "fields=name&format=csv|参数 fields 应为 只随 format=ndjson 给出，收到：format=csv",
        "sort=total|参数 sort 应为 -name、-rank、-stage、-uscc、name、rank、stage、uscc 之一，收到：total",
        "minTotal=many|参数 minTotal 应为 数（如 60 或 72.5），收到：many",
        "stage=old&stage=growth|参数 stage 应为 mature、expansion、growth、startup 之一，收到：old",
        "industry=34|参数 industry 应为 行业门类字母加两位大类代码（如 C34），收到：34"
      })
  void whatIsWrongIsSaid(String query, String detail) {
    var answer = CALLER.get("/v1/years/2025/rankings?" + query);
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).path("detail").asText()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "qualification=高新技术企业, 1",
    "qualification=高新技术企业&qualification=瞪羚企业, 1 3",
    "qualification=瞪羚企业&park=东区, ''",
  })
  void resultsAreFilteredByCertificatesThatHold(String query, String numbers) {
    assertThat(pages("/v1/years/2023/scores?limit=1&" + encoded(query), Caller.BUREAU))
        .isEqualTo(numbers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "qualification"})
  void whatNoPublicationSaysIsNoFilterOfTheRanking(String name) {
    var answer = CALLER.get("/v1/years/2025/rankings?" + name + "=07", Caller.BUREAU);
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).path("detail").asText()).isEqualTo("没有参数 " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "park=主园区&stage=mature, 5",
    "park=东区, ''",
    "grid=07&minTotal=70, 4 5",
    "grid=0, ''",
    "grid=07-32&grid=08&status=excluded, 101",
    "status=incomplete&status=excluded, 101 102",
    "status=scored&status=excluded&park=主园区&stage=mature, 5",
    "qualification=高新技术企业, ''",
    "uscc=914107000000000003&uscc=914107000000000101, 3 101",
    "uscc=914107000000000003&minTotal=60, ''",
  })
  void resultsAreFiltered(String query, String numbers) {
    assertThat(pages("/v1/years/2025/scores?limit=1&" + encoded(query), Caller.BUREAU))
        .isEqualTo(numbers);
  }

  @Test
  void theBureauSeesAnyCompleteGenerationAndNobodyElse() {
    String address = "/v1/years/2025/scores?generation=";
    JsonNode list = Caller.json(CALLER.get(address + "g2025&limit=1", Caller.BUREAU));
    assertThat(list.path("edition").asText()).isEqualTo("generation");
    assertThat(list.path("generation").asText()).isEqualTo("g2025");
    assertThat(CALLER.get(address + "g2025", Caller.DEPARTMENT).getStatusCode()).isEqualTo(403);
    var unknown = CALLER.get(address + "g2026", Caller.BUREAU);
    assertThat(unknown.getStatusCode()).isEqualTo(404);
    assertThat(Caller.json(unknown).path("detail").asText())
        .isEqualTo("2025 年度没有编号为 g2026 的完整计算结果");
    var both = CALLER.get(address + "g2025&edition=draft", Caller.BUREAU);
    assertThat(Caller.json(both).path("detail").asText())
        .isEqualTo("参数 generation 应为 空：edition=draft 没有 generation，收到：g2025");
  }

  /** The numbers of the enterprises of a whole list, read page by page. */
  private static String pages(String address, Map<String, String> claims) {
    List<String> numbers = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = Caller.json(CALLER.get(address + cursor, claims));
      page.path("items")
          .forEach(item -> numbers.add(item.path("uscc").asText().replaceFirst("^9141070*", "")));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
      assertThat(page.has("items")).as(page.toString()).isTrue();
    } while (!cursor.isEmpty());
    return String.join(" ", numbers);
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("%3D", "=").replace("%26", "&");
  }
}
