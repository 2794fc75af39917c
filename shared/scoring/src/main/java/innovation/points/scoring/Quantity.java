package innovation.points.scoring;

import java.util.List;

/** A figure of an enterprise that formulas are made of. */
public sealed interface Quantity {

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
