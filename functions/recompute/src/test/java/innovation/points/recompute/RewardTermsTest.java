package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Value;
import innovation.points.store.run.Manifest;
import innovation.points.store.scores.RewardEntry;
import innovation.points.testkit.FactsZone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of a year's rewards, and what the rewards come to (rules §9). */
class RewardTermsTest {

  private static final String RUNS = "/v1/years/2025/recomputations";

  private final RecomputeBench bench = new RecomputeBench();

  @Test
  void theYearsShareIsPaidOfUpToAmountsAndTheTotalsSayWhatItComesTo() {
    rewarded();

    Manifest.Rewards full = rewards("{\"publish\":true}");
    Manifest.Rewards part = rewards("{\"publish\":true,\"rewards\":{\"share\":0.75}}");

    assertThat(full.amount()).isEqualByComparingTo("250000");
    assertThat(full.enterprises()).isEqualTo(2);
    assertThat(kind(full, "high-tech"))
        .isEqualTo(new Manifest.Rewards.OfKind(2, new BigDecimal("200000.00")));
    assertThat(kind(full, "contracts"))
        .isEqualTo(new Manifest.Rewards.OfKind(1, new BigDecimal("50000.00")));
    assertThat(kind(part, "high-tech").amount()).isEqualTo("150000.00");
    assertThat(kind(part, "contracts").amount()).as("no up-to amount").isEqualTo("50000.00");
    String generation = Objects.requireNonNull(bench.published(2025));
    assertThat(bench.row(generation, FactsZone.uscc(2)).rewards())
        .extracting(reward -> reward.amount().toPlainString() + " " + reward.reason())
        .containsExactly("75000.00 认定高新技术企业，最高 100000 元，按 75% 发放");
  }

  @Test
  void onlyAnnouncedRewardsAndParksArePaid() {
    rewarded();

    assertThat(rewards("{\"publish\":true,\"rewards\":{\"announced\":[\"contracts\"]}}").kinds())
        .containsOnlyKeys("contracts");
    Manifest.Rewards inOnePark = rewards("{\"publish\":true,\"rewards\":{\"parks\":[\"主园区\"]}}");
    assertThat(inOnePark.enterprises()).isEqualTo(1);
    assertThat(inOnePark.kinds()).containsOnlyKeys("high-tech");
  }

  /** 合同 c is registered by two: 1 % of 500 万元 is paid to neither; another one is paid. */
  @Test
  void aContractThatTwoRegisteredPaysNeither() {
    rewarded();
    contract(2, "c", 500);
    contract(3, "d", 100);

    Manifest.Rewards paid = rewards("{\"publish\":true}");

    assertThat(kind(paid, "contracts"))
        .isEqualTo(new Manifest.Rewards.OfKind(1, new BigDecimal("10000.00")));
    assertThat(paid.amount()).isEqualByComparingTo("210000");
    String generation = Objects.requireNonNull(bench.published(2025));
    assertThat(bench.row(generation, FactsZone.uscc(1)).rewards())
        .extracting(RewardEntry::reward)
        .containsExactly("high-tech");
    assertThat(bench.row(generation, FactsZone.uscc(3)).rewards().getLast().reason())
        .isEqualTo("技术合同成交额奖励，1 份合同，按成交额的 1%，每份最高 100000 元，每家最高 500000 元");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"share\":1.2}         | 字段 rewards.share 应为 0 到 1 之间的发放比例（最多四位小数），收到：1.2",
        "{\"share\":-0.1}        | 字段 rewards.share 应为 0 到 1 之间的发放比例（最多四位小数），收到：-0.1",
        "{\"announced\":[\"x\"]} | 没有奖励"
            + " x，现有：high-tech、tech-sme、overseas、provincial-platform、contracts",
        "{\"parks\":[\" \"]}     | 字段 rewards.parks 中的园区名称不能为空白",
        "{\"part\":1}            | 字段 rewards 应为规定的结构，收到：{\"part\":1}",
      })
  void termsThatMakeNoSenseAreNamed(String terms, String detail) {
    var refused =
        bench.call(
            "POST",
            RUNS,
            "{\"publish\":true,\"rewards\":%s}".formatted(terms),
            RecomputeBench.BUREAU);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("detail").asText()).isEqualTo(detail);
  }

  /** Two certified in the year, one of them in the main park, the other with contracts. */
  private void rewarded() {
    bench.zone.known(2025, 3);
    var roster = new HashMap<>(FactsZone.onRoster(2, LocalDate.of(2015, 6, 1)));
    roster.put("park", Value.of("主园区"));
    bench.zone.put("enterprises", 2025, 2, roster);
    for (int number : new int[] {1, 2}) {
      bench.zone.put(
          "qualifications",
          2025,
          number,
          Map.of(
              "certificate", Value.of("GR" + number),
              "kind", Value.of("高新技术企业"),
              "validFrom", Value.of(LocalDate.of(2025, 11, 1))));
    }
    contract(1, "c", 500);
  }

  private void contract(int number, String contract, double amount) {
    bench.zone.put(
        "technology-contracts",
        2025,
        number,
        Map.of(
            "contract", Value.of(contract),
            "kind", Value.of("技术开发"),
            "amount", Value.of(amount),
            "university", Value.of(false)));
  }

  private Manifest.Rewards rewards(String terms) {
    String order = terms.replaceFirst("}$", ",\"override\":{\"reason\":\"数据以后补齐\"}}");
    String run = bench.call("POST", RUNS, order, RecomputeBench.BUREAU).body().path("id").asText();
    bench.stream(bench.handler(), 2025, run);
    bench.pass(java.time.Duration.ofSeconds(1));
    return Objects.requireNonNull(bench.run(2025, run).manifest()).rewards();
  }

  private static Manifest.Rewards.OfKind kind(Manifest.Rewards rewards, String id) {
    return Objects.requireNonNull(rewards.kinds().get(id), id);
  }
}
