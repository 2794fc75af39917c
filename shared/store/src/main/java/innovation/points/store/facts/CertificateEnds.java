package innovation.points.store.facts;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** When certificates (资质) end. */
public final class CertificateEnds {

  public static final String DATASET = "qualifications";

  /** How many days before its end a certificate is spoken of. */
  public static final int DAYS = 180;

  private CertificateEnds() {}

  /** The last day of a certificate; the last of all days where it has none. */
  public static LocalDate of(LineItem certificate) {
    return Objects.requireNonNullElse(certificate.day("validTo"), LocalDate.MAX);
  }

  /**
   * The last day of each kind of certificate that an enterprise has: one matters no more where
   * another one of its kind holds longer.
   */
  public static Map<String, LocalDate> byKind(EnterpriseFacts known) {
    Map<String, LocalDate> ends = new HashMap<>();
    for (LineItem one : known.items(DATASET)) {
      String kind = one.text("kind");
      if (kind != null) {
        ends.merge(kind, of(one), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return ends;
  }
}
