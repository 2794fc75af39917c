package innovation.points.datasets.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All problems of one kind in one column.
 *
 * @param count how many there are; never cut
 * @param rows the first ten rows
 * @param message that of the first
 */
public record ProblemGroup(
    ProblemCode code,
    @Nullable String column,
    @Nullable String columnLetter,
    long count,
    List<Integer> rows,
    String message) {
  public ProblemGroup {
    rows = List.copyOf(rows);
  }
}
