package innovation.points.lookup.publication;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.store.scores.ScoreRow;
import innovation.points.web.http.Parameters;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filters by what no publication says of an enterprise. Of the values of one any will do, and
 * all of them have to be met; one without a value lets everything through.
 *
 * @param parks 所属园区
 * @param grids 所属网格: {@code 07-32}, or {@code 07} for all within
 * @param qualifications kinds of certificates of which one is valid on 31 December of the year
 */
public record RosterFilter(List<String> parks, List<String> grids, List<String> qualifications) {

  private static final Pattern GRID = Pattern.compile("[0-9A-Za-z\\-]{1,20}");
  private static final Pattern NAME = Pattern.compile("[^#\\p{Cntrl}]{1,60}");
  private static final String CERTIFICATES = "qualifications";

  public RosterFilter {
    parks = List.copyOf(parks);
    grids = List.copyOf(grids);
    qualifications = List.copyOf(qualifications);
  }

  /** The filters of a request. */
  public static RosterFilter of(Parameters parameters) {
    return new RosterFilter(
        parameters.several("park", NAME, "所属园区"),
        parameters.several("grid", GRID, "网格编号（如 07-32，或 07 表示其下全部）"),
        parameters.several("qualification", NAME, "资质（如 高新技术企业）"));
  }

  boolean isEmpty() {
    return parks.isEmpty() && grids.isEmpty() && qualifications.isEmpty();
  }

  public boolean fits(ScoreRow row) {
    return (parks.isEmpty() || (row.park() != null && parks.contains(row.park())))
        && (grids.isEmpty() || grids.stream().anyMatch(grid -> isWithin(row.grid(), grid)))
        && (qualifications.isEmpty() || !Collections.disjoint(qualifications, held(row)));
  }

  private static boolean isWithin(@Nullable String own, String grid) {
    return own != null && (own.equals(grid) || own.startsWith(grid + "-"));
  }

  /** The kinds of certificates that an enterprise has on 31 December of the year. */
  public static Set<String> held(ScoreRow row) {
    LocalDate end = LocalDate.of(row.card().year(), Month.DECEMBER, 31);
    return row.input().facts().items(CERTIFICATES).stream()
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

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "park=%s&grid=%s&qualification=%s"
        .formatted(
            String.join(",", parks), String.join(",", grids), String.join(",", qualifications));
  }
}
