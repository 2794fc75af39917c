package innovation.points.scoring.allocation;

import static innovation.points.scoring.CaseFile.map;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.scoring.allocation.AllocationTerms.RankTier;
import innovation.points.scoring.allocation.AllocationTerms.StagePart;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Budgets divided by rank, against {@code allocations/cases.yaml}, worked by hand. */
class AllocationCasesTest {
  private static final List<AllocationMethod> METHODS = List.of(AllocationMethod.values());

  @TestFactory
  Stream<DynamicTest> casesHold() throws IOException {
    List<Object> cases =
        new Yaml().load(Files.readString(Path.of("src/test/resources/allocations/cases.yaml")));
    return cases.stream()
        .map(one -> map(one))
        .map(one -> DynamicTest.dynamicTest(text(one.get("case")), () -> check(one)));
  }

  private static void check(Map<?, ?> one) {
    Map<?, ?> bands = one.containsKey("bands") ? map(one.get("bands")) : Map.of();
    var contenders = new ArrayList<Contender>();
    map(one.get("ranked"))
        .forEach((stage, totals) -> contenders.addAll(ranked(text(stage), map(totals), bands)));
    AllocationTerms terms = terms(map(one.get("terms")));

    Allocation allocation = Allocation.of(terms, contenders.reversed());

    var gets = new LinkedHashMap<String, String>();
    allocation.allotments().forEach(a -> gets.put(a.to().uscc(), a.amount().toPlainString()));
    assertThat(gets).isEqualTo(map(one.get("gets")));
    assertThat(allocation.unspent().toPlainString())
        .isEqualTo(one.containsKey("unspent") ? one.get("unspent") : "0.00");
    List<String> edges =
        allocation.cases().stream()
            .map(edge -> String.join(" ", concat(edge.kind().id(), edge.usccs())))
            .toList();
    assertThat(edges).isEqualTo(one.containsKey("edges") ? one.get("edges") : List.of());
    assertThat(sum(allocation)).isEqualByComparingTo(terms.budget());
  }

  private static List<String> concat(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  /** In the order of the totals; equal totals share a rank. */
  private static List<Contender> ranked(String stage, Map<?, ?> totals, Map<?, ?> bands) {
    List<Double> sorted =
        totals.values().stream().map(t -> ((Number) t).doubleValue()).sorted().toList();
    var contenders = new ArrayList<Contender>();
    totals.forEach(
        (uscc, total) -> {
          double points = ((Number) total).doubleValue();
          int rank = 1 + (int) sorted.stream().filter(other -> other > points).count();
          contenders.add(new Contender(text(uscc), stage, rank, points, span(bands.get(uscc))));
        });
    return contenders;
  }

  private static Contender.@Nullable Span span(@Nullable Object band) {
    return band instanceof List<?> ends
        ? new Contender.Span((int) ends.get(0), (int) ends.get(1))
        : null;
  }

  private static AllocationTerms terms(Map<?, ?> terms) {
    return new AllocationTerms(
        amount(requireNonNull(terms.get("budget"))),
        AllocationMethod.of(text(terms.get("method"))).orElseThrow(),
        list(terms.get("stages")).stream()
            .map(
                part ->
                    new StagePart(
                        text(part.get("stage")),
                        text(part.get("stage")),
                        part.containsKey("percent") ? amount(part.get("percent")) : null,
                        (Integer) part.get("places")))
            .toList(),
        list(terms.get("tiers")).stream()
            .map(
                tier ->
                    new RankTier(
                        (int) requireNonNull(tier.get("to")),
                        amount(requireNonNull(tier.get("weight")))))
            .toList(),
        terms.containsKey("cap") ? amount(terms.get("cap")) : null,
        terms.get("exclude") instanceof List<?> out
            ? out.stream().map(AllocationCasesTest::text).collect(Collectors.toSet())
            : Set.of());
  }

  private static List<Map<?, ?>> list(@Nullable Object list) {
    return list instanceof List<?> all
        ? all.stream().<Map<?, ?>>map(one -> map(one)).toList()
        : List.of();
  }

  private static BigDecimal amount(Object number) {
    return new BigDecimal(text(number));
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static BigDecimal sum(Allocation allocation) {
    return allocation.allotments().stream()
        .map(Allotment::amount)
        .reduce(allocation.unspent(), BigDecimal::add);
  }

  /** Whatever the budget, the points, the limit and the method: not a cent is lost or made. */
  @Test
  void everySumIsTheBudgetToTheCentAndNobodyIsOverTheLimit() {
    RandomGenerator random = new SplittableRandom(7);
    for (int run = 0; run < 2_000; run++) {
      var contenders = new ArrayList<Contender>();
      for (String stage : List.of("a", "b", "c")) {
        var totals = new LinkedHashMap<String, Double>();
        for (int i = random.nextInt(12); i > 0; i--) {
          totals.put(stage + i, random.nextInt(40) / 4.0);
        }
        contenders.addAll(ranked(stage, totals, Map.of()));
      }
      AllocationMethod method = METHODS.get(random.nextInt(METHODS.size()));
      BigDecimal cap =
          random.nextBoolean() ? null : BigDecimal.valueOf(1 + random.nextInt(200_000), 2);
      boolean tiers = method == AllocationMethod.TIERS;
      var parts =
          List.of(
              new StagePart("a", "a", BigDecimal.valueOf(33), tiers ? null : 5),
              new StagePart("b", "b", BigDecimal.valueOf(33), tiers ? null : 1),
              new StagePart("c", "c", BigDecimal.valueOf(34), tiers ? null : 9));
      var terms =
          new AllocationTerms(
              BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2),
              method,
              parts,
              tiers
                  ? List.of(new RankTier(3, new BigDecimal("2.5")), new RankTier(7, BigDecimal.ONE))
                  : List.of(),
              cap,
              Set.of("a1"));

      Allocation allocation = Allocation.of(terms, contenders);

      assertThat(sum(allocation)).isEqualByComparingTo(terms.budget());
      assertThat(allocation.allotments())
          .allMatch(one -> one.amount().signum() > 0 && one.amount().scale() == 2)
          .allMatch(one -> cap == null || one.amount().compareTo(cap) <= 0)
          .noneMatch(one -> one.to().uscc().equals("a1"));
    }
  }

  @Test
  void edgeCasesSayTheirFigures() {
    var terms =
        terms(
            new Yaml()
                .load("{budget: 100, method: places, cap: 20, stages: [{stage: 成长期, places: 2}]}"));
    var contenders =
        ranked("成长期", new Yaml().load("{A: 5, B: 4, C: 4, D: 1}"), Map.of("B", List.of(1, 4)));

    assertThat(Allocation.of(terms, contenders).cases())
        .extracting(EdgeCase::text)
        .containsExactly(
            "成长期：第 2 名 2 家积分相同，都列入，共 3 家（名额 2 家）",
            "成长期：1 家的名次区间跨过末位（第 2 名），其中 1 家在列、0 家不在列；权重和满分值小幅变动即可能易位",
            "3 家达到单家上限 20.00 元，超出部分由其余企业按同一办法分配",
            "40.00 元没有可以分配的企业，不拨付");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {budget: 0, method: places, stages: [{stage: a, places: 1}]}                    | 预算（budget）应为大于 0、不超过 1000 亿、至多两位小数的金额（元），收到：0
          {budget: 1.001, method: places, stages: [{stage: a, places: 1}]}                | 预算（budget）应为大于 0、不超过 1000 亿、至多两位小数的金额（元），收到：1.001
          {budget: 1, cap: -1, method: places, stages: [{stage: a, places: 1}]}           | 单家上限（caps.enterprise）应为大于 0、不超过 1000 亿、至多两位小数的金额（元），收到：-1
          {budget: 1, method: places}                                                     | 参与分配的阶段（stages）应至少有一个
          {budget: 1, method: places, stages: [{stage: a, places: 1}, {stage: a, places: 1}]} | 参与分配的阶段（stages）中的 a 重复
          {budget: 1, method: places, stages: [{stage: a}]}                               | 按名额均分时，a应填名额（places）
          {budget: 1, method: places, stages: [{stage: a, places: 0}]}                    | a的名额（places）应不小于 1，收到：0
          {budget: 1, method: places, stages: [{stage: a, places: 1, percent: 0}]}        | a的占比（percent）应大于 0，收到：0
          {budget: 1, method: places, stages: [{stage: a, places: 1, percent: 99}]}       | 各阶段的占比（percent）应都填写且合计 100，或都不填；收到 1 个，合计 99
          {budget: 1, method: tiers, stages: [{stage: a, places: 1}], tiers: [{to: 1, weight: 1}]} | 按名次分档时名额由分档（tiers）决定，a不应填名额（places）
          {budget: 1, method: tiers, stages: [{stage: a}]}                                | 分档（tiers）应在按名次分档时填写，也只在这时填写
          {budget: 1, method: tiers, stages: [{stage: a}], tiers: [{to: 2, weight: 1}, {to: 2, weight: 1}]} | 分档（tiers）的名次（to）应依次增大，系数（weight）应大于 0，收到：2、1
          """)
  void termsThatDoNotHoldTogetherAreNamed(String terms, String message) {
    assertThatThrownBy(() -> terms(new Yaml().load(terms)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
