package innovation.points.scoring.diagnostics.calibration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.diagnostics.DiagnosticSamples;
import innovation.points.scoring.diagnostics.calibration.Calibration.Draft;
import innovation.points.scoring.diagnostics.calibration.Calibration.Kept;
import innovation.points.scoring.diagnostics.calibration.Calibration.Proposal;
import innovation.points.scoring.diagnostics.calibration.Calibration.Side;
import innovation.points.scoring.diagnostics.calibration.Calibration.Verdict;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Pattern FULL_AT = Pattern.compile("fullAt: \\{([^}]*)}");
  private static final List<Scored> ZONE = DiagnosticSamples.random(600, 1);
  private static final Calibration IMPROVING = Calibration.of(DiagnosticSamples.of(ZONE), null);
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  /** The rulebook with all full marks multiplied. */
  private static Rulebook stretched(double factor) {
    String text =
        FULL_AT
            .matcher(DiagnosticSamples.RULEBOOK.text())
            .replaceAll(
                marks ->
                    NUMBER
                        .matcher(marks.group())
                        .replaceAll(
                            number ->
                                BigDecimal.valueOf(Double.parseDouble(number.group()) * factor)
                                    .toPlainString()));
    return RulebookLoader.read("xinxiang-2022-110.yaml", text);
  }

  private static Sample by(Rulebook rulebook, List<Scored> all) {
    Scorer scorer = new Scorer(rulebook);
    Sampler sampler = new Sampler(rulebook, Integer.MAX_VALUE);
    all.forEach(
        one -> {
          if (scorer.score(one.input()) instanceof Scored scored) {
            sampler.add(scored);
          }
        });
    return sampler.sample();
  }

  private static Calibration of(double factor, long seed) {
    return Calibration.of(by(stretched(factor), DiagnosticSamples.random(300, seed)), null);
  }

  private static Calibration improving() {
    assertThat(IMPROVING.verdict()).as(IMPROVING.reason()).isEqualTo(Verdict.IMPROVES);
    return IMPROVING;
  }

  /** The verdict rests on enterprises that were not looked at: scored here by the draft itself. */
  @Test
  void isJudgedByTheOtherHalf() {
    Sample sample = DiagnosticSamples.of(ZONE);
    Calibration calibration = improving();
    assertThat(calibration.fitted().enterprises() + calibration.judged().enterprises())
        .isEqualTo(sample.ranked().size());
    Draft draft = requireNonNull(calibration.draft());
    Scorer scorer = new Scorer(RulebookLoader.load(draft.id(), draft.yaml()));
    double[] totals =
        ZONE.stream()
            .filter(one -> other(sample, one))
            .mapToDouble(one -> ((Scored) scorer.score(one.input())).total())
            .toArray();
    assertThat(totals).hasSize(calibration.judged().enterprises());
    assertThat(requireNonNull(requireNonNull(Distribution.of(totals)).skewness()))
        .isEqualTo(requireNonNull(calibration.after()).skewness());
    assertThat(calibration.reason())
        .startsWith("在没有参与拟合的企业上，偏度由 ")
        .endsWith("。")
        .contains("变为 %s".formatted(percent(calibration.after().atFull())));
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(Math.round(share * 1000) / 10.0).stripTrailingZeros().toPlainString()
        + "%";
  }

  /** Every second ranked enterprise, by stage and code. */
  private static boolean other(Sample sample, Scored one) {
    List<String> ranked = sample.ranked().rows().stream().map(SampledRow::uscc).toList();
    return ranked.indexOf(one.uscc()) % 2 == 1;
  }

  /** Full marks that many reach, full marks that few reach, and curves that are even already. */
  @Test
  void improvesASaturatedAndASkewedZoneAndLeavesAnEvenOne() {
    List<Scored> zone = DiagnosticSamples.random(600, 5);
    Rulebook even = Rulebooks.proposed("xinxiang-2022-110-even").orElseThrow();
    Calibration saturated = Calibration.of(by(stretched(0.3), zone), null);
    Calibration skewed = Calibration.of(by(stretched(8), zone), null);
    Calibration good = Calibration.of(by(even, zone), null);
    if (Boolean.getBoolean("print")) {
      System.out.println("saturated: " + saturated.verdict() + " " + saturated.reason());
      System.out.println("skewed: " + skewed.verdict() + " " + skewed.reason());
      System.out.println("even: " + good.verdict() + " " + good.reason());
    }
    for (Calibration one : List.of(saturated, skewed)) {
      Measures before = requireNonNull(one.before());
      Measures after = requireNonNull(one.after());
      assertThat(one.verdict()).isEqualTo(Verdict.IMPROVES);
      assertThat(after.objective()).isLessThan(before.objective());
      assertThat(after.bounds()).isLessThan(before.bounds());
      assertThat(Math.abs(after.skewness())).isLessThan(Math.abs(before.skewness()));
    }
    assertThat(good.verdict()).as(good.reason()).isEqualTo(Verdict.LEAVE);
    assertThat(good.proposals()).isEmpty();
  }

  @Property(tries = 3)
  void takesOnlyWhatIsBetterThere(@ForAll long seed) {
    for (double factor : new double[] {0.1, 1}) {
      Calibration calibration = of(factor, seed);
      Measures before = requireNonNull(calibration.before());
      Measures after = requireNonNull(calibration.after());
      boolean better =
          after.objective() < before.objective() - 0.019
              && Math.abs(after.skewness()) <= Math.abs(before.skewness()) + 0.0051
              && after.discrimination() >= before.discrimination() - 0.031;
      if (calibration.verdict() == Verdict.IMPROVES) {
        assertThat(better).as("%s → %s", before, after).isTrue();
        assertThat(calibration.proposals()).isNotEmpty();
      } else {
        assertThat(calibration.proposals()).isEmpty();
        assertThat(calibration.draft()).isNull();
        assertThat(calibration.comparison()).isNull();
      }
    }
  }

  @Test
  void fewEnterprisesAreLeftAsTheyAre() {
    Calibration calibration =
        Calibration.of(DiagnosticSamples.of(DiagnosticSamples.random(50, 2)), null);
    assertThat(calibration.verdict()).isEqualTo(Verdict.LEAVE);
    assertThat(calibration.reason())
        .isEqualTo(
            "参与排名的企业太少：拟合和检验各需要至少 40 家，这里是 %d 家和 %d 家。"
                .formatted(calibration.fitted().enterprises(), calibration.judged().enterprises()));
  }

  @Test
  void isFittedToTheYearBeforeAndJudgedByTheYear() {
    Sample year = DiagnosticSamples.of(DiagnosticSamples.random(120, 3));
    Sample before = DiagnosticSamples.of(DiagnosticSamples.random(150, 4));
    Calibration calibration = Calibration.of(year, before);
    assertThat(calibration.fitted()).isEqualTo(new Side(before.year(), before.ranked().size()));
    assertThat(calibration.judged()).isEqualTo(new Side(year.year(), year.ranked().size()));
  }

  @Test
  void aCurveKeepsItsFormWithinHalfAndDouble() {
    Curve curve = new Curve(List.of(new Knot(0, 0), new Knot(15, 0.4), new Knot(45, 1)));
    assertThat(requireNonNull(Fitting.stretched(curve, 1.25)).knots())
        .containsExactly(new Knot(0, 0), new Knot(19, 0.4), new Knot(56, 1));
    assertThat(Fitting.stretched(new Curve(List.of(new Knot(99, 0), new Knot(100, 1))), 1.01))
        .isNull();
    for (Proposal one : improving().proposals()) {
      double factor = one.proposed().getLast().value() / one.current().getLast().value();
      assertThat(factor).isBetween(0.39, 2.06);
      assertThat(one.proposed()).extracting(Knot::share).isEqualTo(shares(one.current()));
      assertThat(one.proposed())
          .allSatisfy(
              knot ->
                  assertThat(BigDecimal.valueOf(knot.value()).stripTrailingZeros().precision())
                      .isLessThanOrEqualTo(2));
    }
  }

  private static List<Double> shares(List<Knot> knots) {
    return knots.stream().map(Knot::share).toList();
  }

  @Test
  void stagesKeepTheOrderOfTheirFullMarks() {
    Draft draft = requireNonNull(improving().draft());
    Rulebook proposed = RulebookLoader.load(draft.id(), draft.yaml());
    for (int i = 0; i < proposed.indicators().size(); i++) {
      var before = DiagnosticSamples.RULEBOOK.indicators().get(i).curves();
      var after = proposed.indicators().get(i).curves();
      for (String one : before.keySet()) {
        for (String other : before.keySet()) {
          if (full(before.get(one)) < full(before.get(other))) {
            assertThat(full(after.get(one))).isLessThanOrEqualTo(full(after.get(other)));
          }
        }
      }
    }
  }

  private static double full(@Nullable Curve curve) {
    return requireNonNull(curve).knots().getLast().value();
  }

  @Test
  void saysWhatItLeavesAndWhy() throws IOException {
    assertThat(Calibration.of(DiagnosticSamples.of(DiagnosticSamples.golden()), null).kept())
        .contains(
            new Kept("3.9", null, "没有曲线，值本身就是得分比例"),
            new Kept("1.2", "startup", "得分的值只有 1 个，不足 20 个"));
  }

  @Test
  void changesNothingInTheDraftButCurvesAndItsName() {
    Draft draft = requireNonNull(improving().draft());
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
  }

  @Test
  void comparesTheWholeYear() {
    Calibration calibration = improving();
    Draft draft = requireNonNull(calibration.draft());
    Scorer scorer = new Scorer(RulebookLoader.load(draft.id(), draft.yaml()));
    double[] totals =
        ZONE.stream()
            .filter(Scored::ranked)
            .mapToDouble(one -> ((Scored) scorer.score(one.input())).total())
            .toArray();
    assertThat(requireNonNull(calibration.comparison()).after().totals())
        .isEqualTo(Distribution.of(totals));
  }
}
