package innovation.points.acceptance.cost;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** The amount of each quantity. Immutable. */
record Usage(Map<MeteredQuantity, Double> amounts) {

  Usage {
    amounts = Map.copyOf(amounts);
  }

  double of(MeteredQuantity quantity) {
    return amounts.getOrDefault(quantity, 0.0);
  }

  Usage plus(Usage other) {
    return with(other, Double::sum);
  }

  Usage minus(Usage other) {
    return with(other, (mine, others) -> mine - others);
  }

  Usage times(double factor) {
    return with(this, (mine, _) -> mine * factor);
  }

  private Usage with(Usage other, DoubleBinaryOperator operator) {
    var result = new EnumMap<MeteredQuantity, Double>(MeteredQuantity.class);
    for (MeteredQuantity quantity : MeteredQuantity.values()) {
      result.put(quantity, operator.applyAsDouble(of(quantity), other.of(quantity)));
    }
    return new Usage(result);
  }
}
