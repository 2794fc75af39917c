package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;

/**
 * The index of a year under the microscope: all ranked enterprises together, then each stage that
 * has any.
 *
 * @param rulebook id
 * @param digest of the rulebook's text
 * @param population whom it is made from
 */
public record Diagnostics(
    int year, String rulebook, String digest, Population population, List<Scope> scopes) {

  public Diagnostics {
    scopes = List.copyOf(scopes);
  }

  /**
   * Whom the figures are made from.
   *
   * @param scored all with a score
   * @param sampled those looked at
   * @param ranked those of them that take part in the ranking: all figures are theirs
   * @param whole whether nobody was left out
   * @param note in Chinese, where some were; empty else
   */
  public record Population(int scored, int sampled, int ranked, boolean whole, String note) {}

  /** Of a sample. */
  public static Diagnostics of(Sample sample) {
    Rulebook rulebook = sample.rulebook();
    Sample ranked = sample.ranked();
    List<Scope> scopes = new ArrayList<>();
    scopes.add(new ScopeAudit(ranked, null, "全部").scope());
    for (int stage : ranked.stages()) {
      Rulebook.Stage of = rulebook.stages().get(stage);
      scopes.add(new ScopeAudit(ranked.stage(stage), of.id(), of.name()).scope());
    }
    return new Diagnostics(
        sample.year(), rulebook.id(), rulebook.digest(), population(sample, ranked), scopes);
  }

  private static Population population(Sample sample, Sample ranked) {
    String note =
        sample.whole() ? "" : "共 %d 家有得分，按代码散列取 %d 家计算".formatted(sample.scored(), sample.size());
    return new Population(sample.scored(), sample.size(), ranked.size(), sample.whole(), note);
  }
}
