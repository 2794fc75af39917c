package innovation.points.store.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The progress of a run, as shown to people.
 *
 * @param step {@code waiting}, {@code scoring}, {@code ranking}, {@code writing}, {@code
 *     verifying}, {@code comparing}, {@code auditing}, {@code done}
 * @param done enterprises so far in this step; segments, where those are on different machines
 * @param total of how many; 0 where it is not known yet
 */
@JsonPropertyOrder({"step", "done", "total"})
public record RunStep(String step, int done, int total) {
  public static final RunStep WAITING = new RunStep("waiting", 0, 0);
  static final RunStep DONE = new RunStep("done", 0, 0);

  /** With so many parts done of those it names. */
  RunStep with(int parts) {
    return new RunStep(step, Math.min(parts, total), total);
  }
}
