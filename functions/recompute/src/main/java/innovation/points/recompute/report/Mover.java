package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise ranked in this year and the published year before; all data is on its two public
 * cards.
 *
 * @param stage id
 * @param rank among all, or within the stage where the rulebook has no other
 * @param change of the total, two decimals
 */
@JsonPropertyOrder({
  "uscc",
  "name",
  "stage",
  "rank",
  "rankBefore",
  "total",
  "totalBefore",
  "change"
})
record Mover(
    String uscc,
    @Nullable String name,
    String stage,
    int rank,
    int rankBefore,
    double total,
    double totalBefore,
    double change) {

  /** The largest rise first; ties by code, so that the order is deterministic. */
  static final Comparator<Mover> RISES =
      Comparator.comparingDouble(Mover::change).reversed().thenComparing(Mover::uscc);

  /** The largest fall first. */
  static final Comparator<Mover> FALLS =
      Comparator.comparingDouble(Mover::change).thenComparing(Mover::uscc);

  /** The difference of two totals, two decimals. */
  static double difference(double before, double now) {
    return BigDecimal.valueOf(now).subtract(BigDecimal.valueOf(before)).doubleValue();
  }
}
