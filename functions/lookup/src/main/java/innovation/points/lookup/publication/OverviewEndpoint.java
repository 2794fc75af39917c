package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.Overview.Before;
import innovation.points.lookup.publication.Overview.Cell;
import innovation.points.lookup.publication.Overview.Group;
import innovation.points.lookup.publication.Overview.Row;
import innovation.points.scoring.disclosure.NotPublished;
import innovation.points.store.publication.Pointer;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/years/{year}/overview}: the figures of a year's ranked enterprises. */
public final class OverviewEndpoint implements Calls {
  private final Pointers pointers;
  private final LoadedRankings loaded;
  private final PublicView view;

  public OverviewEndpoint(Pointers pointers, LoadedRankings loaded, PublicView view) {
    this.pointers = pointers;
    this.loaded = loaded;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/overview", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    request.format(Format.JSON);
    Pointer now = pointers.of(year, request);
    Optional<Pointer> before =
        pointers.all().stream().filter(pointer -> pointer.year() == year - 1).findFirst();
    ETag etag =
        Tags.of(Stream.concat(Stream.of(now), before.stream()).toList(), view.variant("overview"));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    return Response.ok(overview(now, before)).with(etag).with(Caching.PUBLIC);
  }

  private Overview overview(Pointer pointer, Optional<Pointer> pointerBefore) {
    YearFigures now = loaded.of(pointer.generation()).figures();
    Optional<YearFigures> before =
        pointerBefore.map(Pointer::generation).map(loaded::of).map(LoadedRanking::figures);
    return new Overview(
        pointer.year(),
        pointer.generation(),
        pointerBefore.map(p -> new Before(p.year(), p.generation())).orElse(null),
        NotPublished.of(pointer.counts().enterprises(), pointer.counts().ranked()).notPublished(),
        new Row(shown(now.all()), shown(before.map(YearFigures::all).orElse(null))),
        groups(now.stages(), before.map(YearFigures::stages)),
        groups(now.clusters(), before.map(YearFigures::clusters)),
        groups(now.industries(), before.map(YearFigures::industries)));
  }

  /** Where totals are not public, a group's number alone: a median is the total of somebody. */
  private @Nullable Cell shown(@Nullable Cell cell) {
    return cell == null || view.isWhole() ? cell : cell.counted();
  }

  private List<Group> groups(
      Map<Optional<String>, Cell> now, Optional<Map<Optional<String>, Cell>> before) {
    Map<Optional<String>, Cell> earlier = before.orElse(Map.of());
    Set<Optional<String>> ids = new LinkedHashSet<>(now.keySet());
    ids.addAll(earlier.keySet());
    return ids.stream()
        .map(id -> new Group(id.orElse(null), shown(now.get(id)), shown(earlier.get(id))))
        .toList();
  }
}
