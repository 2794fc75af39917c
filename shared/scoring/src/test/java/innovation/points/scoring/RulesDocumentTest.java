package innovation.points.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Aggregate;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.DecayRule;
import innovation.points.scoring.rulebook.NegativeRule;
import innovation.points.scoring.rulebook.Rewards;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code docs/rules.md} say what the rulebook says, number by number. */
class RulesDocumentTest {

  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final List<String> STAGES = List.of("startup", "growth", "expansion", "mature");

  private final List<List<String>> rows;

  RulesDocumentTest() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("../../docs/rules.md"))) {
      rows =
          lines
              .filter(line -> line.startsWith("| "))
              .map(line -> List.of(line.substring(2).split(" *\\| *", -1)))
              .toList();
    }
  }

  static List<Indicator> indicators() {
    return RULEBOOK.indicators();
  }

  static List<Stage> stages() {
    return RULEBOOK.stages();
  }

  @Test
  void indicatorsAreThoseOfTheRulebook() {
    assertThat(rows.stream().map(List::getFirst).filter(id -> id.matches("\\d\\.\\d+")))
        .containsExactlyElementsOf(indicators().stream().map(Indicator::id).toList());
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void indicatorIsAsInTheRulebook(Indicator indicator) {
    List<String> row = row(indicator.id());
    assertThat(row.subList(1, 5))
        .containsExactly(
            indicator.name(),
            indicator.unit(),
            indicator.origin(),
            Integer.toString((int) indicator.points()));
    assertThat(curves(row.get(6))).isEqualTo(indicator.curves());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void stageIsAsInTheRulebook(Stage stage) {
    List<String> row = row("`" + stage.id() + "`");
    assertThat(row.get(1)).isEqualTo(stage.name());
    assertThat(row.get(3))
        .isEqualTo(
            Stream.of("technology", "growth", "auxiliary")
                    .map(id -> Objects.requireNonNull(stage.weights().get(id)))
                    .map(weight -> Math.round(weight * 100))
                    .map(Object::toString)
                    .reduce((a, b) -> a + " / " + b)
                    .orElseThrow()
                + " %");
  }

  @Test
  void everyRuleHasARow() {
    List<String> ids =
        Stream.of(
                RULEBOOK.negativeList().stream().map(NegativeRule::id),
                RULEBOOK.decay().stream().map(DecayRule::id),
                RULEBOOK.rewards().rules().stream().map(Rewards.RewardRule::id),
                RULEBOOK.benefits().stream().map(Benefit::id),
                RULEBOOK.aggregates().stream().map(Aggregate::id))
            .flatMap(one -> one)
            .map(id -> "`" + id + "`")
            .toList();
    assertThat(rows.stream().map(List::getFirst)).containsAll(ids);
  }

  private List<String> row(String id) {
    return rows.stream().filter(row -> row.getFirst().equals(id)).findFirst().orElseThrow();
  }

  /** By stage; empty where the value is the share. */
  private Map<String, Curve> curves(String text) {
    if (text.equals("the value is the share")) {
      return Map.of();
    }
    if (text.startsWith("as ")) {
      return curves(row(text.substring(3)).get(6));
    }
    var curves = new HashMap<String, Curve>();
    for (String part : text.split("; ", -1)) {
      if (part.startsWith("linear to ")) {
        String[] full = part.substring("linear to ".length()).split(" / ", -1);
        for (int i = 0; i < full.length; i++) {
          curves.put(STAGES.get(i), new Curve(List.of(new Knot(0, 0), knot(full[i], "1"))));
        }
      } else if (part.startsWith("mature ")) {
        curves.put("mature", curve(part.substring("mature ".length())));
      } else {
        STAGES.forEach(stage -> curves.put(stage, curve(part)));
      }
    }
    return curves;
  }

  private static Curve curve(String knots) {
    var curve = new ArrayList<Knot>();
    for (String knot : knots.split(", ", -1)) {
      String[] pair = knot.split("→", -1);
      curve.add(knot(pair[0], pair[1]));
    }
    return new Curve(curve);
  }

  private static Knot knot(String value, String share) {
    return new Knot(Double.parseDouble(value), Double.parseDouble(share));
  }
}
