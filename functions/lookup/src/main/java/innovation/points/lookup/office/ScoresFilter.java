package innovation.points.lookup.office;

import innovation.points.lookup.publication.RankingFilter;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.web.http.Parameters;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which results of a year an office wants to see. Of the values of one filter any will do, and all
 * filters have to be met.
 */
record ScoresFilter(RankingFilter ranking, List<ScoreStatus> statuses, OfficeFilter office) {

  private static final Map<String, ScoreStatus> STATUSES =
      Map.of(
          "scored",
          ScoreStatus.SCORED,
          "excluded",
          ScoreStatus.EXCLUDED,
          "incomplete",
          ScoreStatus.INCOMPLETE);

  private static final Pattern STATUS = Pattern.compile(String.join("|", STATUSES.keySet()));

  ScoresFilter {
    statuses = List.copyOf(statuses);
  }

  static ScoresFilter of(Parameters parameters) {
    return new ScoresFilter(
        RankingFilter.of(parameters),
        parameters.several("status", STATUS, "excluded、incomplete、scored 之一").stream()
            .map(STATUSES::get)
            .toList(),
        OfficeFilter.of(parameters::several));
  }

  /** What the table can leave out by itself. */
  RowFilter stored() {
    return new RowFilter(
        only(statuses),
        only(ranking.stages()),
        only(ranking.industries()),
        only(ranking.clusters()),
        false);
  }

  private static <T> @Nullable T only(List<T> values) {
    return values.size() == 1 ? values.getFirst() : null;
  }

  boolean fits(ScoreRow row) {
    return (statuses.isEmpty() || statuses.contains(row.status()))
        && ranking.fits(row.card().stage(), row.industry(), row.cluster(), row.card().total())
        && office.fits(row);
  }

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "%s&status=%s&%s".formatted(ranking, statuses, office);
  }
}
