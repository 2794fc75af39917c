package innovation.points.scoring.library;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.RandomEnterprises;
import innovation.points.scoring.diagnostics.Boundary;
import innovation.points.scoring.diagnostics.DiagnosticSamples;
import innovation.points.scoring.diagnostics.Diagnostics;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the proposed rulebook with one curve for all stages does at the bounds of stages. */
class EvenRulebookTest {
  private static final Rulebook NOTICE = Rulebooks.named("xinxiang-2022-110");
  private static final Rulebook EVEN = Rulebooks.proposed("xinxiang-2022-110-even").orElseThrow();

  @Test
  void governsNothingAndLeavesWhatTheNoticeSays() {
    assertThat(Rulebooks.builtIn()).doesNotContain(EVEN);
    assertThat(EVEN.ranks().overall()).isFalse();
    assertThat(EVEN.stages()).isEqualTo(NOTICE.stages());
    assertThat(EVEN.negativeList()).isEqualTo(NOTICE.negativeList());
    assertThat(EVEN.bonus()).isEqualTo(NOTICE.bonus());
    assertThat(EVEN.decay()).isEqualTo(NOTICE.decay());
    for (int i = 0; i < NOTICE.indicators().size(); i++) {
      assertThat(EVEN.indicators().get(i).points()).isEqualTo(NOTICE.indicators().get(i).points());
      assertThat(EVEN.indicators().get(i).formula())
          .isEqualTo(NOTICE.indicators().get(i).formula());
    }
  }

  /** At both bounds: what is lost beyond the part that the weights of the stages alone cause. */
  @Test
  void growingOverABoundCostsNothingBeyondTheWeights() throws IOException {
    List<Boundary> before = boundaries(NOTICE);
    List<Boundary> after = boundaries(EVEN);
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < after.size(); i++) {
      Boundary was = before.get(i);
      Boundary is = after.get(i);
      table.append(
          "%-8s %5.0f  %3d  median %6.2f -> %6.2f, weights %6.2f -> %6.2f, beyond %6.2f -> %6.2f%n"
              .formatted(
                  is.from(),
                  is.at(),
                  is.enterprises(),
                  was.median(),
                  is.median(),
                  was.weightsAlone(),
                  is.weightsAlone(),
                  was.beyond(),
                  is.beyond()));
      // More is gained where a decay of the lower stage ends.
      assertThat(is.beyond()).as(is.from() + " to " + is.to()).isGreaterThanOrEqualTo(-1);
    }
    if (Boolean.getBoolean("print")) {
      System.out.print(table);
    }
    assertThat(after).hasSize(3);
    assertThat(before).anyMatch(one -> one.beyond() < -1);
  }

  /** Of the golden zone and of a random one. */
  private static List<Boundary> boundaries(Rulebook rulebook) throws IOException {
    Scorer scorer = new Scorer(rulebook);
    Sampler sampler = new Sampler(rulebook, 5_000);
    RandomEnterprises random = new RandomEnterprises(new Random(20));
    List<ScoringInput> all = new ArrayList<>();
    DiagnosticSamples.golden().forEach(one -> all.add(one.input()));
    for (int i = 0; i < 800; i++) {
      // Without a history of its own: a random one has decays that no growth explains.
      var one = random.next("91410700E%09d".formatted(i));
      EnterpriseFacts facts =
          new EnterpriseFacts(one.facts().uscc(), one.facts().years(), Map.of());
      all.add(new ScoringInput(RandomEnterprises.YEAR, facts, one.deliveries(), Map.of()));
    }
    for (ScoringInput one : all) {
      if (scorer.score(one) instanceof Scored scored) {
        sampler.add(scored);
      }
    }
    return Diagnostics.of(sampler.sample()).boundaries();
  }
}
