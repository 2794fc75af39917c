package innovation.points.acceptance.stack.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What public cards leave open of the figures behind them. A category's points are the sum of its
 * indicators' points, each between none and all of its own: what the others can make up bounds one
 * from below and above, its curve turns points into figures, and the stage bounds the revenue.
 */
final class PossibleFigures {

  /** Half of the last place that a category is shown with. */
  private static final double ROUNDING = 0.005;

  private static final double HUNDRED = 100;
  private static final double NARROW = 0.1;

  private PossibleFigures() {}

  /**
   * The values that a figure can have.
   *
   * @param least in the dataset's unit
   * @param most infinite where nothing bounds it
   * @param mayBeMissing whether it may as well be missing, which earns nothing either
   */
  record Possible(
      String uscc, String field, boolean whole, double least, double most, boolean mayBeMissing) {

    /** One value, or an interval of less than 10 %. */
    boolean isTold() {
      return (whole && least == most)
          ? !mayBeMissing
          : most < Double.POSITIVE_INFINITY && most - least < NARROW * most;
    }

    boolean isZeroOrMissing() {
      return most == 0 && mayBeMissing;
    }
  }

  static List<Possible> of(JsonNode rulebook, JsonNode report, List<JsonNode> cards) {
    var found = new ArrayList<Possible>();
    for (JsonNode card : cards) {
      for (JsonNode indicator : rulebook.path("indicators")) {
        JsonNode field = indicator.at("/value/amount");
        boolean contracts = indicator.at("/value/sum/of").asText().equals("amount");
        if (field.isTextual() || contracts) {
          found.add(possible(rulebook, report, card, indicator, contracts));
        }
      }
    }
    return found;
  }

  private static Possible possible(
      JsonNode rulebook, JsonNode report, JsonNode card, JsonNode indicator, boolean contracts) {
    String category = indicator.path("category").asText();
    double all = 0;
    for (JsonNode one : rulebook.path("indicators")) {
      all += one.path("category").asText().equals(category) ? one.path("points").asDouble() : 0;
    }
    double full = indicator.path("points").asDouble();
    double shown = card.path("categories").path(category).asDouble();
    double least = Math.max(0, (shown - ROUNDING) / HUNDRED * all - (all - full)) / full;
    double most = Math.min(1, (shown + ROUNDING) / HUNDRED * all / full);
    String stage = card.path("stage").asText();
    List<double[]> knots = knots(indicator.path("curve"), stage);
    String field = contracts ? "contracts" : indicator.at("/value/amount").asText();
    boolean whole = !contracts && isWhole(indicator.path("unit").asText());
    double low = value(knots, least);
    double high = most >= 1 ? Double.POSITIVE_INFINITY : value(knots, most);
    if (field.equals("revenue")) {
      JsonNode bounds = bounds(rulebook, stage);
      low = Math.max(low, bounds.path("from").asDouble(0));
      high = Math.min(high, bounds.path("below").asDouble(Double.POSITIVE_INFINITY));
    }
    return new Possible(
        card.path("uscc").asText(),
        field,
        whole,
        whole ? Math.ceil(low - 1e-9) : low,
        whole ? Math.floor(high + 1e-9) : high,
        low == 0 && !contracts && mayBeMissing(report, indicator.path("id").asText()));
  }

  /** Figures of persons, patents and the like are whole numbers. */
  private static boolean isWhole(String unit) {
    return !unit.contains("元");
  }

  /** Whether the report leaves open that somebody's figure is missing. */
  private static boolean mayBeMissing(JsonNode report, String indicator) {
    for (JsonNode one : report.at("/performance/indicators")) {
      if (one.path("id").asText().equals(indicator)) {
        return one.path("missing").isNull() || one.path("missing").asInt() > 0;
      }
    }
    throw new AssertionError("the report has no indicator " + indicator);
  }

  private static JsonNode bounds(JsonNode rulebook, String stage) {
    for (JsonNode one : rulebook.path("stages")) {
      if (one.path("id").asText().equals(stage)) {
        return one.at("/when/revenue");
      }
    }
    throw new AssertionError("the rulebook has no stage " + stage);
  }

  private static List<double[]> knots(JsonNode curve, String stage) {
    if (curve.at("/stages/" + stage).isArray()) {
      return read(curve.at("/stages/" + stage));
    }
    return curve.path("fullAt").has(stage)
        ? List.of(
            new double[] {0, 0}, new double[] {curve.path("fullAt").path(stage).asDouble(), 1})
        : read(curve.path("knots"));
  }

  private static List<double[]> read(JsonNode knots) {
    return knots
        .valueStream()
        .map(knot -> new double[] {knot.path(0).asDouble(), knot.path(1).asDouble()})
        .toList();
  }

  /** The value at which a rising curve has a share. */
  private static double value(List<double[]> knots, double share) {
    for (int i = 1; i < knots.size(); i++) {
      double[] from = knots.get(i - 1);
      double[] to = knots.get(i);
      if (share <= to[1]) {
        return from[0] + (to[0] - from[0]) * Math.max(0, share - from[1]) / (to[1] - from[1]);
      }
    }
    return knots.getLast()[0];
  }
}
