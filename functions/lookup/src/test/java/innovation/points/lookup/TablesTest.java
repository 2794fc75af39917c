package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.scores.ScoreRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pivots of a year: what cells say, to whom, and in which form. */
class TablesTest {

  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();
  private static final String TABLES = "/v1/years/2025/tables";
  private static final String BY_CLUSTER =
      "{\"rows\":\"cluster\",\"columns\":\"stage\",\"measure\":\"enterprises\"}";

  @BeforeAll
  static void publish() {
    ZONE.publishSmall();
    var rows = new ArrayList<ScoreRow>();
    for (int number = 1; number <= 12; number++) {
      rows.add(
          PublishedZone.scored(
              2023,
              number,
              "企业" + number,
              number % 2 == 0 ? "growth" : "startup",
              number <= 2 ? "氢能" : number <= 7 ? "生物医药" : "其他",
              50 + number));
    }
    rows.add(PublishedZone.excluded(2023, 101, "不纳入企业"));
    rows.add(PublishedZone.uncovered(2023, 103, "未排名企业"));
    ZONE.publish(2023, "g2023", rows);
    ZONE.publish(
        2022,
        "g2022",
        List.of(
            PublishedZone.certified(2022, 1, Map.of("高新技术企业", "2022-12-31", "瞪羚企业", "2023-06-30")),
            PublishedZone.certified(2022, 2, Map.of("高新技术企业", "2022-12-30")),
            PublishedZone.certified(2022, 3, Map.of("瞪羚企业", "2024-12-31"))));
  }

  @Test
  void bureauSeesTheRankedEnterprisesByTwoFactsWithTotals() {
    assertThat(shown(2025, Caller.BUREAU, BY_CLUSTER))
        .isEqualTo(
            """
            cluster: growth mature total
            氢能: 1 0 | 1
            生物医药: 3 0 | 3
            高端装备制造: 0 1 | 1
            合计: 4 1 | 5\
            """);
  }

  @Test
  void meansAndMediansAreThoseOfTheTotals() {
    assertThat(shown(2025, Caller.BUREAU, body("stage", null, "meanTotal", null)))
        .isEqualTo("stage: total\n成长期: | 61.62\n成熟期: | 80.5\n合计: | 65.4");
    assertThat(shown(2025, Caller.BUREAU, body("division", "park", "medianTotal", null)))
        .isEqualTo("division: 主园区 total\nC34: 63.25 | 63.25\n合计: 63.25 | 63.25");
    assertThat(shown(2025, Caller.BUREAU, body("grid", null, "meanCategory", "growth")))
        .isEqualTo("grid: total\n07-32: | 70.02\n合计: | 70.02");
  }

  @Test
  void departmentSeesNoSmallCellNorWhatItCouldBeDerivedFrom() {
    assertThat(shown(2023, Caller.DEPARTMENT, BY_CLUSTER))
        .isEqualTo(
            """
            cluster: startup growth total
            其他: * * | *
            氢能: * * | *
            生物医药: * * | 5
            合计: 6 6 | 12\
            """);
    assertThat(shown(2023, Caller.BUREAU, BY_CLUSTER))
        .isEqualTo(
            """
            cluster: startup growth total
            其他: 2 3 | 5
            氢能: 1 1 | 2
            生物医药: 3 2 | 5
            合计: 6 6 | 12\
            """);
  }

  @Test
  void suppressedCellSaysSoAndNothingElse() {
    JsonNode table =
        Caller.json(CALLER.post("/v1/years/2023/tables", Caller.DEPARTMENT, BY_CLUSTER));
    assertThat(table.at("/items/1").toString())
        .isEqualTo(
            "{\"id\":\"氢能\",\"name\":\"氢能\",\"cells\":["
                + "{\"enterprises\":null,\"value\":null,\"suppressed\":true},"
                + "{\"enterprises\":null,\"value\":null,\"suppressed\":true}],"
                + "\"total\":{\"enterprises\":null,\"value\":null,\"suppressed\":true}}");
  }

  @Test
  void fileHasTheSameCells() {
    var answer = CALLER.post("/v1/years/2023/tables?format=csv", Caller.DEPARTMENT, BY_CLUSTER);
    assertThat(answer.getBody())
        .isEqualTo(
            """
            \uFEFF主导产业,初创期,成长期,合计\r
            其他,不显示,不显示,不显示\r
            氢能,不显示,不显示,不显示\r
            生物医药,不显示,不显示,5\r
            合计,6,6,12\r
            """);
    assertThat(answer.getHeaders().get("Content-Disposition"))
        .contains("filename=\"2023-tables.csv\"");
    assertThat(
            CALLER
                .post("/v1/years/2023/tables?format=xlsx", Caller.BUREAU, BY_CLUSTER)
                .getIsBase64Encoded())
        .isTrue();
  }

  @Test
  void enterpriseStandsInTheGroupOfEachCertificateThatHolds() {
    assertThat(shown(2022, Caller.BUREAU, body("qualification", null, "enterprises", null)))
        .isEqualTo("qualification: total\n瞪羚企业: | 2\n高新技术企业: | 1\n无有效资质: | 1\n合计: | 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"rows\":\"size\",\"columns\":\"age\",\"measure\":\"sum\"}"
            + "|rows 应为 stage、division、cluster、park、grid、qualification 之一，收到：size"
            + "；columns 应为 stage、division、cluster、park、grid、qualification 之一，收到：age"
            + "；measure 应为 enterprises、meanTotal、medianTotal、meanCategory 之一，收到：sum",
        "{\"rows\":\"park\",\"columns\":\"park\",\"measure\":\"enterprises\"}"
            + "|columns 应与 rows 不同，收到：park",
        "{\"rows\":\"park\",\"measure\":\"meanCategory\"}"
            + "|measure=meanCategory 需要 category：technology、growth、auxiliary 之一",
        "{\"rows\":\"park\",\"measure\":\"meanCategory\",\"category\":\"luck\"}"
            + "|category 应为 technology、growth、auxiliary 之一，收到：luck",
        "{\"rows\":\"park\",\"measure\":\"meanTotal\",\"category\":\"growth\"}"
            + "|category 只随 measure=meanCategory 给出",
        "{\"rows\":\"park\"}|缺少字段 measure",
      })
  void whatIsWrongIsSaid(String body, String detail) {
    var answer = CALLER.post(TABLES, Caller.BUREAU, body);
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).path("detail").asText()).isEqualTo(detail);
  }

  @Test
  void onlyOfficesMayAsk() {
    assertThat(CALLER.post(TABLES, Caller.NOBODY, BY_CLUSTER).getStatusCode()).isEqualTo(401);
    assertThat(CALLER.post(TABLES, Caller.enterprise(1), BY_CLUSTER).getStatusCode())
        .isEqualTo(403);
    assertThat(CALLER.post("/v1/years/2020/tables", Caller.BUREAU, BY_CLUSTER).getStatusCode())
        .isEqualTo(404);
    assertThat(CALLER.post(TABLES + "?format=ndjson", Caller.BUREAU, BY_CLUSTER).getStatusCode())
        .isEqualTo(400);
  }

  private static String body(
      String rows, @Nullable String columns, String measure, @Nullable String category) {
    return "{\"rows\":\"%s\",\"columns\":%s,\"measure\":\"%s\",\"category\":%s}"
        .formatted(rows, quoted(columns), measure, quoted(category));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  /** A table as text; suppressed cells as *. */
  private static String shown(int year, Map<String, String> claims, String body) {
    JsonNode table = Caller.json(CALLER.post("/v1/years/" + year + "/tables", claims, body));
    var lines = new ArrayList<String>();
    var header = new ArrayList<>(List.of(table.path("rows").asText() + ":"));
    table.path("header").forEach(group -> header.add(group.path("id").asText()));
    lines.add(String.join(" ", header) + " total");
    table.path("items").forEach(item -> lines.add(line(item)));
    lines.add(line(table.path("total")));
    return String.join("\n", lines);
  }

  private static String line(JsonNode item) {
    var cells = new ArrayList<>(List.of(item.path("name").asText() + ":"));
    item.path("cells").forEach(cell -> cells.add(cell(cell)));
    return String.join(" ", cells) + " | " + cell(item.path("total"));
  }

  private static String cell(JsonNode cell) {
    return cell.path("suppressed").asBoolean()
        ? "*"
        : cell.path("value").asText().replaceFirst("\\.0$", "");
  }
}
