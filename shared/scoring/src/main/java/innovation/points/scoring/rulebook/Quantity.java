package innovation.points.scoring.rulebook;

import java.util.List;
import java.util.stream.Stream;

/** A figure of an enterprise, the operand of formulas. */
public sealed interface Quantity {

  /** The datasets that supply its figures. */
  default Stream<Rulebook.Dataset> datasets() {
    return switch (this) {
      case Figure figure -> Stream.of(figure.field().dataset());
      case FirstKnown(List<Quantity> of) -> of.stream().flatMap(Quantity::datasets);
      case Mean(List<Quantity> of) -> of.stream().flatMap(Quantity::datasets);
    };
  }

  /**
   * A field of a per-enterprise dataset.
   *
   * @param yearsBack number of years before the evaluation year; 0 for that year itself
   */
  record Figure(Rulebook.Field field, int yearsBack) implements Quantity {}

  /** The first quantity that is known. */
  record FirstKnown(List<Quantity> of) implements Quantity {
    public FirstKnown {
      of = List.copyOf(of);
    }
  }

  /** The arithmetic mean; missing where any of the quantities is. */
  record Mean(List<Quantity> of) implements Quantity {
    public Mean {
      of = List.copyOf(of);
    }
  }
}
