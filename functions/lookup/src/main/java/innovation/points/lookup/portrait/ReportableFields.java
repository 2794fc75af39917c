package innovation.points.lookup.portrait;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Consistency;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.scoring.advice.FieldRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the catalogue allows a file to say, for steps that somebody could report. */
final class ReportableFields {
  private ReportableFields() {}

  /** Made once. */
  static FieldRules rules() {
    return Holder.RULES;
  }

  private static final class Holder {
    static final FieldRules RULES = read();
  }

  private static FieldRules read() {
    Set<String> whole = new HashSet<>();
    Map<String, Set<String>> atMost = new HashMap<>();
    for (Dataset dataset : Catalogue.load().datasets()) {
      dataset.fields().stream()
          .filter(field -> field.type() == FieldType.INTEGER)
          .forEach(field -> whole.add(field.name()));
      for (Consistency check : dataset.consistency()) {
        if (check instanceof Consistency.AtMost(String field, String limit)) {
          atMost.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(limit);
        }
      }
    }
    return new FieldRules(whole, atMost);
  }
}
