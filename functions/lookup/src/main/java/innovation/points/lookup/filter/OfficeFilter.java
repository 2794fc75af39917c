package innovation.points.lookup.filter;

import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Parameters;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the offices' lists are filtered by: of the values of one parameter any will do, and all
 * parameters have to be met.
 *
 * @param parks 所属园区
 * @param grids 所属网格: {@code 07-32}, or {@code 07} for all within
 * @param qualifications kinds of certificates of which one is valid on 31 December of the year
 */
public record OfficeFilter(List<String> parks, List<String> grids, List<String> qualifications) {

  private static final Pattern GRID = Pattern.compile("[0-9A-Za-z\\-]{1,20}");
  private static final Pattern NAME = Pattern.compile("[^#\\p{Cntrl}]{1,60}");

  public OfficeFilter {
    parks = List.copyOf(parks);
    grids = List.copyOf(grids);
    qualifications = List.copyOf(qualifications);
  }

  public static OfficeFilter of(Parameters parameters) {
    return new OfficeFilter(
        parameters.several("park", NAME, "所属园区"),
        parameters.several("grid", GRID, "网格编号（如 07-32，或 07 表示其下全部）"),
        parameters.several("qualification", NAME, "资质（如 高新技术企业）"));
  }

  public boolean fits(ScoreRow row) {
    return isThere(row)
        && (qualifications.isEmpty()
            || !Collections.disjoint(qualifications, Certificates.held(row)));
  }

  /** Lets through the enterprises of a generation that fit: all, where nothing is asked for. */
  public Predicate<String> in(ScoresTable scores, String generation) {
    if (parks.isEmpty() && grids.isEmpty() && qualifications.isEmpty()) {
      return _ -> true;
    }
    var fitting = new HashSet<String>();
    scores.forEachRow(
        generation,
        RowFilter.ALL,
        row -> {
          if (fits(row)) {
            fitting.add(row.uscc());
          }
        });
    return fitting::contains;
  }

  /** Whether an enterprise is in one of the parks and grids, whatever its certificates. */
  public boolean isThere(ScoreRow row) {
    return (parks.isEmpty() || (row.park() != null && parks.contains(row.park())))
        && (grids.isEmpty() || grids.stream().anyMatch(grid -> isWithin(row.grid(), grid)));
  }

  private static boolean isWithin(@Nullable String own, String grid) {
    return own != null && (own.equals(grid) || own.startsWith(grid + "-"));
  }

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "park=%s&grid=%s&qualification=%s"
        .formatted(
            String.join(",", parks), String.join(",", grids), String.join(",", qualifications));
  }
}
