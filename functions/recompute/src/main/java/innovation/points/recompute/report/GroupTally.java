package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** The published points of a group of ranked enterprises. */
final class GroupTally {

  @JsonProperty private final Spread totals;

  /** The sums of the category points, in hundredths. */
  @JsonProperty private final Counter categories;

  GroupTally() {
    this(new Spread(), new Counter());
  }

  @JsonCreator
  GroupTally(
      @JsonProperty("totals") Spread totals, @JsonProperty("categories") Counter categories) {
    this.totals = totals;
    this.categories = categories;
  }

  void add(double total, Map<String, Double> points) {
    totals.add(total);
    points.forEach((category, each) -> categories.add(category, Spread.hundredths(each)));
  }

  void add(GroupTally other) {
    totals.add(other.totals);
    categories.add(other.categories);
  }

  Spread totals() {
    return totals;
  }

  /** The mean of a category's points, two decimals; requires at least one enterprise. */
  double category(String id) {
    return Spread.mean(categories.of(id), totals.count());
  }
}
