package innovation.points.lookup.completeness;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.template.Templates;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.RosterCandidate;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * {@code GET /v1/years/{year}/roster-candidates}: enterprises that files of the year name and its
 * roster does not, and as a file the roster's form with them. A page looks at so many enterprises
 * at most, and may be short.
 */
public final class RosterCandidatesEndpoint implements Calls {

  private static final String ROSTER = "enterprises";
  private static final int ENTERPRISES = 5_000;
  private static final int BATCH = 200;

  private final FactsTable facts;
  private final IntFunction<Catalogue> catalogues;
  private final Cursors cursors;
  private final Templates templates = new Templates();

  /**
   * The call.
   *
   * @param catalogues of the files of a year
   */
  public RosterCandidatesEndpoint(
      FactsTable facts, IntFunction<Catalogue> catalogues, Cursors cursors) {
    this.facts = facts;
    this.catalogues = catalogues;
    this.cursors = cursors;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/roster-candidates", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OptionalInt limit = parameters.limitIfGiven();
    String list = "roster-candidates/" + year;
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    Format format = request.listFormat();
    int size = format.size(limit, Parameters.DEFAULT_LIMIT);
    List<Dataset> datasets = catalogues.apply(year).datasets();
    Dataset roster =
        datasets.stream().filter(one -> one.id().equals(ROSTER)).findFirst().orElseThrow();
    var items = new ArrayList<RosterCandidate>();
    int seen = 0;
    do {
      int batch = Math.min(BATCH, size - items.size());
      after =
          facts.page(
              batch,
              after,
              (one, said) ->
                  RosterCandidate.of(year, roster, datasets, one, said).ifPresent(items::add));
      seen += batch;
    } while (after != null && items.size() < size && seen < ENTERPRISES);
    String next = cursors.next(list, "", after);
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Page<>(items, next));
          case NDJSON -> ListFiles.lines(request, items, next);
          case CSV, XLSX ->
              form(roster, items, format)
                  .download(year + "年度待补入名录的企业." + format.extension())
                  .followedBy(request, next);
        };
    return response.with(Caching.NONE);
  }

  private Response form(Dataset roster, List<RosterCandidate> items, Format format) {
    List<Map<String, Value>> rows = items.stream().map(RosterCandidate::row).toList();
    var bytes = new ByteArrayOutputStream();
    try {
      if (format == Format.XLSX) {
        templates.xlsx(roster, rows, bytes);
        return Response.bytes(format.contentType(), bytes.toByteArray());
      }
      templates.csv(roster, rows, bytes);
      return Response.text(format.contentType(), bytes.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
