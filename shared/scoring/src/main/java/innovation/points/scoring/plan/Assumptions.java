package innovation.points.scoring.plan;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.List;

/**
 * The numbers of a rulebook, to be varied. Mutable and not thread-safe.
 *
 * @param full points by indicator
 * @param weights by stage and category
 * @param curves by stage and indicator
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
public record Assumptions(double[] full, double[][] weights, Curves curves) {

  public static Assumptions of(Rulebook rulebook) {
    double[] full = rulebook.indicators().stream().mapToDouble(Indicator::points).toArray();
    List<String> categories = rulebook.categories().stream().map(Category::id).toList();
    double[][] weights =
        rulebook.stages().stream()
            .map(
                stage ->
                    categories.stream()
                        .mapToDouble(id -> stage.weights().getOrDefault(id, 0.0))
                        .toArray())
            .toArray(double[][]::new);
    return new Assumptions(full, weights, Curves.of(rulebook));
  }

  /** The index of each indicator's category. */
  public static int[] categories(Rulebook rulebook) {
    List<String> categories = rulebook.categories().stream().map(Category::id).toList();
    return rulebook.indicators().stream().mapToInt(i -> categories.indexOf(i.category())).toArray();
  }
}
