package innovation.points.lookup.pivot;

import innovation.points.scoring.disclosure.Statistics;
import innovation.points.store.scores.Card;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a cell of a table says of its enterprises. */
enum Measure {
  ENTERPRISES("enterprises", "企业数"),
  MEAN_TOTAL("meanTotal", "总分均值"),
  MEDIAN_TOTAL("medianTotal", "总分中位数"),
  /** Of the points in one category. */
  MEAN_CATEGORY("meanCategory", "得分均值");

  static final Map<String, Measure> NAMES =
      Map.of(
          ENTERPRISES.id, ENTERPRISES,
          MEAN_TOTAL.id, MEAN_TOTAL,
          MEDIAN_TOTAL.id, MEDIAN_TOTAL,
          MEAN_CATEGORY.id, MEAN_CATEGORY);

  static final List<String> IDS =
      List.of(ENTERPRISES.id, MEAN_TOTAL.id, MEDIAN_TOTAL.id, MEAN_CATEGORY.id);

  private final String id;
  private final String title;

  Measure(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As the body names it. */
  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /**
   * What is measured of a ranked enterprise, in points.
   *
   * @param category of {@link #MEAN_CATEGORY}
   */
  double points(Card card, @Nullable String category) {
    return this == MEAN_CATEGORY
        ? Objects.requireNonNull(Objects.requireNonNull(card.categories()).get(category))
        : Objects.requireNonNull(card.total());
  }

  /** Two decimals; null where there are no enterprises to say it of. */
  @Nullable Double of(double[] points) {
    if (this == ENTERPRISES) {
      return (double) points.length;
    }
    if (points.length == 0) {
      return null;
    }
    var statistics = new Statistics(points);
    return this == MEDIAN_TOTAL ? statistics.quantile(0.5) : statistics.mean();
  }
}
