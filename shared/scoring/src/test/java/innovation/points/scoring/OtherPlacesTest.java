package innovation.points.scoring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.diagnostics.Diagnostics;
import innovation.points.scoring.diagnostics.Robustness;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.calibration.Calibration;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.Uses.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems of other places, as rulebooks alone; their own cases are run when they are loaded. */
class OtherPlacesTest {
  private static Rulebook load(String id) throws IOException {
    var proposed = Rulebooks.proposed(id);
    if (proposed.isPresent()) {
      return proposed.get();
    }
    return RulebookLoader.load(
        id, Files.readString(Path.of("src/test/resources/rulebooks", id + ".yaml")));
  }

  @Test
  void expressesTheNationalForm() throws IOException {
    Rulebook national = load("national-2024");
    assertThat(national.categories()).hasSize(3);
    assertThat(national.indicators()).hasSize(18).allMatch(one -> one.origin().equals("core"));
    assertThat(national.stages()).extracting(Stage::name).containsExactly("稳定期", "成长期", "初创期");
    assertThat(national.negativeList()).isEmpty();
    assertThat(national.rewards().rules()).isEmpty();
    assertThat(national.indicators()).allMatch(one -> one.basis().isDefault());
  }

  @Test
  void expressesFiveStagesByRevenueAloneWithTheListsOfEach() throws IOException {
    Rulebook five = load("five-stages");
    assertThat(five.stages())
        .extracting(Stage::name)
        .containsExactly("成熟期", "扩张期", "成长期", "初创期", "种子期");
    assertThat(requireNonNull(five.uses()).tiers())
        .containsExactly(
            new Tier("top-5", "前 5% 企业", 5),
            new Tier("top-10", "前 10% 企业", 10),
            new Tier("top-20", "前 20% 企业", 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xinxiang-2022-110-even", "national-2024", "five-stages", "other-place"})
  void scoresAndAuditsByWhateverRulebook(String id) throws IOException {
    Rulebook rulebook = load(id);
    Scorer scorer = new Scorer(rulebook);
    Sampler sampler = new Sampler(rulebook, 500);
    RandomEnterprises random = new RandomEnterprises(new Random(7));
    for (int i = 0; i < 500; i++) {
      var input = random.next("91410700O%09d".formatted(i));
      if (scorer.score(2025, input.facts(), input.deliveries(), Map.of())
          instanceof Scored scored) {
        sampler.add(scored);
      }
    }
    Sample sample = sampler.sample();
    assertThat(sample.size()).isGreaterThan(200);
    assertThat(Diagnostics.of(sample).scopes()).hasSizeGreaterThan(3);
    assertThat(Robustness.of(sample, Terms.standard(sample.size())).bands()).isNotEmpty();
    assertThat(Calibration.of(sample, null).reason()).endsWith("。");
  }
}
