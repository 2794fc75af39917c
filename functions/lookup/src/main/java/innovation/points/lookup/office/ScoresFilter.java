package innovation.points.lookup.office;

import innovation.points.lookup.publication.RankingFilter;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.web.http.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which results of a year an office wants to see. Of the values of one filter any will do, and all
 * filters have to be met.
 */
record ScoresFilter(RankingFilter ranking, Optional<ScoreStatus> status, OfficeFilter office) {

  private static final Map<String, ScoreStatus> STATUSES =
      Map.of(
          "scored",
          ScoreStatus.SCORED,
          "excluded",
          ScoreStatus.EXCLUDED,
          "incomplete",
          ScoreStatus.INCOMPLETE);

  static ScoresFilter of(Parameters parameters) {
    return new ScoresFilter(
        RankingFilter.of(parameters),
        parameters.choice("status", STATUSES),
        OfficeFilter.of(parameters::several));
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
        && office.fits(row);
  }

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "%s&status=%s&%s".formatted(ranking, status.map(Enum::name).orElse(""), office);
  }
}
