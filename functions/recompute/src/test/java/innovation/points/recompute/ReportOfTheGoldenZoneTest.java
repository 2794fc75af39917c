package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.recompute.report.AnalysisReport;
import innovation.points.recompute.report.AnalysisReport.Count;
import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.recompute.report.AnalysisReport.Group;
import innovation.points.recompute.report.AnalysisReport.Named;
import innovation.points.recompute.report.ReportTally;
import innovation.points.store.audit.FindingDocument;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.scores.ScoreRow;
import innovation.points.testkit.GoldenZone;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of a whole zone: its figures are those worked out anew from the expected answers. */
class ReportOfTheGoldenZoneTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GoldenReport GOLDEN = GoldenReport.made();
  private static final int SEGMENTS = 7;

  private static final List<ScoreRow> rows = GOLDEN.rows();
  private static final Map<String, ScoreRow> earlier = GOLDEN.earlier();
  private static final AnalysisReport report = GOLDEN.report();

  private static List<JsonNode> expected = List.of();

  @BeforeAll
  static void read() throws IOException {
    JsonNode answers = JSON.readTree(Files.readString(GoldenZone.file("expected-2025.json")));
    expected = StreamSupport.stream(answers.spliterator(), false).toList();
  }

  @Test
  void saysWhatIsToBeSaidOfTheIndexAndNothingOfOneEnterprise() {
    var index = GOLDEN.report().index();
    assertThat(index.text())
        .containsExactly("总分分布不对称（偏度 +0.64）：多数企业集中在低分一侧。看校准建议；它给出“不改”的，说明曲线已经合适。");
    assertThat(index.findings()).extracting(FindingDocument::id).containsExactly("skewed");
  }

  @Test
  void itCountsEveryEnterpriseOnTheRosterOnce() {
    var overview = report.overview();
    int others = expected.size() - count(ranked());
    assertThat(others).isGreaterThanOrEqualTo(3);
    assertThat(overview.roster()).isEqualTo(expected.size());
    assertThat(overview.ranked()).isEqualTo(count(ranked()));
    assertThat(overview.notPublished()).isEqualTo(others);
    assertThat(overview.text().getFirst())
        .isEqualTo(
            "2025 年度列入企业名录、参加评价的企业 %d 家，其中参与排名并公布 %d 家，占 %.1f%%；未公布 %d 家。"
                .formatted(
                    expected.size(),
                    overview.ranked(),
                    100.0 * overview.ranked() / expected.size(),
                    others));
  }

  /** Why somebody has no public score, and how many there are for each reason, is said nowhere. */
  @Test
  void noReasonAndNoSmallCountIsSaid() {
    String json = new String(report.json(), StandardCharsets.UTF_8);
    assertThat(json)
        .doesNotContain("\"excluded\"", "\"incomplete\"", "\"scored\"", "\"exclusions\"")
        .doesNotContain("不纳入", "待补数", "负面清单");
    var overview = report.overview();
    assertThat(
            Stream.of(overview.deductions(), overview.bonus(), overview.decay())
                .flatMap(List::stream)
                .map(Count::enterprises)
                .filter(Objects::nonNull))
        .allMatch(count -> count >= 3);
    assertThat(
            report.performance().indicators().stream()
                .map(AnalysisReport.Indicator::missing)
                .filter(Objects::nonNull))
        .allMatch(count -> count >= 3);
    assertThat(report.rewards().kinds())
        .allMatch(kind -> (kind.enterprises() == null) == (kind.amount() == null));
  }

  @Test
  void itsTotalsAreThoseOfTheRanked() {
    agree(report.overview().totals(), totals(ranked()));
    double[] then = GOLDEN.rankingBefore().stream().mapToDouble(RankingEntry::total).toArray();
    agree(Objects.requireNonNull(report.overview().totalsBefore()), then);
    assertThat(
            report.distribution().bins().stream().mapToInt(AnalysisReport.Bin::enterprises).sum())
        .isEqualTo(count(ranked()));
    for (var bin : report.distribution().bins()) {
      long inside =
          Arrays.stream(totals(ranked()))
              .filter(total -> total >= bin.from() && total < bin.to())
              .count();
      assertThat(bin.enterprises()).isEqualTo((int) inside).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void eachStageHasItsFigures() {
    assertThat(report.stages().groups().stream().map(Group::id))
        .containsExactly("startup", "growth", "expansion", "mature");
    for (Group group : report.stages().groups()) {
      Predicate<JsonNode> inStage =
          ranked().and(one -> one.path("stage").asText().equals(group.id()));
      agree(group.totals(), totals(inStage));
      group
          .categories()
          .forEach(
              (category, mean) ->
                  assertThat(mean)
                      .isCloseTo(
                          expected.stream()
                              .filter(inStage)
                              .mapToDouble(one -> one.path("categories").path(category).asDouble())
                              .average()
                              .orElseThrow(),
                          within(0.0051)));
    }
  }

  @Test
  void everyIndustryIsCounted() {
    var industries = report.industries();
    for (List<Group> groups : List.of(industries.clusters(), industries.industries())) {
      assertThat(groups.stream().mapToInt(group -> group.totals().enterprises()).sum())
          .isEqualTo(count(ranked()));
      assertThat(groups).allMatch(group -> group.totals().mean() != null);
    }
    assertThat(industries.text()).noneMatch(sentence -> sentence.contains("不足 3 家"));
  }

  @Test
  void aSmallGroupSaysItsNumberAloneAndCannotBeFoundBySubtraction() {
    var seen = new HashMap<String, Integer>();
    List<ScoreRow> few =
        rows.stream()
            .filter(
                row ->
                    !"M73".equals(row.industry())
                        || (row.ranked() && seen.merge("M73", 1, Integer::sum) <= 2))
            .toList();
    var industries = GOLDEN.report(GOLDEN.tally(few, true)).industries();
    Group small = group(industries.industries(), "M73");
    assertThat(small.totals()).isEqualTo(new Figures(2, null, null, null, null, null));
    assertThat(small.categories()).isEmpty();
    assertThat(industries.industries().stream().filter(one -> one.totals().mean() == null))
        .as("with the smallest other group")
        .extracting(Group::id)
        .containsExactly("C27", "M73");
    assertThat(industries.text()).contains("不足 3 家企业的组只列家数，不公布平均值等指标；为防止推算，必要时家数最少的其他组同样处理。");
  }

  private static Group group(List<Group> groups, String id) {
    return groups.stream().filter(group -> id.equals(group.id())).findFirst().orElseThrow();
  }

  @Test
  void eachIndicatorHasItsRate() {
    assertThat(report.performance().indicators()).hasSize(35);
    for (var indicator : report.performance().indicators()) {
      double mean =
          expected.stream()
              .filter(ranked())
              .mapToDouble(
                  one -> one.path("indicators").path(indicator.id()).path("points").asDouble())
              .average()
              .orElseThrow();
      assertThat(indicator.mean()).as(indicator.id()).isCloseTo(mean, within(0.0051));
      assertThat(indicator.rate())
          .as(indicator.id())
          .isCloseTo(mean / indicator.fullPoints(), within(0.000051));
      assertThat(indicator.missing())
          .as(indicator.id())
          .isEqualTo(
              shown(
                  rows.stream()
                      .filter(ScoreRow::ranked)
                      .flatMap(row -> row.detail().indicators().stream())
                      .filter(one -> one.id().equals(indicator.id()))
                      .filter(one -> one.outcome().equals("missing"))
                      .count()));
    }
  }

  @Test
  void eachIndicatorHasItsDistributionInBandsOfThreeAndMore() {
    for (var indicator : report.performance().indicators()) {
      assertThat(indicator.bands().getFirst().from()).as(indicator.id()).isZero();
      assertThat(indicator.bands().getLast().to()).as(indicator.id()).isEqualTo(100);
      for (var band : indicator.bands()) {
        long inside =
            rows.stream()
                .filter(ScoreRow::ranked)
                .flatMap(row -> row.detail().indicators().stream())
                .filter(one -> one.id().equals(indicator.id()))
                .mapToDouble(one -> 100 * one.points() / one.fullPoints())
                .filter(
                    share ->
                        share >= band.from() - 1e-6
                            && (share < band.to() - 1e-6 || band.to() == 100))
                .count();
        assertThat(band.enterprises())
            .as("%s %s", indicator.id(), band)
            .isEqualTo((int) inside)
            .matches(count -> count == 0 || count >= 3);
      }
    }
  }

  /** A count as the report may say it. */
  private static @Nullable Integer shown(long count) {
    return count < 3 ? null : Math.toIntExact(count);
  }

  /** An enterprise that is ranked in both years. */
  private record Both(ScoreRow then, ScoreRow now) {
    String uscc() {
      return now.uscc();
    }

    BigDecimal change() {
      return total(now).subtract(total(then));
    }

    private static BigDecimal total(ScoreRow row) {
      return BigDecimal.valueOf(Objects.requireNonNull(row.card().total()));
    }
  }

  @Test
  void moversAreTheEnterprisesRankedInBothYears() {
    var both = new ArrayList<Both>();
    for (ScoreRow row : rows) {
      ScoreRow then = earlier.get(row.uscc());
      if (row.ranked() && then != null && then.ranked()) {
        both.add(new Both(then, row));
      }
    }
    var movements = report.movements();
    assertThat(movements.entered()).isEqualTo(count(ranked()) - both.size());
    assertThat(movements.left())
        .isEqualTo((int) earlier.values().stream().filter(ScoreRow::ranked).count() - both.size());
    assertThat(movements.rose()).isEqualTo(signs(both, 1));
    assertThat(movements.fell()).isEqualTo(signs(both, -1));
    assertThat(movements.same()).isEqualTo(signs(both, 0));
    both.sort(Comparator.comparing(Both::change).thenComparing(Both::uscc));
    assertThat(movements.fallers().stream().map(Named::uscc))
        .isNotEmpty()
        .containsExactlyElementsOf(
            both.stream()
                .filter(one -> one.change().signum() < 0)
                .limit(10)
                .map(Both::uscc)
                .toList());
    both.sort(Comparator.comparing(Both::change).reversed().thenComparing(Both::uscc));
    assertThat(movements.risers().stream().map(Named::uscc))
        .isNotEmpty()
        .containsExactlyElementsOf(
            both.stream()
                .filter(one -> one.change().signum() > 0)
                .limit(10)
                .map(Both::uscc)
                .toList());
    assertThat(movements.risers().getFirst().change())
        .isEqualTo(both.getFirst().change().doubleValue());
    assertThat(movements.stageMoves().stream().mapToInt(move -> move.enterprises()).sum())
        .isEqualTo(
            (int)
                both.stream()
                    .filter(
                        one -> !Objects.equals(one.then().card().stage(), one.now().card().stage()))
                    .count());
  }

  @Test
  void rewardsAreSumsThatTellOfNobody() {
    var enterprises = new TreeMap<String, Integer>();
    var amounts = new TreeMap<String, BigDecimal>();
    for (JsonNode one : expected) {
      one.path("rewards")
          .forEachEntry(
              (reward, amount) -> {
                enterprises.merge(reward, 1, Integer::sum);
                amounts.merge(reward, new BigDecimal(amount.asText()), BigDecimal::add);
              });
    }
    var rewards = report.rewards();
    assertThat(rewards.kinds().stream().map(kind -> kind.id()))
        .containsExactlyInAnyOrderElementsOf(enterprises.keySet());
    for (var kind : rewards.kinds()) {
      if (kind.amount() != null) {
        assertThat(kind.enterprises()).isEqualTo(enterprises.get(kind.id())).isGreaterThan(2);
        assertThat(kind.amount()).isEqualByComparingTo(amounts.get(kind.id()));
      }
    }
    assertThat(rewards.kinds()).anyMatch(kind -> kind.amount() == null);
    assertThat(rewards.amount()).as("the hidden ones would be the rest of it").isNull();
    assertThat(rewards.text().getFirst())
        .contains(" %d 家，公布金额的各类奖励合计 ".formatted(rewards.enterprises()));
  }

  @Test
  void completenessSaysWhatWasDelivered() {
    assertThat(report.completeness().datasets()).hasSize(13);
    assertThat(report.completeness().datasets())
        .filteredOn(dataset -> dataset.delivered())
        .extracting(dataset -> dataset.id())
        .containsExactly("enterprises", "operations");
    long known =
        rows.stream()
            .filter(ScoreRow::ranked)
            .flatMap(row -> row.detail().indicators().stream())
            .filter(one -> !one.outcome().equals("missing"))
            .count();
    assertThat(report.completeness().known())
        .isCloseTo((double) known / (35 * count(ranked())), within(0.00501));
  }

  @Test
  void nobodyIsNamedWhoIsNotRanked() {
    String text = new String(report.json(), StandardCharsets.UTF_8);
    for (ScoreRow row : rows) {
      if (!row.ranked()) {
        assertThat(text).doesNotContain(row.uscc());
        String name = row.card().name();
        if (name != null) {
          assertThat(text).doesNotContain('"' + name + '"');
        }
      }
    }
  }

  /** In whatever parts and order, on whatever machines. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void partsOfAZoneGiveTheReportOfTheWhole(int seed) throws IOException {
    var random = new Random(seed);
    var shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    var parts = new ArrayList<List<ScoreRow>>();
    for (int i = 0; i < SEGMENTS; i++) {
      parts.add(new ArrayList<>());
    }
    shuffled.forEach(row -> parts.get(random.nextInt(SEGMENTS)).add(row));
    var whole = new ReportTally();
    for (int i = 0; i < SEGMENTS; i++) {
      ReportTally part = GOLDEN.tally(parts.get(i), i == SEGMENTS - 1);
      whole.add(JSON.readValue(JSON.writeValueAsBytes(part), ReportTally.class));
    }
    assertThat(GOLDEN.report(whole).json()).isEqualTo(report.json());
  }

  @Test
  void aTallyStaysSmall() throws IOException {
    assertThat(JSON.writeValueAsBytes(GOLDEN.tally(rows, true)).length).isLessThan(60_000);
  }

  private static Predicate<JsonNode> ranked() {
    return one -> one.path("rank").isObject();
  }

  private static int count(Predicate<JsonNode> which) {
    return (int) expected.stream().filter(which).count();
  }

  private static double[] totals(Predicate<JsonNode> which) {
    return expected.stream()
        .filter(which)
        .mapToDouble(one -> one.path("total").asDouble())
        .toArray();
  }

  private static int signs(List<Both> both, int sign) {
    return (int) both.stream().filter(one -> one.change().signum() == sign).count();
  }

  private static void agree(Figures figures, double[] totals) {
    Arrays.sort(totals);
    assertThat(figures.enterprises()).isEqualTo(totals.length);
    assertThat(figures.mean())
        .isCloseTo(Arrays.stream(totals).average().orElseThrow(), within(0.0051));
    assertThat(figures.lowerQuartile()).isCloseTo(quantile(totals, 0.25), within(0.0051));
    assertThat(figures.median()).isCloseTo(quantile(totals, 0.5), within(0.0051));
    assertThat(figures.upperQuartile()).isCloseTo(quantile(totals, 0.75), within(0.0051));
    assertThat(figures.highest()).isEqualTo(totals[totals.length - 1]);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
