package innovation.points.store.filter;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.CertificateEnds;
import innovation.points.store.scores.ScoreRow;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The certificates (资质) among the facts that a result was computed from. */
public final class Certificates {

  private Certificates() {}

  /** The kinds of certificates of which an enterprise has one on 31 December of the year. */
  public static Set<String> held(ScoreRow row) {
    LocalDate end = LocalDate.of(row.card().year(), Month.DECEMBER, 31);
    return row.input().facts().items(CertificateEnds.DATASET).stream()
        .filter(certificate -> holds(certificate, end))
        .flatMap(certificate -> Stream.ofNullable(certificate.text("kind")))
        .collect(Collectors.toSet());
  }

  /**
   * The certificates that are valid on a day and end by another one, but for those that another one
   * of their kind outlives.
   */
  public static List<LineItem> ending(ScoreRow row, LocalDate today, LocalDate until) {
    List<LineItem> all =
        row.input().facts().items(CertificateEnds.DATASET).stream()
            .filter(one -> !hasLapsed(one))
            .toList();
    return all.stream()
        .filter(one -> holds(one, today) && !end(one).isAfter(until))
        .filter(one -> all.stream().noneMatch(other -> outlives(other, one)))
        .toList();
  }

  private static boolean outlives(LineItem other, LineItem one) {
    return text(other, "kind").equals(text(one, "kind")) && end(other).isAfter(end(one));
  }

  /** The last day of a certificate; the last of all days where it has none. */
  public static LocalDate end(LineItem certificate) {
    return CertificateEnds.of(certificate);
  }

  /** The text of a field; empty where there is none. */
  public static String text(LineItem certificate, String field) {
    return Objects.requireNonNullElse(certificate.text(field), "");
  }

  private static boolean holds(LineItem certificate, LocalDate day) {
    LocalDate from = certificate.day("validFrom");
    return (from == null || !from.isAfter(day))
        && !end(certificate).isBefore(day)
        && !hasLapsed(certificate);
  }

  private static boolean hasLapsed(LineItem certificate) {
    return certificate.slots().value("lapsed") instanceof Value.Flag(boolean flag) && flag;
  }
}
