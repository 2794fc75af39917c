package innovation.points.lookup.completeness;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.catalogue.Department;
import innovation.points.lookup.completeness.Arrivals.Arrival;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/completeness}: the deliveries of the datasets, what is overdue, and
 * the missing data of enterprises by the draft, by department, park, grid and qualification. As a
 * file: the list of missing data (补数清单).
 */
public final class CompletenessEndpoint implements Calls {

  private static final int BATCH = 500;

  private final ScoresTable scores;
  private final Arrivals arrivals;
  private final Responsible responsible;
  private final Cursors cursors;

  /** The datasets, and a part of the enterprises that lack something. */
  record Completeness(
      int year,
      List<Arrival> datasets,
      List<MissingData> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  public CompletenessEndpoint(
      ScoresTable scores, Arrivals arrivals, Responsible responsible, Cursors cursors) {
    this.scores = scores;
    this.arrivals = arrivals;
    this.responsible = responsible;
    this.cursors = cursors;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/completeness", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OptionalInt limit = parameters.limitIfGiven();
    var filter =
        new MissingDataFilter(
            parameters.choice("department", departments(year)),
            OfficeFilter.of(parameters::several));
    String list = "completeness/" + year + "/" + filter.name();
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Format format = request.listFormat();
    int size = format.size(limit, Parameters.DEFAULT_LIMIT);
    List<MissingData> gaps = gaps(year, filter, size, cursor.map(Cursor::position).orElse(null));
    String next = null;
    if (gaps.size() > size) {
      gaps = gaps.subList(0, size);
      next = cursors.seal(list, new Cursor("", gaps.getLast().uscc()));
    }
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Completeness(year, arrivals.of(year), gaps, next));
          case NDJSON -> ListFiles.lines(request, gaps, next);
          case CSV, XLSX ->
              ListFiles.page(
                  request,
                  new MissingDataFile(arrivals.catalogue(year), responsible, filter).of(gaps),
                  format,
                  year + "年度补数清单",
                  next);
        };
    return response.with(Caching.NONE);
  }

  private Map<String, String> departments(int year) {
    return arrivals.catalogue(year).departments().stream()
        .map(Department::id)
        .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));
  }

  /** One more than requested: it shows that more follows. */
  private List<MissingData> gaps(
      int year, MissingDataFilter filter, int size, @Nullable String position) {
    var gaps = new ArrayList<MissingData>();
    String after = position;
    do {
      StoredPage<ScoreRow> page = scores.drafts(year, RowFilter.ALL, BATCH, after);
      page.items().stream()
          .filter(filter.office()::fits)
          .map(row -> MissingData.of(row, responsible))
          .flatMap(Optional::stream)
          .filter(filter::letsThrough)
          .forEach(gaps::add);
      after = page.next();
    } while (after != null && gaps.size() <= size);
    return gaps.size() <= size ? gaps : new ArrayList<>(gaps.subList(0, size + 1));
  }
}
