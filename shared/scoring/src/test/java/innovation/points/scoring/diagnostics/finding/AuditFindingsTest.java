package innovation.points.scoring.diagnostics.finding;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.diagnostics.DiagnosticSamples;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditFindingsTest {

  private static List<Finding> findings(Sample sample) {
    return IndexAudit.of(sample, null, Terms.standard(sample.size())).findings();
  }

  /** Every sentence, with what to do; the file is to be read by the rule's owner. */
  @Test
  void theGoldenZoneIsSaidInSentences() throws IOException {
    String expected;
    try (var in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/diagnostics/golden-2025-findings.txt"))) {
      expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(
            findings(DiagnosticSamples.of(DiagnosticSamples.golden())).stream()
                .map(one -> one.severity().id() + "  " + one.text() + one.action() + "\n")
                .collect(Collectors.joining()))
        .isEqualTo(expected);
  }

  @Test
  void fewEnterprisesGiveNone() {
    assertThat(
            findings(DiagnosticSamples.of(DiagnosticSamples.random(12, 5))).stream()
                .map(Finding::kind))
        .allMatch(Finding.Kind.BOUNDARY::equals);
    assertThat(findings(DiagnosticSamples.of(List.of()))).isEmpty();
  }

  @Test
  void theWeightiestComeFirst() {
    List<Finding> found = findings(DiagnosticSamples.of(DiagnosticSamples.random(400, 7)));
    assertThat(found)
        .isSortedAccordingTo(
            java.util.Comparator.comparing(Finding::severity).thenComparing(Finding::kind));
    assertThat(found)
        .allSatisfy(
            one ->
                assertThat(one.text() + one.action())
                    .endsWith("。")
                    .doesNotContain("null", "NaN", "E-"));
  }

  /** A rulebook's text without a section. */
  private static String without(String section, String next, String text) {
    int from = text.indexOf("\n" + section + ":");
    return text.substring(0, from) + text.substring(text.indexOf("\n" + next, from));
  }

  @Test
  void aRulebookWithoutListsHasNoEdges() {
    String text = without("benefits", "# 奖励", DiagnosticSamples.RULEBOOK.text());
    String without = without("uses", "# 各阶段的服务", text);
    Rulebook rulebook = RulebookLoader.read("xinxiang-2022-110.yaml", without);
    Scorer scorer = new Scorer(rulebook);
    Sampler sampler = new Sampler(rulebook, 100);
    DiagnosticSamples.random(60, 1)
        .forEach(
            one -> {
              if (scorer.score(one.input()) instanceof Scored scored) {
                sampler.add(scored);
              }
            });
    Sample sample = sampler.sample();
    assertThat(IndexAudit.of(sample, null, Terms.standard(sample.size())).edges()).isEmpty();
  }
}
