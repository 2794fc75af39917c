package innovation.points.local.cost;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** How much of each quantity; a value. */
record Usage(Map<Quantity, Double> amounts) {

  Usage {
    amounts = Map.copyOf(amounts);
  }

  double of(Quantity quantity) {
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
    var result = new EnumMap<Quantity, Double>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      result.put(quantity, operator.applyAsDouble(of(quantity), other.of(quantity)));
    }
    return new Usage(result);
  }
}
