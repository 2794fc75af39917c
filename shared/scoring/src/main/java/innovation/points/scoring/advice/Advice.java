package innovation.points.scoring.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps that would raise an enterprise's total, and bounds beyond which it falls.
 *
 * @param from the present score, the base of every trial; null without a score, and then there is
 *     no advice
 * @param steps that raise the total: those that many enterprises have reached first, then by
 *     falling gain
 * @param warnings in ascending order of the stage entered
 */
public record Advice(@Nullable Start from, List<Step> steps, List<Warning> warnings) {

  public static final Advice NONE = new Advice(null, List.of(), List.of());

  public Advice {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** The total and the stage before any step. */
  public record Start(double total, String stage) {}

  /**
   * A step that raises the total, computed by the scorer.
   *
   * @param indicator id of the indicator that the step improves
   * @param words the change in Chinese, {@code 由 0 到 1000 万元}
   * @param points that the indicator gains, two decimals
   * @param total gain of the total from exactly these changes: the difference of two rounded
   *     totals, at least 0.01
   * @param stage id of the stage after the step
   * @param rare whether fewer than a tenth of the stage's enterprises have reached the value
   */
  public record Step(
      String indicator,
      String name,
      String words,
      Changes changes,
      double points,
      double total,
      String stage,
      boolean rare) {}

  /**
   * A stage's bound beyond which the total is lower.
   *
   * @param changes that just reach the bound
   * @param stage id of the stage that is entered
   * @param total change of the total, below 0
   * @param because the causes, in Chinese
   * @param text the whole warning as one sentence
   */
  public record Warning(
      Changes changes, String stage, double total, List<String> because, String text) {
    public Warning {
      because = List.copyOf(because);
    }
  }
}
