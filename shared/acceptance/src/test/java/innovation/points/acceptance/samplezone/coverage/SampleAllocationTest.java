package innovation.points.acceptance.samplezone.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.samplezone.SampleZoneTest;
import innovation.points.scoring.allocation.Allocation;
import innovation.points.scoring.allocation.AllocationMethod;
import innovation.points.scoring.allocation.AllocationTerms;
import innovation.points.scoring.allocation.AllocationTerms.RankTier;
import innovation.points.scoring.allocation.AllocationTerms.StagePart;
import innovation.points.scoring.allocation.Allotment;
import innovation.points.scoring.allocation.Contender;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * 5 000 000 yuan over the sample zone of 2025 by the three methods: the ten best of each stage, a
 * quarter of the budget each, at most 200 000 yuan an enterprise. {@code -Dprint=true} prints what
 * {@code docs/rules.md} §9 says.
 */
class SampleAllocationTest {
  private static final BigDecimal BUDGET = new BigDecimal("5000000");
  private static final Rulebook RULES = Rulebooks.named("xinxiang-2022-110");

  @Test
  void everyMethodDividesItToTheCentAndTheRulesSayHow() throws IOException {
    List<Contender> contenders = contenders();
    var lines = new ArrayList<String>();
    for (AllocationMethod method : AllocationMethod.values()) {
      Allocation made = Allocation.of(terms(method), contenders);
      BigDecimal paid =
          made.allotments().stream()
              .map(Allotment::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(paid.add(made.unspent())).as(method.id()).isEqualByComparingTo(BUDGET);
      for (Rulebook.Stage stage : RULES.stages()) {
        lines.add(line(method, stage, made));
      }
      lines.add(
          "| `%s` | all | %d | | | | %s | %s |"
              .formatted(method.id(), made.allotments().size(), yuan(paid), yuan(made.unspent())));
    }
    if (Boolean.getBoolean("print")) {
      lines.forEach(IO::println);
    }
    assertThat(Files.readAllLines(Path.of("../../docs/rules.md"))).containsAll(lines);
  }

  private static String line(AllocationMethod method, Rulebook.Stage stage, Allocation made) {
    List<Allotment> of =
        made.allotments().stream().filter(one -> one.to().stage().equals(stage.id())).toList();
    BigDecimal sum = of.stream().map(Allotment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return "| `%s` | %s | %d | %s | %s | %s | %s | |"
        .formatted(
            method.id(),
            stage.id(),
            of.size(),
            yuan(of.getFirst().amount()),
            yuan(of.get(of.size() / 2).amount()),
            yuan(of.getLast().amount()),
            yuan(sum));
  }

  private static String yuan(BigDecimal amount) {
    return amount.setScale(2).toPlainString();
  }

  private static AllocationTerms terms(AllocationMethod method) {
    List<RankTier> tiers =
        method == AllocationMethod.TIERS
            ? List.of(
                new RankTier(3, new BigDecimal("3")),
                new RankTier(6, new BigDecimal("2")),
                new RankTier(10, BigDecimal.ONE))
            : List.of();
    return new AllocationTerms(
        BUDGET,
        method,
        RULES.stages().stream()
            .map(
                one ->
                    new StagePart(
                        one.id(),
                        one.name(),
                        new BigDecimal("25"),
                        method == AllocationMethod.TIERS ? null : 10))
            .toList(),
        tiers,
        new BigDecimal("200000"),
        Set.of());
  }

  private static List<Contender> contenders() throws IOException {
    return new ScoredZone(ReadZone.read(SampleZoneTest.EVENTS))
        .year(2025).stream()
            .filter(one -> one.rank() != null)
            .map(
                one ->
                    new Contender(
                        one.code(),
                        one.stage(),
                        Objects.requireNonNull(one.rank()).stage(),
                        ((Scored) one.evaluation()).total(),
                        null))
            .toList();
  }
}
