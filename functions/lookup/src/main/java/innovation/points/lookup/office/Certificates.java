package innovation.points.lookup.office;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.store.scores.ScoreRow;
import java.time.LocalDate;
import java.time.Month;
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
