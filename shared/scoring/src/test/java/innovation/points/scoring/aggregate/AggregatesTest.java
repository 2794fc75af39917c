package innovation.points.scoring.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.Changed;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.Rulebooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one enterprise contributes to the figures of the zone, by the rulebook of the notice. */
class AggregatesTest {
  private static final Source SOURCE = new Source("a.csv", "1", 2);
  private static final Aggregates AGGREGATES = new Aggregates(Rulebooks.named("xinxiang-2022-110"));

  private static List<String> of(
      Map<String, Fact> facts, Map<String, List<LineItem>> items, Set<String> delivered) {
    var input =
        new ScoringInput(
            2025,
            new EnterpriseFacts(
                "A", Map.of(2025, new YearFacts(facts, Set.of("enterprises"))), items),
            new Deliveries(Map.of(2025, delivered)),
            Map.of());
    var said = new ArrayList<String>();
    for (AggregatePart one : AGGREGATES.of(input)) {
      said.add(
          one.aggregate()
              + " "
              + plain(one.amount())
              + (one.whole() == null ? "" : " of " + plain(one.whole()))
              + (one.item() == null ? "" : " once " + one.item()));
    }
    return said;
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static Fact fact(double amount) {
    return new Fact(Value.of(amount), SOURCE);
  }

  private static LineItem contract(String number, double amount) {
    return new LineItem(
        2025, Map.of("contract", Value.of(number), "amount", Value.of(amount)), SOURCE);
  }

  private static LineItem certificate(String kind, String until) {
    return new LineItem(
        2023,
        Map.of(
            "kind", Value.of(kind),
            "validFrom", Value.of(LocalDate.of(2023, 1, 1)),
            "validTo", Value.of(LocalDate.parse(until))),
        SOURCE);
  }

  @Test
  void figuresAreTheirOwn() {
    assertThat(
            of(
                Map.of("rdExpense", fact(250), "revenue", fact(1000), "staff", fact(40)),
                Map.of(),
                Set.of()))
        .containsExactly(
            "rd 250",
            "rd-intensity 250 of 1000",
            "revenue 1000",
            "high-tech 0",
            "tech-sme 0",
            "specialized 0",
            "staff 40",
            "platforms 0");
  }

  @Test
  void aShareIsOfEnterprisesThatHaveBoth() {
    assertThat(of(Map.of("rdExpense", fact(250)), Map.of(), Set.of()))
        .contains("rd 250")
        .noneMatch(one -> one.startsWith("rd-intensity"));
    assertThat(of(Map.of("revenue", fact(1000)), Map.of(), Set.of()))
        .noneMatch(one -> one.startsWith("rd"));
  }

  @Test
  void whatADeliveredFileDoesNotListIsNone() {
    assertThat(of(Map.of(), Map.of(), Set.of("trade", "technology-contracts")))
        .contains("exports 0", "contracts 0")
        .noneMatch(one -> one.startsWith("staff"));
    assertThat(of(Map.of(), Map.of(), Set.of()))
        .noneMatch(one -> one.startsWith("exports") || one.startsWith("contracts"));
  }

  @Test
  void certificatesCountOnceAndWhileTheyAreInForce() {
    var items =
        Map.of(
            "qualifications",
            List.of(
                certificate("专精特新小巨人", "2026-06-30"),
                certificate("省级专精特新", "2026-06-30"),
                certificate("高新技术企业", "2025-12-30")));
    assertThat(of(Map.of(), items, Set.of())).contains("specialized 1", "high-tech 0");
  }

  @Test
  void aContractHasItsNumber() {
    var items =
        Map.of("technology-contracts", List.of(contract("HT-1", 500), contract("HT-2", 80.5)));
    assertThat(of(Map.of(), items, Set.of("technology-contracts")))
        .contains("contracts 500 once HT1", "contracts 80.5 once HT2");
  }

  @Test
  void theReaderNamesWhatIsWrong() {
    var changed =
        Changed.of(
            "value: {amount: rdExpense}, basis: default}",
            "value: {growth: rdExpense}, basis: default}");
    int line = changed.line("  - {id: rd, name");
    changed.isRefused("第 %d 行：应为算法之一（amount、ratio、sum、count、any），实为 growth。".formatted(line));
  }
}
