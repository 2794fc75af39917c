package innovation.points.scoring.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Points by the value of a field, which add up.
 *
 * @param by the field
 * @param eachItem whether every item counts; otherwise each value counts once
 * @param points above 0, in the rulebook's order
 */
public record LevelPoints(String by, boolean eachItem, Map<String, Double> points) {
  public LevelPoints {
    points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
  }
}
