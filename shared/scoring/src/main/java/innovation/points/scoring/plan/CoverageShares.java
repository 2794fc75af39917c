package innovation.points.scoring.plan;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The share of the weighted points that each indicator represents (rules §3, coverage). Counts
 * whole units, so that the sum does not depend on the order and the comparison with the threshold
 * is exact.
 */
final class CoverageShares {
  private static final int PLACES = 12;
  private static final long ALL = 1_000_000_000_000L;

  private final long[][] shares;
  private final Rulebook.Coverage threshold;

  CoverageShares(Rulebook rulebook) {
    this.threshold = rulebook.coverage();
    Map<String, Category> categories =
        rulebook.categories().stream().collect(Collectors.toMap(Category::id, Function.identity()));
    this.shares =
        rulebook.stages().stream()
            .map(stage -> shares(stage, rulebook.indicators(), categories))
            .toArray(long[][]::new);
  }

  private static long[] shares(
      Stage stage, List<Indicator> indicators, Map<String, Category> categories) {
    return indicators.stream().mapToLong(i -> share(stage, i, categories)).toArray();
  }

  private static long share(Stage stage, Indicator indicator, Map<String, Category> categories) {
    Category category = categories.get(indicator.category());
    Double weight = stage.weights().get(indicator.category());
    if (category == null || weight == null) {
      throw new IllegalArgumentException("指标 " + indicator.id() + " 没有权重");
    }
    return BigDecimal.valueOf(weight)
        .multiply(BigDecimal.valueOf(indicator.points()))
        .movePointRight(PLACES)
        .divide(BigDecimal.valueOf(category.points()), RoundingMode.HALF_EVEN)
        .longValue();
  }

  long share(int stage, int indicator) {
    return shares[stage][indicator];
  }

  /** 0 to 1. */
  double of(long covered) {
    return (double) covered / ALL;
  }

  boolean enough(long covered) {
    return covered * threshold.thresholdWhole() >= ALL * threshold.thresholdPart();
  }
}
