package innovation.points.scoring.plan.term;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.Subject.Figure;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FigureTermTest {
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");

  private static FigureTerm figure(String field, int back) {
    Rulebook.Dataset dataset =
        RULEBOOK.datasets().stream()
            .filter(one -> one.fields().containsKey(field))
            .findFirst()
            .orElseThrow();
    return new FigureTerm(
        Figure.of(
            new Rulebook.Field(
                field, Objects.requireNonNull(dataset.fields().get(field)), dataset)),
        back);
  }

  /** With revenue of last year alone; everything was delivered. */
  private static Subject subject() {
    var last =
        new YearFacts(
            Map.of("revenue", new Fact(Value.of(-0.0), new Source("uploads/a", "v1", 2))),
            Set.of("operations"));
    Set<String> all = Set.of("operations", "trade");
    return new Subject(
        new Selections(RULEBOOK.dates()),
        new ScoringInput(
            2025,
            new EnterpriseFacts("x", Map.of(2024, last), Map.of()),
            new Deliveries(Map.of(2024, all, 2025, all)),
            Map.of()));
  }

  @Test
  void readsTheYearWantedAndKnowsNoNegativeZero() {
    assertThat(figure("revenue", 1).read(subject())).isEqualTo(0.0);
    assertThat(figure("revenue", 0).read(subject())).isNaN();
  }

  @Test
  void isZeroWhereTheDatasetWasDeliveredAndAbsenceMeansZero() {
    assertThat(figure("exports", 0).read(subject())).isZero();
    assertThat(figure("exports", 3).read(subject())).isNaN();
  }
}
