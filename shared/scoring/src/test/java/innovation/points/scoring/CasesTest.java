package innovation.points.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.UsedFact;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Bonus;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Plain;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code src/test/resources/cases}, one test each. */
class CasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/cases");
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final RewardRules REWARDS = new RewardRules(RULEBOOK);

  @TestFactory
  Stream<DynamicNode> casesHold() throws IOException {
    List<DynamicNode> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        CaseFile read = CaseFile.read(file);
        for (CaseFile.Case one : read.cases()) {
          String name = read.name() + ": " + one.name() + "（" + one.rule() + "）";
          tests.add(DynamicTest.dynamicTest(name, () -> check(one)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests.stream();
  }

  private static void check(CaseFile.Case one) {
    Evaluation evaluation =
        new Scorer(one.rulebook())
            .score(one.year(), one.facts(), one.deliveries(), one.published());
    assertThat(one.expect()).as("a case expects something").isNotEmpty();
    one.expect().forEach((key, expected) -> check(key, expected, evaluation, one));
  }

  private static void check(
      String key, @Nullable Object expected, Evaluation evaluation, CaseFile.Case one) {
    switch (key) {
      case "status" -> assertThat(status(evaluation)).as(key).isEqualTo(expected);
      case "stage" -> assertThat(stage(evaluation)).as(key).isEqualTo(expected);
      case "total" -> assertThat(scored(evaluation).total()).as(key).isEqualTo(number(expected));
      case "weighted" ->
          assertThat(scored(evaluation).weighted())
              .as(key)
              .isCloseTo(number(expected), within(1e-9));
      case "coverage" ->
          assertThat(scored(evaluation).coverage())
              .as(key)
              .isCloseTo(number(expected), within(1e-9));
      case "ranked" -> assertThat(scored(evaluation).ranked()).as(key).isEqualTo(expected);
      case "factor" ->
          assertThat(scored(evaluation).decayFactor())
              .as(key)
              .isCloseTo(number(expected), within(1e-9));
      case "categories" -> categories(CaseFile.map(expected), scored(evaluation));
      case "indicators" -> indicators(CaseFile.map(expected), scored(evaluation));
      case "deductions" ->
          assertThat(scored(evaluation).deductions().stream().map(CasesTest::words).toList())
              .as(key)
              .isEqualTo(rows(expected));
      case "bonus" ->
          assertThat(scored(evaluation).bonus().stream().map(CasesTest::words).toList())
              .as(key)
              .isEqualTo(rows(expected));
      case "decay" ->
          assertThat(scored(evaluation).decay().stream().map(CasesTest::words).toList())
              .as(key)
              .isEqualTo(rows(expected));
      case "reasons" ->
          assertThat((Object) excluded(evaluation).reasons()).as(key).isEqualTo(expected);
      case "sentences" -> assertThat((Object) sentences(evaluation)).as(key).isEqualTo(expected);
      case "missing" ->
          assertThat((Object) ((Incomplete) evaluation).missing()).as(key).isEqualTo(expected);
      case "unreported" -> assertThat((Object) evaluation.unreported()).as(key).isEqualTo(expected);
      case "rewards" -> rewards(expected, evaluation, one);
      default -> throw new IllegalArgumentException("nothing is called " + key);
    }
  }

  private static String status(Evaluation evaluation) {
    return switch (evaluation) {
      case Scored scored -> "scored";
      case Excluded excluded -> "excluded";
      case Incomplete incomplete -> "incomplete";
    };
  }

  private static @Nullable String stage(Evaluation evaluation) {
    return switch (evaluation) {
      case Scored scored -> scored.stage();
      case Excluded excluded -> excluded.stage();
      case Incomplete incomplete -> null;
    };
  }

  private static Scored scored(Evaluation evaluation) {
    assertThat(evaluation).isInstanceOf(Scored.class);
    return (Scored) evaluation;
  }

  private static Excluded excluded(Evaluation evaluation) {
    assertThat(evaluation).isInstanceOf(Excluded.class);
    return (Excluded) evaluation;
  }

  private static List<String> sentences(Evaluation evaluation) {
    return switch (evaluation) {
      case Scored scored -> List.of();
      case Excluded excluded -> excluded.sentences();
      case Incomplete incomplete -> incomplete.sentences();
    };
  }

  private static void categories(Map<?, ?> expected, Scored scored) {
    Map<String, Double> all = new LinkedHashMap<>();
    expected.forEach((id, score) -> all.put(CaseFile.text(id), number(score)));
    assertThat(scored.categories()).isEqualTo(all);
  }

  private static void indicators(Map<?, ?> expected, Scored scored) {
    Map<String, IndicatorScore> byId = new LinkedHashMap<>();
    scored.indicators().forEach(score -> byId.put(score.id(), score));
    expected.forEach(
        (id, parts) -> {
          IndicatorScore score = byId.get(CaseFile.text(id));
          if (score == null) {
            throw new IllegalArgumentException("no indicator " + id);
          }
          CaseFile.map(parts).forEach((key, value) -> indicator(CaseFile.text(key), value, score));
        });
  }

  private static void indicator(String key, @Nullable Object expected, IndicatorScore score) {
    String what = score.id() + " " + key;
    switch (key) {
      case "value" -> {
        if (expected == null) {
          assertThat(score.value()).as(what).isNull();
        } else {
          assertThat(score.value()).as(what).isNotNull().isCloseTo(number(expected), within(1e-9));
        }
      }
      case "points" ->
          assertThat(score.points()).as(what).isCloseTo(number(expected), within(1e-9));
      case "outcome" -> assertThat(score.outcome().id()).as(what).isEqualTo(expected);
      case "reason" -> assertThat(score.reason()).as(what).isEqualTo(expected);
      case "from" ->
          assertThat((Object) score.from().stream().map(CasesTest::words).toList())
              .as(what)
              .isEqualTo(expected);
      default -> throw new IllegalArgumentException("nothing is called " + what);
    }
  }

  /** {@code field=value@file:row}. */
  private static String words(UsedFact fact) {
    String value =
        switch (fact.value()) {
          case Value.Amount(double amount) -> Plain.number(amount);
          case Value.Flag(boolean flag) -> flag ? "是" : "否";
          case Value.Day(var day) -> day.toString();
          case Value.Text(String text) -> text;
        };
    Source source = fact.source();
    return fact.field() + "=" + value + "@" + source.key() + ":" + source.row();
  }

  private static Map<String, Object> words(Deduction deduction) {
    return row(
        "rule", deduction.rule(), "points", deduction.points(), "reason", deduction.reason());
  }

  private static Map<String, Object> words(Bonus bonus) {
    return row("rule", bonus.rule(), "level", bonus.level(), "points", bonus.points());
  }

  private static Map<String, Object> words(Decay decay) {
    return row("rule", decay.rule(), "factor", decay.factor(), "reason", decay.reason());
  }

  private static void rewards(@Nullable Object expected, Evaluation evaluation, CaseFile.Case one) {
    List<Map<String, Object>> found =
        REWARDS.rewards(one.year(), one.facts(), evaluation, one.terms()).stream()
            .map(
                reward ->
                    row(
                        "reward",
                        reward.reward(),
                        "amount",
                        reward.amount().toPlainString(),
                        "reason",
                        reward.reason()))
            .toList();
    List<Map<String, Object>> rows = rows(expected);
    if (rows.stream().noneMatch(row -> row.containsKey("reason"))) {
      found =
          found.stream()
              .map(row -> row("reward", row.get("reward"), "amount", row.get("amount")))
              .toList();
    }
    assertThat(found).as("rewards").isEqualTo(rows);
  }

  private static Map<String, Object> row(@Nullable Object... keysAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      row.put(CaseFile.text(keysAndValues[i]), value == null ? "" : value);
    }
    return row;
  }

  private static List<Map<String, Object>> rows(@Nullable Object expected) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object one : expected instanceof List<?> list ? list : List.of()) {
      Map<String, Object> row = new LinkedHashMap<>();
      CaseFile.map(one)
          .forEach(
              (key, value) ->
                  row.put(
                      CaseFile.text(key),
                      value instanceof Number number
                          ? (Object) number.doubleValue()
                          : CaseFile.text(value)));
      rows.add(row);
    }
    return rows;
  }

  private static double number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("expected a number, found " + value);
  }
}
