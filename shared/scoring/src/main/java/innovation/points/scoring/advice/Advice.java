package innovation.points.scoring.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scorer was tried with.
 *
 * @param from the score that was tried with changes; null where there is none, and so no advice
 * @param steps that gain, what many have reached first, the largest gain first
 * @param warnings by the stage entered, lowest first
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
   * A step that was tried.
   *
   * @param indicator id of the one it is about
   * @param words what is done, {@code 由 0 到 1000 万元}
   * @param points that the indicator gains, two places
   * @param total that the total gains when exactly the changes are made: the difference of two
   *     rounded totals, at least 0.01
   * @param stage id of the stage after it
   * @param rare fewer than a tenth of the stage's enterprises have got there
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
   * A bound of a stage beyond which the total is lower.
   *
   * @param changes with which the bound is just reached
   * @param stage id of the stage that is entered
   * @param total what the total changes by, below 0
   * @param because what changes, in Chinese
   * @param text all of it in a sentence
   */
  public record Warning(
      Changes changes, String stage, double total, List<String> because, String text) {
    public Warning {
      because = List.copyOf(because);
    }
  }
}
