package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.testkit.FactsZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Profiles, simulations, history and completeness over real facts: seven growth-stage enterprises
 * whose R&D expense (250 for the first, as in worked example 3 of the rules) rises by 25 from one
 * to the next, and one without revenue.
 */
class AnalysisTest {
  private static final int[] ALL = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final String FIRST = "/v1/years/2025/enterprises/" + FactsZone.uscc(1);

  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();

  @BeforeAll
  static void publish() {
    fill(ZONE);
  }

  /** Seven growth-stage enterprises and one without figures, in two published years and a draft. */
  static void fill(PublishedZone zone) {
    for (int year : new int[] {2024, 2025}) {
      var roster = new HashMap<Integer, Map<String, Value>>();
      var operations = new HashMap<Integer, Map<String, Value>>();
      for (int number : ALL) {
        roster.put(
            number,
            Map.of(
                "name", Value.of("企业" + number),
                "grid", Value.of("07-32"),
                "registeredOn", Value.of(LocalDate.of(2018, 1, 1)),
                "industry", Value.of("C3464")));
        double rdExpense = (year == 2025 ? 225 : 180) + (year == 2025 ? 25 : 20) * number;
        operations.put(
            number,
            number == 8
                ? Map.of("rdExpense", Value.of(10))
                : Map.of(
                    "revenue", Value.of(year == 2025 ? 1000 : 900),
                    "rdExpense", Value.of(rdExpense),
                    "highTechRevenue", Value.of(600),
                    "rdTaxRelief", Value.of(37.5),
                    "netProfit", Value.of(50),
                    "openingNetAssets", Value.of(1000),
                    "netAssets", Value.of(1000),
                    "totalProfit", Value.of(60)));
      }
      zone.file("science", "enterprises", year, roster);
      zone.file("tax", "operations", year, operations);
      for (String key :
          List.of(
              "commerce/trade",
              "market/intellectual-property",
              "finance/investment",
              "science/technology-contracts",
              "science/innovation-records",
              "science/qualifications")) {
        zone.facts()
            .deliver(
                new FileVersion(
                    "uploads/%s/%d/a.csv".formatted(key, year), "v1", PublishedZone.NOON));
      }
    }
    zone.publish(2024, "g2024", zone.score(2024, ALL));
    zone.publish(2025, "g2025", zone.score(2025, ALL));
    zone.draft(zone.score(2025, ALL));
  }

  private static JsonNode indicator(JsonNode profile, String id) {
    for (JsonNode indicator : profile.get("indicators")) {
      if (indicator.get("id").textValue().equals(id)) {
        return indicator;
      }
    }
    throw new AssertionError("no indicator " + id);
  }

  private static JsonNode profile() {
    return Caller.json(CALLER.get(FIRST + "/profile", Caller.enterprise(1)));
  }

  private static APIGatewayV2HTTPResponse simulate(String changes) {
    return CALLER.post(
        FIRST + "/simulations", Caller.enterprise(1), "{\"changes\":" + changes + "}");
  }

  @Test
  void aPublishedYearComesOutAgainFromItsOwnRows() {
    JsonNode verification = Caller.json(CALLER.get("/v1/years/2025/verification", Caller.BUREAU));
    assertThat(verification.get("enterprises").intValue()).isEqualTo(ALL.length);
    assertThat(verification.get("same").intValue()).isEqualTo(ALL.length);
    assertThat(verification.get("differing")).isEmpty();
  }

  @Test
  void scoresThatDoNotComeOutAgainAreNamed() {
    var zone = new PublishedZone();
    zone.publishSmall();
    JsonNode verification =
        Caller.json(zone.caller().get("/v1/years/2025/verification", Caller.BUREAU));
    assertThat(verification.get("enterprises").intValue()).isEqualTo(8);
    assertThat(verification.get("differing").get(0).toString())
        .contains("\"totalAgain\":null", "\"rankAgain\":null");
  }

  @Test
  void peersOfTheStageAreInQuartilesOfPoints() {
    JsonNode peers = profile().get("peers");
    assertThat(peers.get("stage").textValue()).isEqualTo("growth");
    assertThat(peers.get("enterprises").intValue()).isEqualTo(7);
    JsonNode first = peers.get("indicators").get(0);
    // 250, 275 … 400 of 500 at full mark: 6.0, 6.6 … 9.6 points.
    assertThat(first.toString())
        .isEqualTo(
            "{\"id\":\"1.1\",\"name\":\"研发费用金额\",\"points\":{\"own\":6,"
                + "\"percentile\":14.29,\"quartiles\":[6.9,7.8,8.7]}}");
    assertThat(peers.get("categories"))
        .extracting(category -> category.get("id").textValue())
        .containsExactly("technology", "growth", "auxiliary");
  }

  @Test
  void peersAreNotShownWhereTheyAreTooFew() {
    var zone = new PublishedZone();
    zone.publishSmall();
    JsonNode profile =
        Caller.json(
            zone.caller()
                .get(
                    "/v1/years/2025/enterprises/" + FactsZone.uscc(1) + "/profile",
                    Caller.enterprise(1)));
    assertThat(profile.get("peers").isNull()).isTrue();
  }

  @Test
  void weakPointsAreTheStepsThatGainMost() {
    JsonNode profile = profile();
    // A contract with a university counts for 1.7, too; nobody in this zone has one.
    assertThat(profile.get("weakPoints"))
        .extracting(
            point ->
                point.get("indicator").textValue()
                    + " "
                    + point.get("step").textValue()
                    + " "
                    + point.get("points")
                    + " "
                    + point.get("total"))
        .containsExactly(
            "1.7 由 0 到 1000 万元（本阶段达到的企业不足一成） 14 4.9",
            "1.1 由 250 到 500 万元（本阶段达到的企业不足一成） 6 3.78",
            "1.8 由 0 到 200 万元（本阶段达到的企业不足一成） 8 3.78");
    assertThat(profile.get("weakPoints").get(2).toString())
        .isEqualTo(
            "{\"indicator\":\"1.8\",\"name\":\"企业与高校、院所的技术合同成交额\","
                + "\"step\":\"由 0 到 200 万元（本阶段达到的企业不足一成）\","
                + "\"changes\":{\"items\":{\"technology-contracts\":"
                + "[{\"university\":true,\"amount\":200}]}},"
                + "\"points\":8,\"total\":3.78,\"stage\":\"growth\",\"rare\":true}");
    assertThat(profile.get("adviceFrom").get("total")).isEqualTo(profile.get("total"));
  }

  /** Word for word what a profile offers, sent to the simulation. */
  @Test
  void aSimulationOfExactlyTheChangesGivesWhatIsPromised() {
    JsonNode profile = profile();
    double before = profile.get("total").doubleValue();
    assertThat(profile.get("weakPoints")).isNotEmpty();
    for (JsonNode point : profile.get("weakPoints")) {
      JsonNode simulated = Caller.json(simulate(point.get("changes").toString()));
      assertThat(simulated.get("total").doubleValue())
          .isEqualTo(Math.round((before + point.get("total").doubleValue()) * 100) / 100.0);
      assertThat(simulated.get("stage")).isEqualTo(point.get("stage"));
    }
    for (JsonNode warning : profile.get("warnings")) {
      JsonNode simulated = Caller.json(simulate(warning.get("changes").toString()));
      assertThat(simulated.get("total").doubleValue())
          .isEqualTo(Math.round((before + warning.get("total").doubleValue()) * 100) / 100.0);
    }
  }

  @Test
  void itemsThatNoFileCouldHoldAreNamedAtOnce() {
    APIGatewayV2HTTPResponse answer =
        simulate(
            "{\"items\":{\"operations\":[],\"qualifications\":{},\"technology-contracts\":"
                + "[{\"amount\":-1},{\"kind\":\"借款\"},{\"price\":1},7]}}");
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).get("errors"))
        .extracting(error -> error.get("name").textValue() + " " + error.get("detail").textValue())
        .containsExactlyInAnyOrder(
            "/changes/items/operations 没有可以试算的明细数据集 operations",
            "/changes/items/qualifications 应为最多 100 项明细的列表",
            "/changes/items/technology-contracts/0/amount 成交额(万元)应为不小于 0 的数字，收到：-1",
            "/changes/items/technology-contracts/1/kind 合同类型应为 技术开发、技术转让、技术许可、技术咨询、技术服务"
                + " 之一，收到：\"借款\"",
            "/changes/items/technology-contracts/2/price 技术合同没有字段 price",
            "/changes/items/technology-contracts/3 一项明细应为若干“字段: 值”，收到：7");
    assertThat(Caller.json(simulate("{\"items\":3}")).get("errors").get(0).get("detail").asText())
        .isEqualTo("items 应为若干“数据集: [明细]”，收到：3");
  }

  @Test
  void servicesAreThoseOfTheStage() {
    assertThat(profile().get("services").toString())
        .isEqualTo("{\"cite\":\"五(三)\",\"items\":[\"多途径融资渠道\",\"行业发展培训会\",\"创新业务挖掘\"]}");
  }

  private static List<String> benefits(JsonNode profile) {
    var benefits = new ArrayList<String>();
    profile.path("benefits").forEach(one -> benefits.add(one.path("id").asText()));
    return benefits;
  }

  private static JsonNode profile(int number, String query, Map<String, String> who) {
    String path = "/v1/years/2025/enterprises/" + FactsZone.uscc(number) + "/profile";
    return Caller.json(CALLER.get(path + query, who));
  }

  @Test
  void benefitsAreThoseThatTheResultOpens() {
    // The first is the last of seven, the seventh the first; a draft has no places.
    assertThat(profile().path("benefits").toString())
        .isEqualTo(
            "[{\"id\":\"payment-first\",\"name\":\"优先拨付各级政策奖励资金\",\"department\":\"finance\","
                + "\"departmentName\":\"财政金融局\",\"cite\":\"五(四)\"}]");
    assertThat(benefits(profile(7, "", Caller.enterprise(7))))
        .containsExactly(
            "payment-first", "projects", "funds", "settlement", "housing", "schooling");
    assertThat(benefits(profile(7, "?edition=draft", Caller.BUREAU)))
        .containsExactly("payment-first");
    assertThat(benefits(profile(7, "", Caller.department("hr")))).containsExactly("settlement");
    assertThat(benefits(profile(8, "", Caller.BUREAU))).isEmpty();
  }

  @Test
  void simulationIsTheProfileAsItWouldBe() {
    JsonNode before = profile();
    JsonNode simulated = Caller.json(simulate("{\"rdExpense\":500}"));
    assertThat(indicator(before, "1.1").get("points").doubleValue()).isEqualTo(6);
    JsonNode indicator = indicator(simulated, "1.1");
    assertThat(indicator.get("points").doubleValue()).isEqualTo(12);
    assertThat(indicator.get("from").get(0).toString())
        .isEqualTo(
            "{\"field\":\"rdExpense\",\"value\":500,\"key\":\"simulation\",\"version\":\"\","
                + "\"row\":0}");
    assertThat(simulated.get("total").doubleValue())
        .isGreaterThan(before.get("total").doubleValue());
    assertThat(before.get("rank").get("overall").intValue()).isEqualTo(7);
    assertThat(simulated.get("rank").toString())
        .isEqualTo("{\"overall\":1,\"overallOf\":7,\"stage\":1,\"stageOf\":7}");
  }

  @Test
  void simulationWithoutChangesIsTheScoreThatIs() {
    JsonNode simulated = Caller.json(simulate("{}"));
    JsonNode before = profile();
    for (String same : List.of("total", "stage", "categories", "rank", "indicators", "coverage")) {
      assertThat(simulated.get(same)).as(same).isEqualTo(before.get(same));
    }
  }

  @Test
  void simulationStoresNothing() {
    var facts = ZONE.facts().read(FactsZone.uscc(1));
    var draft = ZONE.scores.draft(2025, FactsZone.uscc(1));
    simulate("{\"rdExpense\":500}");
    assertThat(ZONE.facts().read(FactsZone.uscc(1))).isEqualTo(facts);
    assertThat(ZONE.scores.draft(2025, FactsZone.uscc(1))).isEqualTo(draft);
  }

  @Test
  void nullMakesAFigureUnknown() {
    JsonNode simulated = Caller.json(simulate("{\"revenue\":null}"));
    assertThat(simulated.get("status").textValue()).isEqualTo("incomplete");
    assertThat(simulated.get("missing").toString()).isEqualTo("[\"revenue\"]");
    assertThat(simulated.get("rank").isNull()).isTrue();
  }

  @Test
  void allThatCannotBeSupposedIsNamedAtOnce() {
    APIGatewayV2HTTPResponse answer =
        simulate(
            "{\"rdExpense\":-1,\"staff\":1.5,\"abnormal\":\"是\",\"rating\":\"好\","
                + "\"registeredOn\":\"2025\",\"uscc\":\"X\"}");
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).get("errors"))
        .extracting(error -> error.get("name").textValue() + " " + error.get("detail").textValue())
        .containsExactlyInAnyOrder(
            "/changes/rdExpense 研发费用(万元)应为不小于 0 的数字，收到：-1",
            "/changes/staff 年末职工总数应为不小于 0 的整数，收到：1.5",
            "/changes/abnormal 列入经营异常名录应为 true 或 false，收到：\"是\"",
            "/changes/rating 环境信用等级应为 诚信、良好、警示、不良 之一，收到：\"好\"",
            "/changes/registeredOn 成立日期应为日期（如 2025-01-31），收到：\"2025\"",
            "/changes/uscc 没有可以试算的字段 uscc");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2025, 200",
    "2, 2025, 403",
    "1, 2023, 404",
  })
  void enterpriseSimulatesItsOwnPublishedYears(int token, int year, int status) {
    APIGatewayV2HTTPResponse answer =
        CALLER.post(
            "/v1/years/" + year + "/enterprises/" + FactsZone.uscc(1) + "/simulations",
            Caller.enterprise(token),
            "{\"changes\":{}}");
    assertThat(answer.getStatusCode()).isEqualTo(status);
  }

  @Test
  void historySaysWhatChanged() {
    JsonNode history =
        Caller.json(
            CALLER.get("/v1/enterprises/" + FactsZone.uscc(1) + "/history", Caller.enterprise(1)));
    assertThat(history.get("items")).hasSize(2);
    JsonNode change = history.get("items").get(0).get("change");
    assertThat(change.get("since").intValue()).isEqualTo(2024);
    assertThat(change.get("stageBefore").isNull()).isTrue();
    double total = history.get("items").get(0).get("total").doubleValue();
    double before = history.get("items").get(1).get("total").doubleValue();
    assertThat(change.get("total").doubleValue())
        .isEqualTo(Math.round((total - before) * 100) / 100.0);
    // 200 to 250 万元: +25 % where there was no year before to grow from.
    assertThat(change.get("indicators").get(0).toString())
        .isEqualTo(
            "{\"id\":\"1.2\",\"name\":\"研发费用增速\",\"valueBefore\":null,\"value\":25,\"points\":7.2}");
    assertThat(history.get("items").get(1).get("change").isNull()).isTrue();
  }

  @Test
  void completenessSaysWhoLacksWhat() {
    JsonNode completeness =
        Caller.json(CALLER.get("/v1/years/2025/completeness", Caller.DEPARTMENT));
    JsonNode lacking = null;
    for (JsonNode item : completeness.get("items")) {
      if (item.get("uscc").textValue().equals(FactsZone.uscc(8))) {
        lacking = item;
      }
    }
    assertThat(lacking).isNotNull();
    assertThat(lacking.get("status").textValue()).isEqualTo("incomplete");
    assertThat(lacking.get("missing").toString()).isEqualTo("[\"revenue\"]");
    assertThat(lacking.get("unreported").toString())
        .isEqualTo("[\"credit\",\"environment\",\"safety\"]");
    assertThat(
            CALLER.get("/v1/years/2025/completeness?format=csv", Caller.BUREAU).getBody().lines())
        .contains(
            FactsZone.uscc(8) + ",企业8,,07-32,负面清单未报送,企业征信,没有该企业的记录,市场监督管理局",
            FactsZone.uscc(1)
                + ",企业1,,07-32,指标缺数据,1.4 科技人员占职工总数的比重,"
                + indicatorReason(completeness)
                + ",人力资源和社会保障局");
    assertThat(lacking.get("grid").textValue()).isEqualTo("07-32");
    assertThat(lacking.get("departments").toString())
        .isEqualTo("[\"ecology\",\"emergency\",\"market\",\"tax\"]");
  }

  @Test
  void completenessIsToldByDepartment() {
    String path = "/v1/years/2025/completeness?department=hr&format=csv";
    assertThat(CALLER.get(path, Caller.BUREAU).getBody().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("人力资源和社会保障局"));
    assertThat(
            Caller.json(CALLER.get("/v1/years/2025/completeness?department=science", Caller.BUREAU))
                .get("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"07-32,true", "07,true", "07-3,false", "7,false", "08,false"})
  void completenessIsToldByGrid(String grid, boolean found) {
    JsonNode items =
        Caller.json(CALLER.get("/v1/years/2025/completeness?grid=" + grid, Caller.BUREAU))
            .get("items");
    assertThat(items.isEmpty()).isEqualTo(!found);
  }

  @Test
  void whatIsNotThereAfterItsDayIsOverdue() {
    // The tests' day is 2 March 2026.
    assertThat(trade(2024).toString())
        .isEqualTo(
            "{\"dataset\":\"trade\",\"title\":\"进出口\",\"owner\":\"commerce\","
                + "\"ownerTitle\":\"商务局\",\"contact\":{\"name\":\"（虚构）商务局数据专员\","
                + "\"telephone\":\"0373-0000003\"},\"deputy\":{\"name\":\"（虚构）商务局数据专员（后备）\","
                + "\"telephone\":\"0373-0000013\"},\"due\":\"2025-03-31\",\"delivered\":false,"
                + "\"deliveredOn\":null,\"overdue\":true,\"files\":[],\"selfReports\":0}");
    assertThat(trade(2025).get("due").textValue()).isEqualTo("2026-03-31");
    assertThat(trade(2025).get("overdue").booleanValue()).isFalse();
  }

  /** A file that came eight months after the day is late, whatever came after it. */
  @Test
  void whatCameAfterItsDayIsOverdueToo() {
    came("late", "2023", "2024-11-30T03:00:00Z", UploadStatus.WITHDRAWN);
    came("later", "2023", "2024-12-30T03:00:00Z", UploadStatus.ACCEPTED);
    came("early", "2022", "2023-03-31T15:59:59Z", UploadStatus.WITHDRAWN);
    came("mended", "2022", "2023-06-01T03:00:00Z", UploadStatus.ACCEPTED);

    assertThat(trade(2023).get("deliveredOn").textValue()).isEqualTo("2024-11-30");
    assertThat(trade(2023).get("overdue").booleanValue()).isTrue();
    assertThat(trade(2022).get("deliveredOn").textValue()).isEqualTo("2023-03-31");
    assertThat(trade(2022).get("overdue").booleanValue()).as("corrected later").isFalse();

    JsonNode commerce =
        commerce(Caller.json(CALLER.get("/v1/years/2023/departments", Caller.BUREAU)));
    assertThat(commerce.path("datasets").toString())
        .isEqualTo("{\"all\":1,\"onTime\":0,\"late\":1,\"pending\":0,\"missing\":0}");
    assertThat(commerce.path("rowsRefused").asInt()).isEqualTo(2);
    assertThat(CALLER.get("/v1/years/2023/departments?format=csv", Caller.BUREAU).getBody())
        .contains("商务局,1,0,1,0,2,0,0,0,0,,,,0,,,0,,,0,,");
    assertThat(CALLER.get("/v1/years/2023/departments").getStatusCode()).isEqualTo(401);
    assertThat(
            Caller.json(CALLER.get("/v1/years/2023/departments?quarter=2026-Q5", Caller.BUREAU))
                .path("detail")
                .asText())
        .isEqualTo("参数 quarter 应为 季度（如 2026-Q3），收到：2026-Q5");
  }

  @Test
  void conflictsAreForOffices() {
    String path = "/v1/years/2025/conflicts";
    assertThat(CALLER.get(path).getStatusCode()).isEqualTo(401);
    assertThat(Caller.json(CALLER.get(path, Caller.BUREAU)).path("items")).isEmpty();
    assertThat(CALLER.get(path + "?format=csv", Caller.BUREAU).getBody())
        .isEqualTo("\uFEFF统一社会信用代码,企业名称,所属网格,数据表,字段,各来源的数据,采用的来源,相差(%)\r\n");
  }

  @Test
  void candidatesOfTheRosterAreForTheBureau() {
    String path = "/v1/years/2099/roster-candidates";
    ZONE.file("tax", "operations", 2099, Map.of(1, Map.of("revenue", Value.of(7))));
    assertThat(CALLER.get(path).getStatusCode()).isEqualTo(401);
    assertThat(CALLER.get(path, Caller.DEPARTMENT).getStatusCode()).isEqualTo(403);
    assertThat(Caller.json(CALLER.get(path, Caller.BUREAU)).path("items"))
        .extracting(one -> one.path("uscc").asText())
        .containsExactly(FactsZone.uscc(1));
    var csv = CALLER.get(path + "?format=csv", Caller.BUREAU);
    assertThat(csv.getBody())
        .startsWith("\uFEFF统一社会信用代码,企业名称,成立日期,行业代码,主导产业,所属园区,所属网格,纳入依据\r\n")
        .contains(FactsZone.uscc(1) + ",企业1,2018-01-01,C3464,,,07-32,\r\n");
  }

  private static void came(String name, String year, String at, UploadStatus status) {
    String key = "uploads/commerce/trade/%s/%s.csv".formatted(year, name);
    new UploadsTable(ZONE.client(), ZONE.tables.uploads())
        .put(
            new UploadRecord(
                name,
                UploadPath.of(key, Set.of("commerce"), Set.of("trade")),
                status,
                Optional.of("v"),
                Optional.empty(),
                100,
                Instant.parse(at),
                Optional.of(Instant.parse(at)),
                Instant.parse(at),
                Optional.of(new UploadRecord.Counts(8, 7, 1, 1, 0)),
                Optional.empty()));
  }

  private static JsonNode commerce(JsonNode league) {
    return league
        .path("items")
        .valueStream()
        .filter(one -> one.path("department").asText().equals("commerce"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode trade(int year) {
    return Caller.json(CALLER.get("/v1/years/" + year + "/completeness", Caller.BUREAU))
        .get("datasets")
        .valueStream()
        .filter(one -> one.get("dataset").textValue().equals("trade"))
        .findFirst()
        .orElseThrow();
  }

  private static String indicatorReason(JsonNode completeness) {
    for (JsonNode item : completeness.get("items")) {
      if (item.get("uscc").textValue().equals(FactsZone.uscc(1))) {
        return item.get("indicators").get(0).get("reason").textValue();
      }
    }
    throw new AssertionError("the first enterprise lacks its workforce");
  }

  @Test
  void completenessSaysWhatCameFromWhomAndWhen() {
    String key = "uploads/tax/operations/2025/a.csv";
    new UploadsTable(ZONE.client(), ZONE.tables.uploads())
        .put(
            new UploadRecord(
                "u1",
                UploadPath.of(key, Set.of("tax"), Set.of("operations")),
                UploadStatus.PARTIAL,
                Optional.of("v2"),
                Optional.empty(),
                100,
                PublishedZone.NOON,
                Optional.of(PublishedZone.NOON),
                PublishedZone.NOON,
                Optional.of(new UploadRecord.Counts(8, 7, 1, 1, 0)),
                Optional.empty()));
    JsonNode datasets =
        Caller.json(CALLER.get("/v1/years/2025/completeness", Caller.BUREAU)).get("datasets");
    assertThat(datasets)
        .hasSameSizeAs(
            Catalogue.load().datasets().stream().filter(one -> one.due().isPresent()).toList());
    JsonNode operations = null;
    for (JsonNode dataset : datasets) {
      if (dataset.get("dataset").textValue().equals("operations")) {
        operations = dataset;
      }
    }
    assertThat(operations).isNotNull();
    assertThat(operations.toString())
        .isEqualTo(
            "{\"dataset\":\"operations\",\"title\":\"经营情况\",\"owner\":\"tax\","
                + "\"ownerTitle\":\"税务局\",\"contact\":{\"name\":\"（虚构）税务局数据专员\","
                + "\"telephone\":\"0373-0000002\"},\"deputy\":{\"name\":\"（虚构）税务局数据专员（后备）\","
                + "\"telephone\":\"0373-0000012\"},\"due\":\"2026-04-30\",\"delivered\":true,"
                + "\"deliveredOn\":\"2026-03-02\",\"overdue\":false,\"files\":[{\"source\":\"tax\","
                + "\"key\":\"uploads/tax/operations/2025/a.csv\",\"version\":\"v2\","
                + "\"status\":\"partial\",\"uploadedAt\":\"2026-03-02T04:00:00Z\",\"rows\":8,"
                + "\"accepted\":7,\"rejected\":1}],\"selfReports\":0}");
  }

  @ParameterizedTest
  @CsvSource({"lookup/simulation", "lookup/overview", "lookup/completeness"})
  void sampleEventsAreAnswered(String event) {
    assertThat(CALLER.send(event).getStatusCode()).isEqualTo(200);
  }

  @Test
  void completenessIsForOffices() {
    assertThat(CALLER.get("/v1/years/2025/completeness").getStatusCode()).isEqualTo(401);
    assertThat(CALLER.get("/v1/years/2025/completeness", Caller.enterprise(1)).getStatusCode())
        .isEqualTo(403);
  }
}
