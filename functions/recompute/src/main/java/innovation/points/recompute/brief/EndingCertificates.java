package innovation.points.recompute.brief;

import innovation.points.store.brief.Brief.Ending;
import innovation.points.store.facts.CertificateEnds;
import innovation.points.store.facts.FactsTable;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** How many enterprises have certificates that end soon. */
final class EndingCertificates {

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
            CertificateEnds.byKind(known)
                .forEach(
                    (kind, end) -> {
                      if (end.isAfter(day) && !end.isAfter(day.plusDays(CertificateEnds.DAYS))) {
                        counts.merge(kind, 1, Integer::sum);
                      }
                    }));
    return counts.entrySet().stream().map(one -> new Ending(one.getKey(), one.getValue())).toList();
  }
}
