package innovation.points.lookup.filter;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.store.scores.ScoreRow;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The certificates (资质) among the facts that a result was computed from. */
public final class Certificates {

  private static final String DATASET = "qualifications";

  private Certificates() {}

  /** The kinds of certificates of which an enterprise has one on 31 December of the year. */
  public static Set<String> held(ScoreRow row) {
    LocalDate end = LocalDate.of(row.card().year(), Month.DECEMBER, 31);
    return row.input().facts().items(DATASET).stream()
        .filter(certificate -> holds(certificate, end))
        .map(certificate -> value(certificate, "kind"))
        .filter(Value.Text.class::isInstance)
        .map(kind -> ((Value.Text) kind).text())
        .collect(Collectors.toSet());
  }

  /**
   * The certificates that are valid on a day and end by another one, but for those that another one
   * of their kind outlives.
   */
  public static List<LineItem> ending(ScoreRow row, LocalDate today, LocalDate until) {
    List<LineItem> all =
        row.input().facts().items(DATASET).stream()
            .filter(one -> !(value(one, "lapsed") instanceof Value.Flag(boolean flag) && flag))
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
    return value(certificate, "validTo") instanceof Value.Day(LocalDate to) ? to : LocalDate.MAX;
  }

  /** The text of a field; empty where there is none. */
  public static String text(LineItem certificate, String field) {
    return value(certificate, field) instanceof Value.Text(String text) ? text : "";
  }

  private static boolean holds(LineItem certificate, LocalDate day) {
    boolean begun =
        !(value(certificate, "validFrom") instanceof Value.Day(LocalDate from))
            || !from.isAfter(day);
    boolean over =
        value(certificate, "validTo") instanceof Value.Day(LocalDate to) && to.isBefore(day);
    boolean lapsed = value(certificate, "lapsed") instanceof Value.Flag(boolean flag) && flag;
    return begun && !over && !lapsed;
  }

  private static @Nullable Value value(LineItem certificate, String field) {
    return certificate.values().get(field);
  }
}
