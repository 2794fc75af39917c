package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Where a run stands, for a person who watches.
 *
 * @param step {@code waiting}, {@code scoring}, {@code writing}, {@code auditing}, {@code
 *     verifying}, {@code publishing}, {@code done}
 * @param done enterprises (scoring) or items (writing, verifying) so far in this step
 * @param total of how many; 0 where it is not known yet
 */
@JsonPropertyOrder({"step", "done", "total"})
public record Progress(String step, int done, int total) {
  public static final Progress WAITING = new Progress("waiting", 0, 0);
}
