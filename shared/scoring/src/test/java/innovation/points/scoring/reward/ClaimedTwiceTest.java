package innovation.points.scoring.reward;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.Rulebooks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A contract pays one enterprise: two that claim it are paid nothing for it (rules §9). */
class ClaimedTwiceTest {

  private static final Source SOURCE = new Source("a.csv", "1", 2);
  private static final RewardRules RULES = new RewardRules(Rulebooks.named("xinxiang-2022-110"));

  private static LineItem contract(String number, double amount, String side) {
    var values = new HashMap<String, Value>();
    values.put("contract", Value.of(number));
    values.put("kind", Value.of("技术开发"));
    values.put("amount", Value.of(amount));
    if (!side.isEmpty()) {
      values.put("side", Value.of(side));
    }
    return new LineItem(2025, values, SOURCE);
  }

  private static EnterpriseFacts enterprise(String uscc, LineItem... contracts) {
    return new EnterpriseFacts(
        uscc,
        Map.of(2025, new YearFacts(Map.of(), Set.of("enterprises"))),
        Map.of("technology-contracts", Arrays.asList(contracts)));
  }

  private static List<ClaimedTwice> of(EnterpriseFacts... enterprises) {
    var claims = new HashMap<String, Set<ItemClaim>>();
    for (EnterpriseFacts one : enterprises) {
      claims.put(one.uscc(), RULES.claims(2025, one));
    }
    return ClaimedTwice.of(claims);
  }

  private static List<String> paid(EnterpriseFacts enterprise, List<ClaimedTwice> contested) {
    return RULES
        .rewards(2025, enterprise, "scored", RewardTerms.DEFAULT, ClaimedTwice.claims(contested))
        .stream()
        .map(reward -> reward.reward() + " " + reward.amount())
        .toList();
  }

  @Test
  void neitherIsPaidForItAndBothForTheRest() {
    EnterpriseFacts first = enterprise("A", contract("HT-1", 500, "卖方"), contract("HT-2", 100, ""));
    EnterpriseFacts second = enterprise("B", contract("HT-1", 500, ""), contract("HT-3", 200, ""));

    List<ClaimedTwice> contested = of(first, second);

    assertThat(contested)
        .containsExactly(new ClaimedTwice(new ItemClaim("contracts", "HT-1"), List.of("A", "B")));
    // 100 万元和 200 万元的 1%；HT-1 的 5 万元都不付。
    assertThat(paid(first, contested)).containsExactly("contracts 10000.00");
    assertThat(paid(second, contested)).containsExactly("contracts 20000.00");
    assertThat(paid(first, List.of())).containsExactly("contracts 60000.00");
  }

  /** Nobody is paid twice because one of two wrote the number in another way. */
  @Test
  void aNumberWrittenInTwoWaysIsOneNumber() {
    EnterpriseFacts first = enterprise("A", contract("HT-001", 500, "卖方"));
    EnterpriseFacts second = enterprise("B", contract("ｈｔ－001", 500, ""));

    List<ClaimedTwice> contested = of(first, second);

    assertThat(contested)
        .singleElement()
        .extracting(ClaimedTwice::usccs)
        .isEqualTo(List.of("A", "B"));
    assertThat(contested.getFirst().claim().item()).isEqualTo("HT-001");
    assertThat(paid(first, contested)).isEmpty();
    assertThat(paid(second, contested)).isEmpty();
  }

  @Test
  void whoBoughtClaimsNothing() {
    EnterpriseFacts seller = enterprise("A", contract("HT-1", 500, "卖方"));
    EnterpriseFacts buyer = enterprise("B", contract("HT-1", 500, "买方"));

    assertThat(of(seller, buyer)).isEmpty();
    assertThat(paid(seller, List.of())).containsExactly("contracts 50000.00");
    assertThat(paid(buyer, List.of())).isEmpty();
  }

  @Test
  void whoIsNotOnTheRosterClaimsNothing() {
    EnterpriseFacts seller = enterprise("A", contract("HT-1", 500, "卖方"));
    var left =
        new EnterpriseFacts(
            "B", Map.of(), Map.of("technology-contracts", List.of(contract("HT-1", 500, ""))));

    assertThat(of(seller, left)).isEmpty();
  }
}
