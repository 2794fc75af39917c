package innovation.points.scoring.result;

import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise with a score (rules §7). Immutable. Holds the facts it was computed from, so that
 * the parts of the trace ({@link #indicators}, {@link #deductions}, {@link #bonus}, {@link #decay})
 * are written only on request, and anew each time.
 */
public final class Scored implements Evaluation {
  private final Words words;
  private final Figures figures;

  /** Writes the explanation of the figures. */
  public interface Words {
    String uscc();

    int year();

    Rulebook rulebook();

    List<String> unreported();

    String stage();

    List<IndicatorScore> indicators(Figures figures);

    List<Deduction> deductions();

    List<Bonus> bonus();

    List<Decay> decay();

    ScoringInput input();
  }

  /**
   * The numbers of a score.
   *
   * @param values by indicator; NaN where missing
   * @param points by indicator, unrounded
   * @param categories by category, unrounded
   * @param deducted points deducted, at least 0
   * @param added points of the bonus table
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
  public record Figures(
      double[] values,
      double[] points,
      double[] categories,
      double weighted,
      double coverage,
      boolean ranked,
      double deducted,
      double added,
      double decayFactor,
      double total) {}

  public Scored(Words words, Figures figures) {
    this.words = words;
    this.figures = figures;
  }

  @Override
  public String uscc() {
    return words.uscc();
  }

  @Override
  public int year() {
    return words.year();
  }

  @Override
  public String rulebook() {
    return words.rulebook().id();
  }

  @Override
  public String digest() {
    return words.rulebook().digest();
  }

  @Override
  public List<String> unreported() {
    return words.unreported();
  }

  /** Id of the stage. */
  public String stage() {
    return words.stage();
  }

  /** The total as published, rounded to 2 decimals. */
  public double total() {
    return figures.total();
  }

  /** Scores by category id in the rulebook's order, rounded to 2 decimals; for display only. */
  public Map<String, Double> categories() {
    Rulebook rulebook = words.rulebook();
    Map<String, Double> rounded = new LinkedHashMap<>();
    for (int i = 0; i < figures.categories().length; i++) {
      rounded.put(
          rulebook.categories().get(i).id(),
          Rounding.halfEven(figures.categories()[i], rulebook.total().places()));
    }
    return Collections.unmodifiableMap(rounded);
  }

  /** The unrounded score of the category at an index of the rulebook. */
  public double category(int category) {
    return figures.categories()[category];
  }

  /** Σ weight × category, unrounded. */
  public double weighted() {
    return figures.weighted();
  }

  /** The share of weighted points whose value is known, 0 to 1, unrounded. */
  public double coverage() {
    return figures.coverage();
  }

  /** Whether coverage reaches the threshold, so that the enterprise is ranked and public. */
  public boolean ranked() {
    return figures.ranked();
  }

  /** The sum of the deductions, at least 0, unrounded. */
  public double deducted() {
    return figures.deducted();
  }

  /** The sum of the bonus points, unrounded. */
  public double added() {
    return figures.added();
  }

  /** The deductions, in the order of the negative list. */
  public List<Deduction> deductions() {
    return words.deductions();
  }

  /** The bonus points, in the order of the bonus table. */
  public List<Bonus> bonus() {
    return words.bonus();
  }

  /** What the rulebook calls a rule of its bonus table. */
  public String bonusName(Bonus bonus) {
    return words.rulebook().bonus().stream()
        .filter(rule -> rule.id().equals(bonus.rule()))
        .map(Rulebook.BonusRule::name)
        .findFirst()
        .orElseThrow();
  }

  /** The decays, in the order of the decay table; their factors multiply. */
  public List<Decay> decay() {
    return words.decay();
  }

  /** The product of the decay factors; 1 without any. */
  public double decayFactor() {
    return figures.decayFactor();
  }

  /** All indicators in the rulebook's order, with the facts they were computed from. */
  public List<IndicatorScore> indicators() {
    return words.indicators(figures);
  }

  /** The value of the indicator at an index of the rulebook; null where missing. */
  public @Nullable Double value(int indicator) {
    double value = figures.values()[indicator];
    return switch (Outcome.of(value)) {
      case SCORED -> value;
      case MISSING -> null;
      case BASE_NOT_POSITIVE -> 0.0;
    };
  }

  /** The outcome of the indicator at an index of the rulebook. */
  public Outcome outcome(int indicator) {
    return Outcome.of(figures.values()[indicator]);
  }

  /** The input it was computed from, which another scorer can evaluate too. */
  public ScoringInput input() {
    return words.input();
  }

  /** The points of the indicator at an index of the rulebook, unrounded. */
  public double points(int indicator) {
    return figures.points()[indicator];
  }
}
