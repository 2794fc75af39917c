package innovation.points.scoring.advice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a file can say at all, so that no step supposes what no department could report.
 *
 * @param whole the fields that are whole numbers
 * @param atMost the fields that a field is not above in one row
 */
public record FieldRules(Set<String> whole, Map<String, Set<String>> atMost) {

  public FieldRules {
    whole = Set.copyOf(whole);
    atMost = Collections.unmodifiableMap(new LinkedHashMap<>(atMost));
  }
}
