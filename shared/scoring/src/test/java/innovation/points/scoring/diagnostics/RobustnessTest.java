package innovation.points.scoring.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.diagnostics.Robustness.Band;
import innovation.points.scoring.diagnostics.Robustness.RankBand;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.sample.Alternative;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampleColumns;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.plan.Assumptions;
import innovation.points.scoring.result.Scored;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RobustnessTest {
  private static final Terms NOTHING = new Terms(3, 1, 0, 0, false);

  @Property(tries = 20)
  void scoresAgainExactlyWhatTheScorerScores(@ForAll long seed) {
    Sample sample = DiagnosticSamples.of(DiagnosticSamples.random(60, seed));
    SampleColumns columns = new SampleColumns(sample);
    double[] totals = new double[sample.size()];
    columns.totals(Assumptions.of(sample.rulebook()), 0, totals);
    assertThat(totals).containsExactly(sample.totals());
  }

  @Property(tries = 10)
  void scoresEveryAlternativeExactlyAsItsRulebookDoes(@ForAll long seed) {
    List<Scored> all = DiagnosticSamples.random(40, seed);
    Sample sample = DiagnosticSamples.of(all);
    SampleColumns columns = new SampleColumns(sample);
    double[] totals = new double[sample.size()];
    for (int reading = 1; reading < columns.readings(); reading++) {
      Alternative alternative = sample.alternatives().get(reading - 1);
      columns.totals(Assumptions.of(sample.rulebook()), reading, totals);
      for (Scored one : all) {
        if (alternative.scorer().score(one.input()) instanceof Scored other) {
          assertThat(totals[place(sample, one.uscc())])
              .as(alternative.id())
              .isEqualTo(other.total());
        }
      }
    }
  }

  private static int place(Sample sample, String uscc) {
    return sample.rows().stream().map(SampledRow::uscc).toList().indexOf(uscc);
  }

  @Test
  void findsTheChoicesOfTheRulebookMarkedDefault() {
    assertThat(Alternative.of(DiagnosticSamples.RULEBOOK))
        .extracting(one -> one.id() + " " + one.text())
        .containsExactly(
            "dates.window.years 近年改为 3 年",
            "datasets.operations.absent 经营情况中没有的企业按零计",
            "datasets.trade.absent 进出口中没有的企业按缺失计",
            "datasets.workforce.absent 人员情况中没有的企业按零计",
            "datasets.intellectual-property.absent 知识产权与标准中没有的企业按缺失计",
            "datasets.investment.absent 投融资中没有的企业按缺失计",
            "datasets.technology-contracts.undelivered 技术合同未报送时按没有计",
            "datasets.innovation-records.undelivered 平台、奖励、项目、赛事与人才未报送时按缺失计",
            "datasets.qualifications.undelivered 企业资质未报送时按缺失计",
            "coverage.atLeast 数据覆盖率满 1/2 的参与排名",
            "coverage.missing 缺失的指标不计，按有数据的指标折算",
            "growth.baseNotPositive 上年不为正的增速按缺失计",
            "stages.startup.when 成立不满 4 年的都属于初创期，不论营业收入",
            "negativeList.platform-revoked.effect.deductByLevel.each 研发或创新平台被摘牌，每一项都扣分",
            "decay.growth-stay.by 在成长期停留，从进入成长期的年度起算，不从成立起算",
            "total.order 先衰减，再计扣分和附加分",
            "total.decays 多项衰减只取最小的系数",
            "total.mean 三类得分按权重作几何平均");
  }

  @Test
  void keepsEveryRankWhereNothingIsVaried() throws IOException {
    Sample sample = DiagnosticSamples.of(DiagnosticSamples.golden());
    Robustness robustness = Robustness.of(sample, NOTHING);
    assertThat(robustness.bands()).hasSize(103);
    assertThat(robustness.bands())
        .allSatisfy(
            band -> {
              int rank = band.overall().rank();
              assertThat(band.overall()).isEqualTo(new Band(rank, rank, rank, rank));
            });
    assertThat(robustness.meanWidth()).isZero();
    assertThat(robustness.stable()).isEqualTo(1);
  }

  @Test
  void givesTheSameAnswerForTheSameSeedInAnyOrder() throws IOException {
    List<Scored> golden = DiagnosticSamples.golden();
    Terms terms = new Terms(50, 7, 0.25, 0.2, true);
    Robustness one = Robustness.of(DiagnosticSamples.of(golden), terms);
    Collections.shuffle(golden, new Random(3));
    assertThat(Robustness.of(DiagnosticSamples.of(golden), terms)).isEqualTo(one);
    assertThat(
            Robustness.of(DiagnosticSamples.of(golden), new Terms(50, 8, 0.25, 0.2, true)).bands())
        .isNotEqualTo(one.bands());
  }

  @Test
  void widensTheBandsWithWhatIsVaried() throws IOException {
    Sample sample = DiagnosticSamples.of(DiagnosticSamples.golden());
    double little = Robustness.of(sample, new Terms(300, 1, 0.05, 0, false)).meanWidth();
    double much = Robustness.of(sample, new Terms(300, 1, 0.25, 0, false)).meanWidth();
    double more = Robustness.of(sample, new Terms(300, 1, 0.25, 0.2, true)).meanWidth();
    assertThat(little).isPositive().isLessThan(much);
    assertThat(much).isLessThan(more);
  }

  @Test
  void ordersEachBandAndListsTheBestFirst() throws IOException {
    Robustness robustness =
        Robustness.of(DiagnosticSamples.of(DiagnosticSamples.golden()), Terms.standard(103));
    assertThat(robustness.terms().runs()).isEqualTo(1000);
    assertThat(robustness.bands())
        .extracting(band -> band.overall().rank())
        .isSorted()
        .startsWith(1);
    assertThat(robustness.bands())
        .extracting(RankBand::overall)
        .allSatisfy(RobustnessTest::ordered);
    assertThat(robustness.bands())
        .extracting(RankBand::inStage)
        .allSatisfy(RobustnessTest::ordered);
  }

  private static void ordered(Band band) {
    assertThat(band.low()).isPositive().isLessThanOrEqualTo(band.median());
    assertThat(band.median()).isLessThanOrEqualTo(band.high());
  }

  @Test
  void affordsFewerRunsOfManyEnterprises() {
    assertThat(Terms.standard(1000).runs()).isEqualTo(1000);
    assertThat(Terms.standard(10_000).runs()).isEqualTo(500);
    assertThat(Terms.standard(1_000_000).runs()).isEqualTo(100);
    assertThat(Terms.standard(0).runs()).isEqualTo(1000);
  }
}
