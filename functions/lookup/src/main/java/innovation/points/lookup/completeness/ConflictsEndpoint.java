package innovation.points.lookup.completeness;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.facts.Conflicts;
import innovation.points.store.facts.Conflicts.Conflict;
import innovation.points.store.facts.Conflicts.Said;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Page;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/conflicts?park=&grid=&qualification=}: fields whose sources differ; a
 * department's are those of its datasets. A page looks at so many enterprises at most, and may be
 * short.
 */
public final class ConflictsEndpoint implements Calls {

  /** Each is a Query. */
  private static final int ENTERPRISES = 1_000;

  private static final int BATCH = 200;

  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "所属网格", "数据表", "字段", "各来源的数据", "采用的来源", "相差(%)");

  private final ScoresTable scores;
  private final Conflicts conflicts;
  private final Cursors cursors;

  public ConflictsEndpoint(ScoresTable scores, FactsTable facts, Cursors cursors) {
    this.scores = scores;
    this.conflicts = new Conflicts(facts);
    this.cursors = cursors;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/conflicts", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OptionalInt limit = parameters.limitIfGiven();
    String own =
        request.principal().readsAll() ? "" : request.principal().department().orElseThrow();
    OfficeFilter office = OfficeFilter.of(parameters::several);
    String list = "conflicts/%d/%s?%s".formatted(year, own, office);
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    Format format = request.listFormat();
    Predicate<Dataset> wanted = dataset -> own.isEmpty() || dataset.owner().equals(own);
    var found = page(year, office, wanted, format.size(limit, Parameters.DEFAULT_LIMIT), after);
    String next = cursors.next(list, "", found.next());
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Page<>(found.items(), next));
          case NDJSON -> ListFiles.lines(request, found.items(), next);
          case CSV, XLSX ->
              ListFiles.page(request, file(found.items()), format, year + "年度来源不一致的数据", next);
        };
    return response.with(Caching.NONE);
  }

  /** All conflicts of an enterprise stand in one page. */
  private StoredPage<Conflict> page(
      int year,
      OfficeFilter office,
      Predicate<Dataset> wanted,
      int size,
      @Nullable String position) {
    var items = new ArrayList<Conflict>();
    String after = position;
    int seen = 0;
    do {
      StoredPage<ScoreRow> rows = scores.drafts(year, RowFilter.ALL, BATCH, after);
      for (ScoreRow row : rows.items()) {
        if (office.fits(row)) {
          items.addAll(conflicts.of(row.uscc(), row.card().name(), row.grid(), year, wanted));
        }
        if (items.size() >= size || ++seen == ENTERPRISES) {
          boolean last = rows.next() == null && row.equals(rows.items().getLast());
          return new StoredPage<>(items, last ? null : row.uscc());
        }
      }
      after = rows.next();
    } while (after != null);
    return new StoredPage<>(items, null);
  }

  private static ListTable file(List<Conflict> items) {
    return new ListTable(TITLES, items.stream().map(ConflictsEndpoint::row).toList());
  }

  private static List<TableCell> row(Conflict one) {
    Double difference = one.difference();
    return List.of(
        TableCell.of(one.uscc()),
        TableCell.of(one.name()),
        TableCell.of(one.grid()),
        TableCell.of(
            Catalogue.load().dataset(one.dataset()).map(Dataset::title).orElse(one.dataset())),
        TableCell.of(one.title()),
        TableCell.of(
            one.values().stream().map(ConflictsEndpoint::said).collect(Collectors.joining("；"))),
        TableCell.of(Conflicts.sourceName(one.inForce())),
        difference == null ? TableCell.BLANK : TableCell.of(Math.round(difference * 1_000) / 10.0));
  }

  private static String said(Said one) {
    return Conflicts.sourceName(one.source()) + " " + StoredJson.node(one.value()).asText();
  }
}
