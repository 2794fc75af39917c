package innovation.points.scoring.rulebook;

import innovation.points.scoring.facts.Value;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the negative list (表3). */
public record NegativeRule(String id, String name, Trigger when, Effect effect, Basis basis) {
  /** The trigger of a line of the negative list. */
  public sealed interface Trigger {
    /** Any of these facts of the evaluation year. */
    record AnyFact(List<FactIs> facts) implements Trigger {
      public AnyFact {
        facts = List.copyOf(facts);
      }
    }

    /**
     * An item.
     *
     * @param unless items that cancel the trigger; null: none
     */
    record AnyItem(Items items, @Nullable Items unless) implements Trigger {}
  }

  /** A field of the evaluation year that has a value. */
  public record FactIs(Field field, Value value) {}

  /** The effect of a line of the negative list. */
  public sealed interface Effect {
    /** The enterprise is neither scored nor ranked. */
    record Exclude() implements Effect {}

    /**
     * Points deducted once.
     *
     * @param points above 0
     */
    record Deduct(double points) implements Effect {}

    /** Points deducted for the levels of the items. */
    record DeductByLevel(LevelPoints levels) implements Effect {}
  }
}
