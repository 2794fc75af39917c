package innovation.points.acceptance.stack.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.stack.ApiClient;
import innovation.points.acceptance.stack.SampleStack;
import innovation.points.acceptance.stack.secrets.PossibleFigures.Possible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Takes all public answers of all years together and tries to solve for what is secret (contract
 * §3): who has no public score, why, how many there are for each reason, and the figures of the
 * datasets. Prints what it finds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsTest {

  private static final List<Integer> YEARS = List.of(2025, 2024, 2023);
  private static final String UNKNOWN = "91410700XN0000003B";

  private final SampleStack stack = new SampleStack(YEARS);
  private final List<String> codes;
  private final List<String> names;
  private final Map<String, String> surface;

  SecretsTest() throws Exception {
    var known = new TreeSet<String>();
    var called = new TreeSet<String>();
    for (int year : YEARS) {
      for (JsonNode score : results(year)) {
        known.add(score.path("uscc").asText());
        if (!isPublic(score)) {
          called.add(score.path("name").asText());
        }
      }
    }
    codes = List.copyOf(known);
    names = List.copyOf(called);
    surface = PublicSurface.of(stack, codes, names);
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  private List<JsonNode> results(int year) {
    return stack.items("/v1/years/" + year + "/scores?edition=published", stack.bureau());
  }

  private static boolean isPublic(JsonNode score) {
    return score.path("rank").isObject();
  }

  private static String reason(JsonNode score) {
    String status = score.path("status").asText();
    return status.equals("excluded")
        ? score.path("reasons").toString()
        : status.equals("scored") ? "notRanked" : status;
  }

  @Test
  @Order(1)
  void nobodyWithoutAPublicScoreStandsInItsYear() {
    for (int year : YEARS) {
      for (JsonNode score : results(year)) {
        if (!isPublic(score)) {
          String uscc = score.path("uscc").asText();
          surface.forEach(
              (address, answer) -> {
                boolean asked = address.contains(uscc) || address.endsWith("/lookups");
                if (address.contains(Integer.toString(year)) && !asked) {
                  assertThat(answer).as(address).doesNotContain(uscc);
                }
              });
        }
      }
    }
  }

  /** An enterprise that exists without a public score, and a code that nobody has. */
  @Test
  @Order(2)
  void unpublishedIsAnsweredAsUnknown() throws Exception {
    Map<String, String> unknown = PublicSurface.of(stack, List.of(UNKNOWN), List.of());
    int compared = 0;
    for (int year : YEARS) {
      String path = "/v1/years/%d/enterprises/".formatted(year);
      for (JsonNode score : results(year)) {
        if (!isPublic(score)) {
          String uscc = score.path("uscc").asText();
          assertThat(comparable(surface.getOrDefault(path + uscc, "")).replace(uscc, UNKNOWN))
              .isEqualTo(comparable(unknown.getOrDefault(path + UNKNOWN, "")))
              .startsWith("404");
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  /**
   * One figure, and none under three; each reason may account for any part of it as far as numbers
   * tell. That it is so for persons too is shown by {@link #reasonsCanBeOthers}.
   */
  @Test
  @Order(3)
  void theNumberOfTheUnpublishedIsOneFigure() {
    for (JsonNode year : stack.json("/v1/years", null).path("items")) {
      int number = year.path("year").asInt();
      var secret = new LinkedHashMap<String, Integer>();
      results(number).stream()
          .filter(Predicate.not(SecretsTest::isPublic))
          .forEach(score -> secret.merge(reason(score), 1, Integer::sum));
      int all = secret.values().stream().mapToInt(Integer::intValue).sum();
      JsonNode told = year.at("/counts/notPublished");
      assertThat(told.isNull()).as("%d: null under three", number).isEqualTo(all < 3);
      assertThat(year.at("/counts/enterprises").isNull()).isEqualTo(all < 3);
      System.out.printf("%d: secret %s; public: notPublished %s%n", number, secret, told);
    }
  }

  /** What a rule's deduction is for is not told by the report, with all cards beside it. */
  @Test
  @Order(4)
  void theReportAddsNothingToWhatCardsSayOfDeductions() {
    for (int year : YEARS) {
      var deductions = new PossibleDeductions(rules(year), report(year), cards(year));
      System.out.println(year + ": " + deductions);
      assertThat(deductions.toldByTheReport()).as(Integer.toString(year)).isEmpty();
    }
  }

  @Test
  @Order(5)
  void hiddenRewardsCannotBeSubtracted() {
    for (int year : YEARS) {
      JsonNode rewards = report(year).path("rewards");
      boolean hides =
          rewards.path("kinds").valueStream().anyMatch(one -> one.path("amount").isNull());
      System.out.printf(
          "%d: rewards, hidden kinds %b, sum of all told %b%n",
          year, hides, !rewards.path("amount").isNull());
      assertThat(hides && !rewards.path("amount").isNull()).as(rewards.toString()).isFalse();
    }
  }

  /** No figure of a published enterprise has one possible value, or an interval under 10 %. */
  @Test
  @Order(6)
  void noFigureIsTold() {
    for (int year : YEARS) {
      List<Possible> figures = PossibleFigures.of(rules(year), report(year), cards(year));
      List<Possible> told = figures.stream().filter(Possible::isTold).toList();
      long zero = figures.stream().filter(Possible::isZeroOrMissing).count();
      System.out.printf(
          "%d: %d figures of %d enterprises, told %d, known to be 0 or missing %d%n",
          year, figures.size(), cards(year).size(), told.size(), zero);
      assertThat(figures).hasSizeGreaterThan(1000);
      assertThat(told).isEmpty();
    }
  }

  /**
   * The same public answers, to the letter, where the reasons of six enterprises are others: so
   * they tell neither whose reason is which nor how many there are of each.
   */
  @Test
  @Order(7)
  void reasonsCanBeOthers() throws Exception {
    Map<String, String> before = reasons();
    String credit = whose("[\"credit\"]", 0);
    String another = whose("[\"credit\"]", 1);
    String environment = whose("[\"environment-bad\"]", 0);
    String safety = whose("[\"safety\"]", 0);
    String incomplete = whose("incomplete", 0);
    put(
        "market/credit",
        "列入经营异常名录,列入严重违法失信企业名单",
        credit + ",否,否",
        another + ",否,否",
        safety + ",是,否",
        incomplete + ",是,否");
    put("ecology/environment", "环境信用等级", credit + ",不良", environment + ",良好");
    put(
        "emergency/safety",
        "发生较大及以上安全生产事故,发生群体性事件",
        safety + ",否,否",
        environment + ",是,否",
        another + ",是,否");
    stack.recompute(2025);
    Map<String, String> after = reasons();
    assertThat(after.get(credit)).isEqualTo("[\"environment-bad\"]");
    assertThat(after.get(another)).isEqualTo("[\"safety\"]");
    assertThat(after.get(environment)).isEqualTo("[\"safety\"]");
    assertThat(after.get(safety)).isEqualTo("[\"credit\"]");
    assertThat(after.get(incomplete)).isEqualTo("[\"credit\"]");
    assertThat(after.keySet()).isEqualTo(before.keySet());
    var now = PublicSurface.of(stack, codes, names);
    assertThat(now.keySet()).isEqualTo(surface.keySet());
    surface.forEach(
        (address, answer) ->
            assertThat(comparable(now.getOrDefault(address, "")))
                .as(address)
                .isEqualTo(comparable(answer)));
    System.out.printf("2025: %d answers are the same with other reasons%n", surface.size());
  }

  private Map<String, String> reasons() {
    var reasons = new LinkedHashMap<String, String>();
    results(2025).stream()
        .filter(Predicate.not(SecretsTest::isPublic))
        .forEach(score -> reasons.put(score.path("uscc").asText(), reason(score)));
    return reasons;
  }

  /** Enterprises with a reason that are due no reward, whose sum would be another. */
  private String whose(String reason, int which) {
    return reasons().entrySet().stream()
        .filter(one -> one.getValue().equals(reason))
        .map(Map.Entry::getKey)
        .filter(
            uscc ->
                stack
                    .json("/v1/years/2025/rewards?uscc=" + uscc, stack.bureau())
                    .path("items")
                    .isEmpty())
        .skip(which)
        .findFirst()
        .orElseThrow();
  }

  private void put(String folder, String columns, String... rows) throws Exception {
    stack.put(
        "uploads/" + folder + "/2025/again.csv",
        "统一社会信用代码," + columns + "\n" + String.join("\n", rows) + "\n");
    stack.awaitQuiet();
  }

  /** Without what differs from one run to the next: generations and times. */
  private static String comparable(String answer) {
    return answer
        .replaceAll("20\\d\\d-\\d{8}T\\d{6}\\.\\d{3}Z-[0-9a-f]{6}", "generation")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "time")
        .replaceAll("计算时间.*?（北京时间）", "time")
        .replaceAll("\"nextCursor\":\"[^\"]*\"", "cursor")
        .replaceAll("\"(instance|requestId)\":\"[^\"]*\"", "request");
  }

  private JsonNode report(int year) {
    return stack.json("/v1/years/" + year + "/report", null);
  }

  private JsonNode rules(int year) {
    String id = report(year).at("/rulebook/id").asText();
    return stack.json("/v1/rulebooks/%s?year=%d".formatted(id, year), null).path("rules");
  }

  private List<JsonNode> cards(int year) {
    var cards = new ArrayList<JsonNode>();
    String answer = surface.getOrDefault("/v1/years/" + year + "/lookups", "");
    for (JsonNode item : ApiClient.read(answer.substring("200 ".length())).path("items")) {
      if (item.path("score").isObject()) {
        cards.add(item.path("score"));
      }
    }
    return cards;
  }
}
