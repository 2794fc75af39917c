package innovation.points.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.result.Bonus;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** A made-up zone of 120 enterprises against what an independent implementation made of it. */
class GoldenZoneTest {
  private static final int YEAR = 2025;
  private static final Path ROOT = Path.of("src/test/resources/golden-zone");
  private static final Map<String, Evaluation> EVALUATIONS = new LinkedHashMap<>();
  private static final Map<String, Ranking.Rank> RANKS = new HashMap<>();
  private static Map<String, EnterpriseFacts> facts = Map.of();
  private static List<Expected> expected = List.of();
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");

  /** One enterprise of expected-2025.json; JSON is YAML, too. */
  private record Expected(Map<?, ?> json) {
    String uscc() {
      return text("uscc");
    }

    String text(String key) {
      return String.valueOf(json.get(key));
    }

    @Nullable String optional(String key) {
      return json.get(key) == null ? null : text(key);
    }

    double number(String key) {
      return ((Number) value(key)).doubleValue();
    }

    Object value(String key) {
      Object value = json.get(key);
      if (value == null) {
        throw new IllegalArgumentException("expected " + key + " of " + json.get("uscc"));
      }
      return value;
    }

    Expected part(String key) {
      return new Expected(json.get(key) instanceof Map<?, ?> map ? map : Map.of());
    }
  }

  @BeforeAll
  static void scoreTheZone() throws IOException {
    ZoneFiles zone = new ZoneFiles(ROOT);
    facts = zone.enterprises();
    List<?> json = new Yaml().load(Files.readString(ROOT.resolve("expected-2025.json")));
    expected = json.stream().map(one -> new Expected((Map<?, ?>) one)).toList();
    Scorer scorer = new Scorer(RULEBOOK);
    List<Ranking.Entry> entries = new ArrayList<>();
    for (EnterpriseFacts enterprise : facts.values()) {
      if (enterprise.year(YEAR).listed().contains("enterprises")) {
        Evaluation evaluation = scorer.score(YEAR, enterprise, zone.deliveries(), Map.of());
        EVALUATIONS.put(enterprise.uscc(), evaluation);
        if (evaluation instanceof Scored scored && scored.ranked()) {
          entries.add(new Ranking.Entry(scored.uscc(), scored.stage(), scored.total()));
        }
      }
    }
    Ranking ranking = Ranking.of(entries);
    for (int i = 0; i < entries.size(); i++) {
      RANKS.put(entries.get(i).uscc(), ranking.rank(i));
    }
  }

  @Test
  void evaluatesExactlyTheRoster() {
    assertThat(EVALUATIONS.keySet())
        .hasSize(120)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Expected::uscc).toList());
  }

  @TestFactory
  Stream<DynamicTest> agreesOnEveryEnterprise() {
    return expected.stream().map(one -> DynamicTest.dynamicTest(one.uscc(), () -> agree(one)));
  }

  private static void agree(Expected one) {
    SoftAssertions softly = new SoftAssertions();
    Evaluation evaluation = evaluation(one.uscc());
    switch (evaluation) {
      case Scored scored -> {
        softly.assertThat(one.text("status")).isEqualTo("scored");
        score(softly, one, scored);
        rank(softly, one);
        indicators(softly, one.part("indicators"), scored);
      }
      case Excluded excluded -> {
        softly.assertThat(one.text("status")).isEqualTo("excluded");
        softly.assertThat(excluded.stage()).isEqualTo(one.optional("stage"));
        softly.assertThat((Object) excluded.reasons()).isEqualTo(one.value("reasons"));
      }
      case Incomplete incomplete -> {
        softly.assertThat(one.text("status")).isEqualTo("incomplete");
        softly.assertThat((Object) incomplete.missing()).isEqualTo(one.value("missing"));
      }
    }
    rewards(softly, one, evaluation);
    softly.assertAll();
  }

  private static void score(SoftAssertions softly, Expected one, Scored scored) {
    softly.assertThat(scored.stage()).isEqualTo(one.text("stage"));
    softly.assertThat(scored.total()).as("total").isEqualTo(one.number("total"));
    softly.assertThat((Object) scored.categories()).isEqualTo(one.value("categories"));
    softly
        .assertThat(scored.coverage())
        .as("coverage")
        .isCloseTo(one.number("coverage"), within(5e-7));
    softly
        .assertThat(-scored.deductions().stream().mapToDouble(Deduction::points).sum() + 0.0)
        .as("deductions")
        .isEqualTo(one.number("deductions"));
    softly
        .assertThat(scored.bonus().stream().mapToDouble(Bonus::points).sum())
        .as("bonus")
        .isEqualTo(one.number("bonus"));
    softly
        .assertThat(scored.decayFactor())
        .as("decay")
        .isCloseTo(one.number("decay"), within(1e-9));
    softly
        .assertThat(scored.decay().stream().mapToDouble(Decay::factor).reduce(1, (a, b) -> a * b))
        .as("decays")
        .isEqualTo(scored.decayFactor());
  }

  private static void rank(SoftAssertions softly, Expected one) {
    Ranking.Rank rank = RANKS.get(one.uscc());
    if (one.json().get("rank") == null) {
      softly.assertThat(rank).as("rank").isNull();
      return;
    }
    Expected expected = one.part("rank");
    softly
        .assertThat(rank)
        .as("rank")
        .isEqualTo(
            new Ranking.Rank(
                (int) expected.number("overall"),
                (int) expected.number("overallOf"),
                (int) expected.number("stage"),
                (int) expected.number("stageOf")));
  }

  private static void indicators(SoftAssertions softly, Expected all, Scored scored) {
    List<IndicatorScore> scores = scored.indicators();
    softly
        .assertThat(scores.stream().map(IndicatorScore::id).toList())
        .hasSize(35)
        .hasSameElementsAs(all.json().keySet().stream().map(String::valueOf).toList());
    for (int i = 0; i < scores.size(); i++) {
      IndicatorScore score = scores.get(i);
      Expected expected = all.part(score.id());
      softly
          .assertThat(score.points())
          .as(score.id() + " points")
          .isCloseTo(expected.number("points"), within(1e-6))
          .isEqualTo(scored.points(i));
      softly.assertThat(score.value()).isEqualTo(scored.value(i));
      Double value = score.value();
      if (expected.json().get("value") == null || value == null) {
        softly.assertThat(value).as(score.id()).isEqualTo(expected.json().get("value"));
        softly.assertThat(score.outcome()).isEqualTo(Outcome.MISSING);
        softly.assertThat(score.reason()).isNotEmpty();
      } else {
        softly
            .assertThat(value.doubleValue())
            .as(score.id() + " value")
            .isCloseTo(expected.number("value"), within(1e-6));
      }
    }
  }

  private static void rewards(SoftAssertions softly, Expected one, Evaluation evaluation) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    one.part("rewards")
        .json()
        .forEach(
            (id, yuan) -> amounts.put(id.toString(), new BigDecimal(yuan.toString()).setScale(2)));
    Map<String, BigDecimal> found = new HashMap<>();
    EnterpriseFacts enterprise = facts.get(one.uscc());
    if (enterprise != null) {
      new RewardRules(RULEBOOK)
          .rewards(YEAR, enterprise, evaluation, RewardTerms.DEFAULT)
          .forEach(reward -> found.put(reward.reward(), reward.amount()));
    }
    softly.assertThat(found).as("rewards").isEqualTo(amounts);
  }

  private static Evaluation evaluation(String uscc) {
    Evaluation evaluation = EVALUATIONS.get(uscc);
    if (evaluation == null) {
      throw new IllegalArgumentException("not on the roster: " + uscc);
    }
    return evaluation;
  }
}
