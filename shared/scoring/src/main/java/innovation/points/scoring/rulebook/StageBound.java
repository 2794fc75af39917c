package innovation.points.scoring.rulebook;

import innovation.points.scoring.rulebook.Rulebook.Condition;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A figure from which a stage begins (表1).
 *
 * @param at the least figure of the stage
 * @param unit of the figure; empty where no indicator shows it
 */
public record StageBound(Field field, double at, Stage stage, String unit) {

  /** The bounds of a rulebook, the lowest first; those of the age are none. */
  public static List<StageBound> of(Rulebook rulebook) {
    List<StageBound> bounds = new ArrayList<>();
    for (Stage stage : rulebook.stages()) {
      for (Condition condition : stage.when()) {
        Field field = condition.field();
        Double from = condition.from();
        if (field != null && from != null) {
          bounds.add(new StageBound(field, from, stage, unit(rulebook, field)));
        }
      }
    }
    bounds.sort(Comparator.comparing(StageBound::at));
    return List.copyOf(bounds);
  }

  /** The unit of the indicator whose value is the figure itself. */
  private static String unit(Rulebook rulebook, Field field) {
    for (Indicator indicator : rulebook.indicators()) {
      if (indicator.formula() instanceof Formula.Amount(Quantity.Figure(Field of, int back))
          && back == 0
          && of.equals(field)) {
        return indicator.unit();
      }
    }
    return "";
  }
}
