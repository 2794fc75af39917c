package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.statistics.Discrimination;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Normality;
import innovation.points.scoring.rulebook.Curve;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of full marks (四(二): 根据评价结果优化模型), and whether it is an improvement where it was not
 * fitted. A person reviews the proposal and publishes it as a new rulebook for later years; the
 * proposal itself changes nothing.
 *
 * <p>Curves that the document leaves open are stretched, each for itself, so that totals become
 * symmetric, fewer enterprises have full points, points tell enterprises apart, weights act as they
 * are written, and less is lost by growing over the bound of a stage. It is fitted to the year
 * before where that is published, and judged by the year; else to one half of the year's
 * enterprises and judged by the other.
 *
 * @param verdict whether to take it
 * @param reason of the verdict, in Chinese
 * @param fitted what it was fitted to
 * @param judged what it was judged by
 * @param before the rulebook on what it was judged by; null for too few enterprises
 * @param after the proposal on the same
 * @param proposals empty where the verdict is to leave the curves
 * @param kept curves left unchanged, with the reason
 * @param comparison the ranked enterprises of the year under the rulebook and under the proposal
 * @param draft the complete proposed rulebook; null where nothing is proposed or the form of the
 *     rulebook's text does not allow replacements
 */
public record Calibration(
    int year,
    String rulebook,
    String digest,
    Verdict verdict,
    String reason,
    Side fitted,
    Side judged,
    @Nullable Measures before,
    @Nullable Measures after,
    List<Proposal> proposals,
    List<Kept> kept,
    @Nullable Comparison comparison,
    @Nullable Draft draft) {

  public Calibration {
    proposals = List.copyOf(proposals);
    kept = List.copyOf(kept);
  }

  /** Whether to take the proposal. */
  public enum Verdict {
    IMPROVES,
    LEAVE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The ranked enterprises that curves were fitted to or judged by. Of the same year on both sides,
   * they are its halves.
   */
  public record Side(int year, int enterprises) {}

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
      Shape before, Shape after, int moved, double meanShift, int mostShift, List<Mover> movers) {
    public Comparison {
      movers = List.copyOf(movers);
    }
  }

  /** The totals of the ranked enterprises. */
  public record Shape(
      @Nullable Distribution totals,
      @Nullable Normality normality,
      @Nullable Discrimination discrimination) {

    static Shape of(double[] totals) {
      return new Shape(Distribution.of(totals), Normality.of(totals), Discrimination.of(totals));
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

  /**
   * The proposal for a sample of the year.
   *
   * @param earlier of the year before, by the same rulebook; null where that is not published
   */
  public static Calibration of(Sample sample, @Nullable Sample earlier) {
    return new Calibrator(sample, earlier).calibration();
  }
}
