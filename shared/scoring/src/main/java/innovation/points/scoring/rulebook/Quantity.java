package innovation.points.scoring.rulebook;

import java.util.List;
import java.util.stream.Stream;

/** A figure of an enterprise that formulas are made of. */
public sealed interface Quantity {

  /** The datasets that its figures come from. */
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
   * @param yearsBack 0: of the evaluation year
   */
  record Figure(Rulebook.Field field, int yearsBack) implements Quantity {}

  /** The first that is known. */
  record FirstKnown(List<Quantity> of) implements Quantity {
    public FirstKnown {
      of = List.copyOf(of);
    }
  }

  /** The arithmetic mean; missing when one of them is. */
  record Mean(List<Quantity> of) implements Quantity {
    public Mean {
      of = List.copyOf(of);
    }
  }
}
