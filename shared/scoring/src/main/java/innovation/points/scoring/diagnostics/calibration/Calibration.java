package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Normality;
import innovation.points.scoring.rulebook.Curve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposes curves that fit the values of a year (四(二): 根据评价结果优化模型). A person reviews the proposal
 * and publishes it as a new rulebook for later years; the proposal itself changes nothing.
 *
 * <p>For each curve that the document leaves open, and each stage with at least 20 values that earn
 * points, the knots are the quantiles of the values, rounded to two significant digits, so that the
 * earned shares approximate a normal distribution around one half. Values that earned nothing still
 * earn nothing. Quantiles that coincide form one knot with the highest of their shares.
 *
 * @param target the share that each quantile is to earn
 * @param kept curves left unchanged, with the reason
 * @param comparison the ranked enterprises under the rulebook and under the proposal
 * @param draft the complete proposed rulebook; null where nothing is proposed or the form of the
 *     rulebook's text does not allow replacements
 */
public record Calibration(
    int year,
    String rulebook,
    String digest,
    List<Target> target,
    List<Proposal> proposals,
    List<Kept> kept,
    @Nullable Comparison comparison,
    @Nullable Draft draft) {

  public Calibration {
    target = List.copyOf(target);
    proposals = List.copyOf(proposals);
    kept = List.copyOf(kept);
  }

  /**
   * A point of the target distribution.
   *
   * @param quantile 0 to 1, of the values that earn points
   * @param share 0 to 1, that the quantile is to earn
   */
  public record Target(double quantile, double share) {}

  /**
   * A proposed curve for one stage.
   *
   * @param values number of values it is based on
   */
  public record Proposal(
      String indicator,
      String name,
      String unit,
      String stage,
      int values,
      List<Curve.Knot> current,
      List<Curve.Knot> proposed,
      Effect before,
      Effect after) {
    public Proposal {
      current = List.copyOf(current);
      proposed = List.copyOf(proposed);
    }
  }

  /**
   * The effect of a curve on the known values of the stage.
   *
   * @param mean of the shares earned
   * @param atZero share of the values that earn nothing
   * @param atFull share of the values that earn full points
   * @param discrimination of the shares earned
   */
  public record Effect(
      double mean, double atZero, double atFull, @Nullable Discrimination discrimination) {}

  /**
   * A curve left unchanged.
   *
   * @param stage null for all stages
   * @param reason in Chinese
   */
  public record Kept(String indicator, @Nullable String stage, String reason) {}

  /**
   * The ranked enterprises before and after.
   *
   * @param moved number of enterprises whose overall rank changes
   * @param movers the enterprises that move furthest, at most 20
   */
  public record Comparison(
      Side before, Side after, int moved, double meanShift, int mostShift, List<Mover> movers) {
    public Comparison {
      movers = List.copyOf(movers);
    }
  }

  /** The totals of the ranked enterprises. */
  public record Side(
      @Nullable Distribution totals,
      @Nullable Normality normality,
      @Nullable Discrimination discrimination) {

    static Side of(double[] totals) {
      return new Side(Distribution.of(totals), Normality.of(totals), Discrimination.of(totals));
    }
  }

  /** An enterprise that moves; ranks are overall, within the sample. */
  public record Mover(
      String uscc, String stage, int rankBefore, int rankAfter, double before, double after) {}

  /**
   * A draft rulebook for review.
   *
   * @param id of the draft
   * @param yaml its complete text
   */
  public record Draft(String id, String yaml) {}

  /** The proposal for a sample of the year. */
  public static Calibration of(Sample sample) {
    return new Calibrator(sample).calibration();
  }
}
