package innovation.points.scoring.advice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a file can contain, so that no step assumes a value that no department could report.
 *
 * @param whole the fields that hold whole numbers
 * @param atMost for each field, the fields of the same row that it must not exceed
 */
public record FieldRules(Set<String> whole, Map<String, Set<String>> atMost) {

  public FieldRules {
    whole = Set.copyOf(whole);
    atMost = Collections.unmodifiableMap(new LinkedHashMap<>(atMost));
  }
}
