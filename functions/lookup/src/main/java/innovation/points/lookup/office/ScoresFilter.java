package innovation.points.lookup.office;

import innovation.points.lookup.publication.RankingFilter;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.web.http.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which results of a year an office wants to see. Of the values of one filter any will do, and all
 * filters have to be met.
 *
 * @param parks 所属园区
 * @param grids 所属网格: {@code 07-32}, or {@code 07} for all within
 * @param qualifications kinds of certificates of which one is valid on 31 December of the year
 */
record ScoresFilter(
    RankingFilter ranking,
    Optional<ScoreStatus> status,
    List<String> parks,
    List<String> grids,
    List<String> qualifications) {

  private static final Map<String, ScoreStatus> STATUSES =
      Map.of(
          "scored",
          ScoreStatus.SCORED,
          "excluded",
          ScoreStatus.EXCLUDED,
          "incomplete",
          ScoreStatus.INCOMPLETE);

  private static final Pattern GRID = Pattern.compile("[0-9A-Za-z\\-]{1,20}");
  private static final Pattern NAME = Pattern.compile("[^#\\p{Cntrl}]{1,60}");

  ScoresFilter {
    parks = List.copyOf(parks);
    grids = List.copyOf(grids);
    qualifications = List.copyOf(qualifications);
  }

  static ScoresFilter of(Parameters parameters) {
    return new ScoresFilter(
        RankingFilter.of(parameters),
        parameters.choice("status", STATUSES),
        parameters.several("park", NAME, "所属园区"),
        parameters.several("grid", GRID, "网格编号（如 07-32，或 07 表示其下全部）"),
        parameters.several("qualification", NAME, "资质（如 高新技术企业）"));
  }

  /** What the table can leave out by itself. */
  RowFilter stored() {
    return new RowFilter(
        status.orElse(null),
        only(ranking.stages()),
        only(ranking.industries()),
        only(ranking.clusters()),
        false);
  }

  private static @Nullable String only(List<String> values) {
    return values.size() == 1 ? values.getFirst() : null;
  }

  boolean fits(ScoreRow row) {
    return status.map(row.status()::equals).orElse(true)
        && ranking.fits(row.card().stage(), row.industry(), row.cluster(), row.card().total())
        && (parks.isEmpty() || (row.park() != null && parks.contains(row.park())))
        && (grids.isEmpty() || grids.stream().anyMatch(grid -> isWithin(row.grid(), grid)))
        && (qualifications.isEmpty()
            || !Collections.disjoint(qualifications, Certificates.held(row)));
  }

  private static boolean isWithin(@Nullable String own, String grid) {
    return own != null && (own.equals(grid) || own.startsWith(grid + "-"));
  }

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "%s&status=%s&park=%s&grid=%s&qualification=%s"
        .formatted(
            ranking,
            status.map(Enum::name).orElse(""),
            String.join(",", parks),
            String.join(",", grids),
            String.join(",", qualifications));
  }
}
