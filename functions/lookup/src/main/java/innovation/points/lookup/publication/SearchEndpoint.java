package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.store.publication.Pointer;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/enterprises?q=}: enterprises of the newest published year (or of {@code year}) by
 * part of their name or code.
 */
public final class SearchEndpoint implements Calls {
  private final Pointers pointers;
  private final LoadedRankings loaded;
  private final Cursors cursors;
  private final PublicView view;

  /** An enterprise found, as in the ranking of that year. */
  record Found(
      int year,
      String generation,
      int count,
      List<PublicEntry> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  public SearchEndpoint(
      Pointers pointers, LoadedRankings loaded, Cursors cursors, PublicView view) {
    this.pointers = pointers;
    this.loaded = loaded;
    this.cursors = cursors;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/enterprises", this::find);
  }

  public Response find(Request request) {
    Parameters parameters = request.parameters();
    String text = parameters.required("q");
    OptionalInt year = parameters.queryYear("year");
    int limit = parameters.limit();
    String list = "enterprises?year=" + (year.isPresent() ? year.getAsInt() : "") + "&q=" + text;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    request.format(Format.JSON);
    Pointer pointer = year.isPresent() ? pointers.of(year.getAsInt(), request) : newest();
    String generation = cursor.map(Cursor::generation).orElse(pointer.generation());
    ETag etag = Tags.of(pointer.year(), generation, view.variant("search"));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    List<PublicEntry> found = view.entries(pointer, loaded.of(generation).find(text));
    int from = Math.min(cursor.map(c -> Integer.parseInt(c.position())).orElse(0), found.size());
    int to = Math.min(from + limit, found.size());
    String next =
        to < found.size() ? cursors.seal(list, new Cursor(generation, Integer.toString(to))) : null;
    return Response.ok(
            new Found(pointer.year(), generation, found.size(), found.subList(from, to), next))
        .with(etag)
        .with(Caching.PUBLIC);
  }

  private Pointer newest() {
    return pointers.all().stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(Problem.notFound("还没有已公布的积分结果")));
  }
}
