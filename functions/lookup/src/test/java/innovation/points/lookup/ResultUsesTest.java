package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.store.questions.Letter;
import innovation.points.store.questions.Letters;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.FactsZone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a published ranking is used for. */
class ResultUsesTest {
  private static final String LISTS = "/v1/years/2025/lists";

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  /** 20 of each stage, the first the best; the second and third of the startups are equal. */
  private void publish() {
    var rows = new ArrayList<ScoreRow>();
    int number = 1;
    for (String stage : List.of("startup", "mature")) {
      for (int place = 1; place <= 20; place++, number++) {
        double total = stage.equals("startup") && place == 3 ? 78 : 80 - place;
        rows.add(PublishedZone.scored(2025, number, "企业" + number, stage, "氢能", total));
      }
    }
    rows.add(PublishedZone.excluded(2025, 100, "新乡X科技"));
    zone.publish(2025, "g2025", rows);
  }

  private static String csv(String... lines) {
    return "\uFEFF" + String.join("\r\n", lines) + "\r\n";
  }

  private List<String> listed(String path) {
    var listed = new ArrayList<String>();
    for (JsonNode item : Caller.json(caller.get(path)).path("items")) {
      listed.add(
          "%s %s %s/%s"
              .formatted(
                  item.path("stage").asText(),
                  item.path("list").asText(),
                  item.path("rank"),
                  item.path("rankOf")));
    }
    return listed;
  }

  @Test
  void theBestOfEachStageAreListedAndTiesAreNotSplit() {
    publish();

    assertThat(listed(LISTS))
        .containsExactly(
            "mature leading 1/20",
            "mature chasing 2/20",
            "mature advancing 3/20",
            "mature advancing 4/20",
            "startup leading 1/20",
            // Both second: five to ten percent of twenty are one place, and they share it.
            "startup chasing 2/20",
            "startup chasing 2/20",
            "startup advancing 4/20");
    assertThat(listed(LISTS + "?list=chasing&stage=startup"))
        .containsExactly("startup chasing 2/20", "startup chasing 2/20");
    assertThat(listed(LISTS + "?stage=growth")).isEmpty();
  }

  @Test
  void aListIsReadInPartsAndAsAFile() {
    publish();
    var seen = new ArrayList<String>();
    String query = "?limit=3";
    while (!query.isEmpty()) {
      JsonNode page = Caller.json(caller.get(LISTS + query));
      page.path("items").forEach(item -> seen.add(item.path("uscc").asText()));
      query = page.has("nextCursor") ? "?limit=3&cursor=" + page.path("nextCursor").asText() : "";
    }

    assertThat(seen)
        .containsExactlyElementsOf(
            List.of(21, 22, 23, 24, 1, 2, 3, 4).stream().map(FactsZone::uscc).toList());
    assertThat(caller.get(LISTS + "?list=leading&format=csv").getBody())
        .isEqualTo(
            csv(
                "名单,阶段,阶段排名,阶段企业数,统一社会信用代码,企业名称,行业大类,主导产业,总分",
                "领跑,成熟期,1,20,914107000000000021,企业21,C34,氢能,79",
                "领跑,初创期,1,20,914107000000000001,企业1,C34,氢能,79"));
  }

  @Test
  void aListBegunBeforeAnotherPublicationIsNotReadOn() {
    publish();
    String cursor = Caller.json(caller.get(LISTS + "?limit=3")).path("nextCursor").asText();
    zone.publish(2025, "h2025", List.of(PublishedZone.scored(2025, 1, "企业1", "growth", "氢能", 50)));

    var answer = zone.caller().get(LISTS + "?limit=3&cursor=" + cursor);

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(Caller.json(answer).path("detail").asText()).isEqualTo("2025 年度已公布新的结果，请从第一页重新开始");
  }

  @ParameterizedTest
  @CsvSource({
    "?list=best, 参数 list 应为 leading、chasing、advancing 之一，收到：best",
    "?stage=adult, 参数 stage 应为 mature、expansion、growth、startup 之一，收到：adult",
  })
  void whatDoesNotExistIsNamed(String query, String detail) {
    publish();

    assertThat(Caller.json(caller.get(LISTS + query)).path("detail").asText()).isEqualTo(detail);
  }

  @Test
  void anUnchangedListIsNotSentAgain() {
    publish();
    var first = caller.get(LISTS);
    String etag = first.getHeaders().getOrDefault("ETag", first.getHeaders().get("etag"));

    assertThat(caller.get(LISTS, Caller.NOBODY, Map.of("if-none-match", etag)).getStatusCode())
        .isEqualTo(304);
  }

  @Test
  void seedsAreYoungAmongTheBestAndRising() {
    zone.publish(
        2024,
        "g2024",
        List.of(
            PublishedZone.scored(2024, 1, "企业1", "startup", "氢能", 78.99),
            PublishedZone.scored(2024, 2, "企业2", "startup", "氢能", 78),
            PublishedZone.scored(2024, 4, "企业4", "startup", "氢能", 76.5),
            PublishedZone.scored(2024, 5, "企业5", "mature", "氢能", 10),
            PublishedZone.scored(2024, 6, "企业6", "startup", "氢能", 10),
            PublishedZone.scored(2024, 21, "企业21", "mature", "氢能", 10)));
    publish();

    JsonNode items = Caller.json(caller.get("/v1/years/2025/seeds", Caller.BUREAU)).path("items");

    // 2 fell to the same, 3 is new, 4 fell, 6 is below the upper quarter, 21 is mature.
    assertThat(items)
        .extracting(
            item ->
                item.path("uscc").asText()
                    + " "
                    + item.path("total")
                    + " "
                    + item.path("totalBefore"))
        .containsExactly(FactsZone.uscc(1) + " 79 78.99", FactsZone.uscc(5) + " 75 10");
    assertThat(caller.get("/v1/years/2025/seeds?format=csv", Caller.DEPARTMENT).getBody())
        .contains("初创期,1,20,914107000000000001,企业1,C34,氢能,79,78.99\r\n");
    assertThat(caller.get("/v1/years/2025/seeds").getStatusCode()).isEqualTo(401);
  }

  @Test
  void withoutAYearBeforeNobodyIsRising() {
    publish();

    assertThat(Caller.json(caller.get("/v1/years/2025/seeds", Caller.BUREAU)).path("items"))
        .isEmpty();
  }

  @Test
  void everyStageIsOfferedItsServices() {
    publish();
    String path = "/v1/years/2025/services";

    assertThat(Caller.json(caller.get(path + "?limit=200", Caller.BUREAU)).path("items"))
        .hasSize(40);
    assertThat(caller.get(path + "?stage=startup&limit=1&format=csv", Caller.BUREAU).getBody())
        .isEqualTo(
            csv(
                "阶段,统一社会信用代码,企业名称,行业大类,主导产业,总分,服务内容,依据",
                "初创期,914107000000000001,企业1,C34,氢能,79,行业先进企业技术指导、优秀人才引进、市场资源链接,五(三)"));
    assertThat(caller.get(path, Caller.enterprise(1)).getStatusCode()).isEqualTo(403);
  }

  private static final String BENEFITS = "/v1/years/2025/benefits";

  private List<String> entitled(String query, Map<String, String> who) {
    var entitled = new ArrayList<String>();
    for (JsonNode item : Caller.json(caller.get(BENEFITS + query, who)).path("items")) {
      var ids = new ArrayList<String>();
      item.path("benefits").forEach(benefit -> ids.add(benefit.path("id").asText()));
      entitled.add(item.path("name").asText() + " " + String.join(" ", ids));
    }
    return entitled;
  }

  @Test
  void whoIsEntitledToABenefitIsListed() {
    publish();

    // Of twenty in a stage four are on lists and ten in the better half; one is excluded.
    assertThat(entitled("?limit=200", Caller.BUREAU))
        .hasSize(40)
        .contains(
            "企业1 payment-first projects funds settlement housing schooling",
            "企业10 payment-first projects",
            "企业11 payment-first",
            "企业30 payment-first projects upgrading");
    assertThat(entitled("?benefit=schooling", Caller.BUREAU))
        .containsExactlyInAnyOrder(
            "企业1 schooling",
            "企业2 schooling",
            "企业3 schooling",
            "企业4 schooling",
            "企业21 schooling",
            "企业22 schooling",
            "企业23 schooling",
            "企业24 schooling");
    assertThat(entitled("?department=hr", Caller.BUREAU)).hasSize(8).contains("企业24 settlement");
    assertThat(caller.get(BENEFITS + "?department=finance&format=csv", Caller.BUREAU).getBody())
        .startsWith(
            """
            \uFEFF支持,办理部门,统一社会信用代码,企业名称,阶段,阶段排名,阶段企业数,所属园区,所属网格,享受日期,依据\r
            优先拨付各级政策奖励资金,财政金融局,914107000000000001,企业1,初创期,1,20,主园区,07-32,,五(四)\r
            优先拨付各级政策奖励资金,财政金融局,914107000000000002,企业2,初创期,2,20,主园区,07-32,,五(四)\r
            """)
        .endsWith("资金优先保障,财政金融局,914107000000000024,企业24,成熟期,4,20,主园区,07-32,,五(四)\r\n");
  }

  @Test
  void officesNarrowListsByParkGridAndQualification() {
    zone.publish(2024, "g2024", List.of(PublishedZone.scored(2024, 1, "企业1", "startup", "氢能", 50)));
    publish();
    for (String list : List.of("seeds", "services", "benefits")) {
      String call = "/v1/years/2025/" + list + "?limit=200&";
      int all = items(call);
      assertThat(all).as(list).isPositive();
      assertThat(items(call + "grid=07&park=" + encoded("主园区"))).as(list).isEqualTo(all);
      assertThat(items(call + "grid=08")).as(list).isZero();
      assertThat(items(call + "qualification=" + encoded("上市企业"))).as(list).isZero();
    }
  }

  private int items(String call) {
    return Caller.json(caller.get(call, Caller.BUREAU)).path("items").size();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aListOfBenefitsIsReadInParts() {
    publish();
    var seen = new ArrayList<String>();
    String query = "?benefit=upgrading&limit=3";
    while (!query.isEmpty()) {
      JsonNode page = Caller.json(caller.get(BENEFITS + query, Caller.BUREAU));
      page.path("items").forEach(item -> seen.add(item.path("name").asText()));
      query =
          page.has("nextCursor")
              ? "?benefit=upgrading&limit=3&cursor=" + page.path("nextCursor").asText()
              : "";
    }

    assertThat(seen)
        .containsExactlyInAnyOrder(
            "企业21", "企业22", "企业23", "企业24", "企业25", "企业26", "企业27", "企业28", "企业29", "企业30");
    String cursor =
        Caller.json(caller.get(BENEFITS + "?limit=3", Caller.BUREAU)).path("nextCursor").asText();
    zone.publish(2025, "h2025", List.of(PublishedZone.scored(2025, 1, "企业1", "growth", "氢能", 50)));
    var answer = zone.caller().get(BENEFITS + "?limit=3&cursor=" + cursor, Caller.BUREAU);
    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(Caller.json(answer).path("detail").asText()).isEqualTo("2025 年度已公布新的结果，请从第一页重新开始");
  }

  @Test
  void aDepartmentIsToldOfWhatItGrants() {
    publish();

    assertThat(entitled("?limit=200", Caller.department("hr")))
        .hasSize(8)
        .contains("企业1 settlement");
    assertThat(entitled("?department=hr", Caller.department("hr"))).hasSize(8);
    assertThat(entitled("?limit=200", Caller.department("tax"))).isEmpty();
    var refused = caller.get(BENEFITS + "?department=finance", Caller.department("hr"));
    assertThat(refused.getStatusCode()).isEqualTo(403);
    assertThat(Caller.json(refused).path("detail").asText()).isEqualTo("部门只能查看由本部门办理的支持");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?benefit=tea | 参数 benefit 应为 payment-first、projects、financing、funds、upgrading、settlement、"
            + "housing、schooling 之一，收到：tea",
        "?department=tea | 参数 department 应为 finance、science、industry、hr、housing、education"
            + " 之一，收到：tea",
      })
  void aBenefitThatDoesNotExistIsNamed(String query, String detail) {
    publish();

    assertThat(Caller.json(caller.get(BENEFITS + query, Caller.BUREAU)).path("detail").asText())
        .isEqualTo(detail);
  }

  @Test
  void departmentsOfBenefitsAreCalledAsInTheCatalogue() {
    var catalogued = new TreeSet<String>();
    for (Benefit benefit : Rulebooks.named("xinxiang-2022-110").benefits()) {
      String id = benefit.department().id();
      assertThat(benefit.department().name()).isEqualTo(Catalogue.load().departmentName(id));
      catalogued.add(id);
    }
    assertThat(catalogued)
        .containsExactly("education", "finance", "housing", "hr", "industry", "science");
  }

  @Test
  void financePaysFromOneListWithItsSum() {
    zone.publish(
        2025,
        "g2025",
        List.of(
            PublishedZone.rewarded(
                PublishedZone.scored(2025, 2, "乙公司", "growth", "氢能", 60), "100000.00"),
            PublishedZone.rewarded(
                PublishedZone.scored(2025, 1, "甲公司", "growth", "氢能", 50), "55490.10"),
            PublishedZone.scored(2025, 3, "丙公司", "growth", "氢能", 70)));
    String path = "/v1/years/2025/rewards/payments";

    assertThat(caller.get(path + "?format=csv", Caller.BUREAU).getBody())
        .isEqualTo(
            csv(
                "统一社会信用代码,企业名称,奖励项目,金额（元）",
                "914107000000000001,甲公司,技术合同成交额奖励 55490.10,55490.10",
                "914107000000000002,乙公司,技术合同成交额奖励 100000.00,100000.00",
                "合计,,2 家企业,155490.10"));
    assertThat(Caller.json(caller.get(path, Caller.BUREAU)).path("total").asText())
        .isEqualTo("155490.1");
    assertThat(caller.get(path, Caller.DEPARTMENT).getStatusCode()).isEqualTo(403);
    JsonNode rewards = Caller.json(caller.get("/v1/years/2025/rewards", Caller.BUREAU));
    assertThat(rewards.path("totals").path("kinds").path("contracts").path("enterprises").asInt())
        .isEqualTo(2);
  }

  @Test
  void aLetterIsCheckedByItsCode() {
    publish();
    var letter =
        new Letter(
            "ABCDEFGHJK23456789MN",
            2025,
            "g2025",
            FactsZone.uscc(1),
            "企业1",
            "startup",
            79,
            new Rank(1, 40, 1, 20),
            PublishedZone.NOON,
            "2027-03-02",
            "企业创新积分参考函\n",
            "ab".repeat(32),
            null);
    new Letters(zone.client(), zone.tables.scores())
        .issue(letter, LocalDate.parse("2026-03-02"), List.of());

    JsonNode checked = Caller.json(caller.get("/v1/letters/abcde-fghjk-23456-789mn"));

    assertThat(checked.path("digest").asText()).isEqualTo(letter.digest());
    assertThat(checked.path("uscc").asText()).isEqualTo(FactsZone.uscc(1));
    assertThat(checked.path("inForce").asBoolean()).isTrue();
    assertThat(caller.get("/v1/letters/ABCDEFGHJK23456789MN/letter.txt").getBody())
        .isEqualTo(
            """
            企业创新积分参考函

            核验码：ABCDEFGHJK23456789MN
            核验地址：https://points.example.gov.cn/letters?code=ABCDEFGHJK23456789MN
            正文摘要（SHA-256）：%s
            """
                .formatted(letter.digest()));
    assertThat(
            Caller.json(caller.get("/v1/letters/ABCDEFGHJK23456789MN/letter.jws"))
                .path("detail")
                .asText())
        .isEqualTo("这份参考函出具时还没有电子签名，请在核验页核对原文");
    assertThat(Caller.json(caller.get("/v1/letters/ABCDEFGHJK23456789MP")).path("detail").asText())
        .isEqualTo("没有这个核验码的参考函，请核对后再试");

    zone.publish(2025, "h2025", List.of(PublishedZone.scored(2025, 1, "企业1", "growth", "氢能", 50)));
    assertThat(
            Caller.json(zone.caller().get("/v1/letters/ABCDEFGHJK23456789MN"))
                .path("inForce")
                .asBoolean())
        .isFalse();
  }
}
