package innovation.points.scoring.diagnostics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.scoring.diagnostics.DiagnosticSamples;
import innovation.points.scoring.diagnostics.Diagnostics;
import innovation.points.scoring.diagnostics.Robustness;
import innovation.points.scoring.diagnostics.Scope;
import innovation.points.scoring.result.Scored;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplerTest {
  @Test
  void keepsTheSameOnesInWhateverOrderTheyCome() throws IOException {
    List<Scored> golden = DiagnosticSamples.golden();
    Sample sample = DiagnosticSamples.of(golden, 40);
    Collections.shuffle(golden, new Random(1));
    assertThat(DiagnosticSamples.of(golden, 40).rows())
        .extracting(SampledRow::uscc)
        .hasSize(40)
        .isEqualTo(sample.rows().stream().map(SampledRow::uscc).toList());
    assertThat(sample.whole()).isFalse();
    assertThat(Diagnostics.of(sample).population().note()).isEqualTo("共 104 家有得分，按代码散列取 40 家计算");
  }

  @Test
  void drawsFromAllStagesAlike() {
    List<Scored> all = DiagnosticSamples.random(2000, 5);
    Sample whole = DiagnosticSamples.of(all);
    Sample half = DiagnosticSamples.of(all, 1000);
    for (int stage : whole.stages()) {
      assertThat((double) half.stage(stage).size() / whole.stage(stage).size()).isBetween(0.4, 0.6);
    }
  }

  @Test
  void auditsNobodyWithoutFailing() {
    Sample nobody = DiagnosticSamples.of(List.of());
    assertThat(Diagnostics.of(nobody).scopes())
        .singleElement()
        .extracting(Scope::enterprises)
        .isEqualTo(0);
    assertThat(Robustness.of(nobody, Robustness.Terms.standard(0)).bands()).isEmpty();
  }

  @Test
  void auditsOneWithoutFailing() {
    Sample one = DiagnosticSamples.of(DiagnosticSamples.random(1, 3));
    assertThat(Diagnostics.of(one).scopes()).isNotEmpty();
  }

  @Test
  void refusesToKeepNobody() {
    assertThatThrownBy(() -> new Sampler(DiagnosticSamples.RULEBOOK, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a limit of at least 1, found 0");
  }
}
