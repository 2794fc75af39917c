package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.names.NameIndex;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.names.NameLine;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.FactsZone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search of a generation that has an index of names, as runs write it. */
class NameSearchTest {

  private static final int ENTERPRISES = 1_200;
  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();
  private static final NameIndexes INDEXES = new NameIndexes(ZONE.client(), ZONE.tables.scores());
  private static final Map<String, List<String>> READINGS =
      Map.of(
          "长",
          List.of("zhang", "chang"),
          "垣",
          List.of("yuan"),
          "若",
          List.of("ruo"),
          "木",
          List.of("mu"),
          "氢",
          List.of("qing"),
          "能",
          List.of("neng"));

  @BeforeAll
  static void publish() {
    var names = new ArrayList<String>();
    for (int i = 1; i <= ENTERPRISES; i++) {
      names.add("测试" + i + "号装备有限公司");
    }
    names.set(899, "长垣若木氢能有限公司");
    names.set(799, "若木（长垣）氢能股份有限公司");
    names.set(1_149, "若木氢能有限公司");
    var rows = new ArrayList<ScoreRow>();
    for (int i = 1; i <= ENTERPRISES; i++) {
      rows.add(PublishedZone.scored(2025, i, names.get(i - 1), "growth", "氢能", 99 - i / 100.0));
    }
    ZONE.publish(2025, "g2025", rows);
    Map<String, String> byCode = new LinkedHashMap<>();
    rows.forEach(row -> byCode.put(row.uscc(), row.card().name()));
    INDEXES.assign("g2025", INDEXES.write(NameIndexes.digest(byCode), lines(rows)));
  }

  private static List<NameLine> lines(List<ScoreRow> rows) {
    return rows.stream()
        .map(
            row -> {
              String core =
                  Objects.requireNonNull(row.card().name()).replaceAll("[（）]|股份|有限公司", "");
              return new NameLine(
                  row.uscc(),
                  row.card().name(),
                  core.codePoints()
                      .mapToObj(Character::toString)
                      .map(one -> READINGS.getOrDefault(one, List.of(one)))
                      .toList());
            })
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "若木氢能有限公司, 1150 900",
    "若木, 800 1150 900",
    "ruomuqing, 900 1150",
    "changyuan, 800 900",
    "rmqn, 900 1150",
    "zyrm, 900",
    "若水氢能, 900 1150",
    "长垣氢能, 800",
    "914107000000000900, 900",
    "0000900, 900",
    "不存在的, ''",
  })
  void enterprisesAreFound(String typed, String numbers) {
    JsonNode found = find(typed, "");
    assertThat(numbers(found)).isEqualTo(numbers);
    assertThat(found.path("count").intValue()).isEqualTo(found.path("items").size());
  }

  @Test
  void aLongListIsReadToItsEndEachOnce() {
    var seen = new ArrayList<String>();
    String cursor = "";
    do {
      JsonNode page = find("装备", "&limit=200" + cursor);
      page.path("items").forEach(item -> seen.add(item.path("uscc").asText()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(ENTERPRISES - 3).doesNotHaveDuplicates();
    assertThat(seen.getFirst()).isEqualTo(FactsZone.uscc(1));
  }

  @Test
  void whatIsFoundIsAFileAsWell() {
    List<String> rows =
        CALLER.get("/v1/enterprises?format=csv&q=" + encoded("装备")).getBody().lines().toList();
    assertThat(rows.getFirst()).isEqualTo("\uFEFF总排名,阶段排名,统一社会信用代码,企业名称,阶段,行业大类,主导产业,所属园区,总分");
    assertThat(rows).hasSize(1 + ENTERPRISES - 3);
    assertThat(rows.get(1)).contains(FactsZone.uscc(1));
  }

  @ParameterizedTest
  @CsvSource({
    "rank, true",
    "-rank, false",
    "stage, true",
    "-stage, false",
    "uscc, true",
    "-uscc, false",
  })
  void aRankingIsReadToItsEndInAnyOrder(String order, boolean byNumber) {
    List<String> seen = ranking(order);
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= ENTERPRISES; i++) {
      expected.add(FactsZone.uscc(i));
    }
    assertThat(seen).isEqualTo(byNumber ? expected : expected.reversed());
  }

  @Test
  void byNameIsTheOrderOfChinese() {
    List<String> seen = ranking("name");
    assertThat(seen).hasSize(ENTERPRISES).doesNotHaveDuplicates();
    assertThat(ranking("-name")).isEqualTo(seen.reversed());
    assertThat(seen.subList(0, 2)).containsExactly(FactsZone.uscc(1_000), FactsZone.uscc(1_001));
  }

  private static List<String> ranking(String order) {
    var seen = new ArrayList<String>();
    String cursor = "";
    do {
      JsonNode page =
          Caller.json(CALLER.get("/v1/years/2025/rankings?limit=130&sort=" + order + cursor));
      assertThat(page.path("count").intValue()).isEqualTo(ENTERPRISES);
      page.path("items").forEach(item -> seen.add(item.path("uscc").asText()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return seen;
  }

  @Test
  void formWordsAloneComeLastButAreFound() {
    assertThat(find("有限公司", "&limit=1").path("items").path(0).path("uscc").asText())
        .isEqualTo(FactsZone.uscc(1));
  }

  @Test
  void punctuationAloneIsNothingToLookFor() {
    var answer = CALLER.get("/v1/enterprises?q=" + encoded("（·）"));
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).path("detail").asText())
        .isEqualTo("参数 q 应为 含文字或数字的名称、拼音、首字母或代码，收到：（·）");
  }

  @Test
  void aPageCostsTheRowsItShowsOnceTheIndexIsKnown() {
    Caller fresh = ZONE.caller();
    String search = "/v1/enterprises?q=" + encoded("若木氢能");
    fresh.get(search + "&limit=1");
    fresh.get(search);
    assertThat(fresh.capacity()).as("the other row, at most 4 KB, consistently").isEqualTo(1);
    fresh.get(search);
    assertThat(fresh.capacity()).as("rows of a generation never change").isZero();
  }

  @Test
  void anIndexIsThatOfItsNames() {
    var names = Map.of("914107000000000001", "甲", "914107000000000002", "乙");
    String digest = NameIndexes.digest(names);
    assertThat(INDEXES.named(digest)).isEmpty();
    NameIndex index =
        INDEXES.write(
            digest,
            List.of(
                new NameLine("914107000000000001", "甲", List.of()),
                new NameLine("914107000000000002", "乙", List.of())));
    assertThat(INDEXES.named(digest)).contains(index);
    assertThat(NameIndexes.digest(Map.of("914107000000000001", "甲"))).isNotEqualTo(digest);
  }

  private static JsonNode find(String typed, String more) {
    return Caller.json(CALLER.get("/v1/enterprises?q=" + encoded(typed) + more));
  }

  private static String numbers(JsonNode found) {
    var numbers = new ArrayList<String>();
    found
        .path("items")
        .forEach(item -> numbers.add(item.path("uscc").asText().replaceFirst("^9141070*", "")));
    return String.join(" ", numbers);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
