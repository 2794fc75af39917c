package innovation.points.recompute.brief;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.store.brief.Brief.Ending;
import innovation.points.store.facts.FactsTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many enterprises have certificates that end soon. */
final class EndingCertificates {

  private static final String DATASET = "qualifications";

  /** As in the questions that enterprises are asked about them. */
  private static final int DAYS = 180;

  private EndingCertificates() {}

  /**
   * By kind; a certificate matters no more where another one of its kind holds longer.
   *
   * @param day after which they end within 180 days
   */
  static List<Ending> of(FactsTable facts, LocalDate day) {
    var counts = new TreeMap<String, Integer>();
    facts.scan(
        0,
        1,
        known ->
            longest(known)
                .forEach(
                    (kind, end) -> {
                      if (end.isAfter(day) && !end.isAfter(day.plusDays(DAYS))) {
                        counts.merge(kind, 1, Integer::sum);
                      }
                    }));
    return counts.entrySet().stream().map(one -> new Ending(one.getKey(), one.getValue())).toList();
  }

  private static Map<String, LocalDate> longest(EnterpriseFacts known) {
    Map<String, LocalDate> longest = new HashMap<>();
    for (LineItem one : known.items(DATASET)) {
      if (one.values().get("kind") instanceof Value.Text(String kind)) {
        longest.merge(kind, end(one), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return longest;
  }

  private static LocalDate end(LineItem certificate) {
    return certificate.values().get("validTo") instanceof Value.Day(LocalDate end)
        ? end
        : LocalDate.MAX;
  }
}
