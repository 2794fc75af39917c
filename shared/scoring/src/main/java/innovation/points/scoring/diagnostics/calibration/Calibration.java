package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Normality;
import innovation.points.scoring.rulebook.Curve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What curves would fit a year, as a proposal: a person reviews it and publishes it as a rulebook
 * of its own, for later years (四(二): 根据评价结果优化模型). Nothing is ever changed by it.
 *
 * <p>For each curve that the document leaves open, and each stage with at least 20 values that earn
 * anything, the knots are put where the values' quantiles are, rounded to two significant digits,
 * so that the shares earned come near a normal distribution around one half. What earned nothing
 * goes on earning nothing. Values that lie together make one knot, with the highest of their
 * shares.
 *
 * @param target which quantile earns which share
 * @param kept curves that stay as they are, and why
 * @param comparison of the ranked enterprises under the rulebook and under the proposal
 * @param draft the whole proposed rulebook; null where nothing is proposed, or where the rulebook
 *     is written in a way that does not allow it
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
   * A point of the distribution aimed at.
   *
   * @param quantile 0 to 1, of the values that earn anything
   * @param share 0 to 1, that it earns
   */
  public record Target(double quantile, double share) {}

  /**
   * A curve for one stage.
   *
   * @param values how many it rests on
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
   * What a curve makes of the known values of the stage.
   *
   * @param mean of the shares earned
   * @param atZero share of the values that earn nothing
   * @param atFull share of the values that earn full points
   * @param discrimination of the shares earned
   */
  public record Effect(
      double mean, double atZero, double atFull, @Nullable Discrimination discrimination) {}

  /**
   * A curve that stays.
   *
   * @param stage null for all stages
   * @param reason in Chinese
   */
  public record Kept(String indicator, @Nullable String stage, String reason) {}

  /**
   * Before and after.
   *
   * @param moved how many have another overall rank
   * @param movers those that move the most, at most 20
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

  /** One that moves; ranks are overall, by the sample. */
  public record Mover(
      String uscc, String stage, int rankBefore, int rankAfter, double before, double after) {}

  /**
   * A rulebook to be reviewed.
   *
   * @param id that it would have
   * @param yaml its whole text
   */
  public record Draft(String id, String yaml) {}

  /** From a sample of the year. */
  public static Calibration of(Sample sample) {
    return new Calibrator(sample).calibration();
  }
}
