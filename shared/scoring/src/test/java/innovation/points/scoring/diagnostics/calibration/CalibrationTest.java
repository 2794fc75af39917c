package innovation.points.scoring.diagnostics.calibration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.diagnostics.DiagnosticSamples;
import innovation.points.scoring.diagnostics.calibration.Calibration.Draft;
import innovation.points.scoring.diagnostics.calibration.Calibration.Kept;
import innovation.points.scoring.diagnostics.calibration.Calibration.Proposal;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static Calibration golden() throws IOException {
    return Calibration.of(DiagnosticSamples.of(DiagnosticSamples.golden()));
  }

  private static Proposal proposal(Calibration calibration, String indicator, String stage) {
    return calibration.proposals().stream()
        .filter(one -> one.indicator().equals(indicator) && one.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void putsKnotsWhereTheQuantilesAre() {
    // 1 to 39: quartiles 10.5, 20, 29.5 and 37.1 at 95 %, to two digits (half to even).
    double[] values = new double[39];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    assertThat(Calibrator.knots(new Knot(0, 0), values))
        .containsExactly(
            new Knot(0, 0),
            new Knot(10, 0.3),
            new Knot(20, 0.5),
            new Knot(30, 0.7),
            new Knot(37, 1));
  }

  @Test
  void makesOneKnotOfValuesThatLieTogether() {
    double[] values = new double[40];
    java.util.Arrays.fill(values, 0, 35, 1);
    java.util.Arrays.fill(values, 35, 40, 4);
    assertThat(Calibrator.knots(new Knot(0, 0), values))
        .containsExactly(new Knot(0, 0), new Knot(1, 0.7), new Knot(4, 1));
  }

  @Test
  void proposesOnlyForStagesWithEnoughValues() throws IOException {
    Calibration calibration = golden();
    assertThat(calibration.proposals()).isNotEmpty().allMatch(one -> one.values() >= 20);
    assertThat(calibration.kept())
        .contains(
            new Kept("3.9", null, "没有曲线，值本身就是得分比例"),
            new Kept("1.2", "startup", "得分的值只有 3 个，不足 20 个"));
  }

  @Test
  void spreadsTheSharesMoreEvenlyThanBefore() throws IOException {
    Proposal revenue = proposal(golden(), "2.2", "mature");
    assertThat(revenue.after().mean()).isBetween(0.4, 0.6);
    assertThat(revenue.after().atFull()).isLessThanOrEqualTo(0.1);
  }

  @Test
  void writesTheDraftThatItsComparisonShows() throws IOException {
    List<Scored> all = DiagnosticSamples.golden();
    Calibration calibration = Calibration.of(DiagnosticSamples.of(all));
    Draft draft = requireNonNull(calibration.draft());
    Rulebook rulebook = RulebookLoader.load(draft.id(), draft.yaml());
    Scorer scorer = new Scorer(rulebook);
    double[] totals =
        all.stream()
            .filter(Scored::ranked)
            .mapToDouble(
                one -> scorer.score(one.input()) instanceof Scored scored ? scored.total() : -1)
            .toArray();
    assertThat(Distribution.of(totals))
        .isEqualTo(requireNonNull(calibration.comparison()).after().totals());
    assertThat(calibration.comparison().before().totals())
        .isEqualTo(
            Distribution.of(
                all.stream().filter(Scored::ranked).mapToDouble(Scored::total).toArray()));
  }

  @Test
  void changesNothingInTheDraftButCurvesAndItsName() throws IOException {
    Draft draft = requireNonNull(golden().draft());
    Rulebook rulebook = RulebookLoader.load(draft.id(), draft.yaml());
    assertThat(rulebook.id()).isEqualTo("xinxiang-2022-110-calibrated-2025");
    assertThat(rulebook.title()).isEqualTo("新乡高新区企业创新积分评价规则（2025 年度校准草案）");
    assertThat(rulebook.effectiveFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
    List<String> before = new ArrayList<>(DiagnosticSamples.RULEBOOK.text().lines().toList());
    List<String> after = draft.yaml().lines().skip(4).toList();
    assertThat(after).hasSameSizeAs(before);
    for (int line = 0; line < before.size(); line++) {
      if (!after.get(line).equals(before.get(line))) {
        assertThat(after.get(line).strip())
            .matches("(id: |title: |effectiveFrom: |curve: .*basis: calibrated 2025).*");
      }
    }
    assertThat(rulebook.indicators().getFirst().curveBasis().calibrated()).isEqualTo(2025);
    assertThat(rulebook.indicators().getFirst().curveBasis().isDefault()).isFalse();
  }

  @Test
  void calibratesADraftAgainUnderANameOfItsYear() throws IOException {
    List<Scored> all = DiagnosticSamples.golden();
    Rulebook first =
        RulebookLoader.load(
            "d", requireNonNull(Calibration.of(DiagnosticSamples.of(all)).draft()).yaml());
    Scorer scorer = new Scorer(first);
    Sampler sampler = new Sampler(first, 1000);
    all.forEach(
        one -> {
          if (scorer.score(one.input()) instanceof Scored scored) {
            sampler.add(scored);
          }
        });
    Calibration again = Calibration.of(sampler.sample());
    // The same year through its own curves: nothing is left to propose.
    assertThat(again.proposals()).isEmpty();
    assertThat(again.draft()).isNull();
    assertThat(again.comparison()).isNull();
    assertThat(again.kept()).anyMatch(one -> one.reason().equals("与现行曲线相同"));
  }

  @Property(tries = 10)
  void proposesOnlyWhatTheLoaderTakes(@ForAll long seed) {
    Calibration calibration =
        Calibration.of(DiagnosticSamples.of(DiagnosticSamples.random(300, seed)));
    assertThat(calibration.draft()).isNotNull();
    assertThat(calibration.proposals())
        .allSatisfy(
            one -> {
              assertThat(one.proposed().getLast().share()).isEqualTo(1);
              assertThat(one.proposed())
                  .allSatisfy(
                      knot ->
                          assertThat(
                                  BigDecimal.valueOf(knot.value()).stripTrailingZeros().precision())
                              .isLessThanOrEqualTo(2));
            });
  }
}
