package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code limits.json}: from where on the checks of a run warn or block.
 *
 * @param incompleteShare share of the roster without complete data above which a publication is
 *     blocked, 0 to 1
 * @param rankedDrop share by which the ranked enterprises may be fewer than the year before, 0 to 1
 * @param medianShift points by which the median may differ from the year before without a warning
 */
@JsonPropertyOrder({"incompleteShare", "rankedDrop", "medianShift"})
public record Limits(double incompleteShare, double rankedDrop, double medianShift) {

  /** In force as long as the zone sets no others. */
  public static final Limits DEFAULT = new Limits(0.1, 0.1, 10);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException in Chinese, with all that is out of bounds
   */
  public Limits {
    List<String> problems = new ArrayList<>();
    share("incompleteShare", incompleteShare, problems);
    share("rankedDrop", rankedDrop, problems);
    if (!(medianShift >= 0 && medianShift <= 100)) {
      problems.add("medianShift 应为 0 到 100 分，收到：%s".formatted(medianShift));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }

  private static void share(String name, double value, List<String> problems) {
    if (!(value >= 0 && value <= 1)) {
      problems.add("%s 应为 0 到 1 的比例，收到：%s".formatted(name, value));
    }
  }
}
