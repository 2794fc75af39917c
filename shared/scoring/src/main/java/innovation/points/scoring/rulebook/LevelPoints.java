package innovation.points.scoring.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Points by the value of a field; each value counts once, and they add up.
 *
 * @param by the field
 * @param points above 0, in the rulebook's order
 */
public record LevelPoints(String by, Map<String, Double> points) {
  public LevelPoints {
    points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
  }
}
