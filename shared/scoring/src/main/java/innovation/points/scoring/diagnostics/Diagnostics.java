package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;

/**
 * The audit of a year's scores: for all ranked enterprises together, then for each stage that has
 * any.
 *
 * @param rulebook id
 * @param digest of the rulebook's text
 * @param population the enterprises it covers
 * @param boundaries what growing over the bounds of stages does
 */
public record Diagnostics(
    int year,
    String rulebook,
    String digest,
    Population population,
    List<Scope> scopes,
    List<Boundary> boundaries) {

  public Diagnostics {
    scopes = List.copyOf(scopes);
    boundaries = List.copyOf(boundaries);
  }

  /**
   * The enterprises that the figures cover.
   *
   * @param scored number of all with a score
   * @param sampled number of those in the sample
   * @param ranked number of ranked enterprises of the sample, which all figures are based on
   * @param whole whether the sample holds every scored enterprise
   * @param note in Chinese, how the sample was drawn; empty where it is whole
   */
  public record Population(int scored, int sampled, int ranked, boolean whole, String note) {}

  /** The audit of a sample. */
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
        sample.year(),
        rulebook.id(),
        rulebook.digest(),
        population(sample, ranked),
        scopes,
        Boundary.of(ranked));
  }

  private static Population population(Sample sample, Sample ranked) {
    String note =
        sample.whole() ? "" : "共 %d 家有得分，按代码散列取 %d 家计算".formatted(sample.scored(), sample.size());
    return new Population(sample.scored(), sample.size(), ranked.size(), sample.whole(), note);
  }
}
