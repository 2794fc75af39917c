package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.Overview.Before;
import innovation.points.lookup.publication.Overview.Group;
import innovation.points.lookup.publication.Overview.Park;
import innovation.points.lookup.publication.Overview.Row;
import innovation.points.scoring.disclosure.NotPublished;
import innovation.points.store.publication.GroupFigures;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Rankings;
import innovation.points.store.publication.YearFigures;
import innovation.points.store.publication.YearFigures.By;
import innovation.points.store.publication.YearFigures.Line;
import innovation.points.store.table.LastUsed;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/years/{year}/overview}: the figures of a year's ranked enterprises. */
public final class OverviewEndpoint implements Calls {
  private static final int KEPT = 16;

  private final Pointers pointers;
  private final Rankings rankings;

  /** By generation, which never changes. */
  private final LastUsed<String, YearFigures> kept = new LastUsed<>(KEPT);

  private final PublicView view;

  public OverviewEndpoint(Pointers pointers, Rankings rankings, PublicView view) {
    this.pointers = pointers;
    this.rankings = rankings;
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
    Optional<Pointer> before = pointers.find(year - 1);
    ETag etag =
        Tags.of(Stream.concat(Stream.of(now), before.stream()).toList(), view.variant("overview"));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    return Response.ok(overview(now, before)).with(etag).with(Caching.PUBLIC);
  }

  private Overview overview(Pointer pointer, Optional<Pointer> pointerBefore) {
    YearFigures now = figures(pointer);
    Optional<YearFigures> before = pointerBefore.map(this::figures);
    return new Overview(
        pointer.year(),
        pointer.generation(),
        pointerBefore.map(p -> new Before(p.year(), p.generation())).orElse(null),
        NotPublished.of(pointer.counts().enterprises(), pointer.counts().ranked()).notPublished(),
        new Row(shown(now.all()), shown(before.map(YearFigures::all).orElse(null))),
        groups(By.STAGE, now, before),
        groups(By.CLUSTER, now, before),
        groups(By.INDUSTRY, now, before),
        groups(By.PARK, now, before).stream().map(park -> park(park, now)).toList());
  }

  private YearFigures figures(Pointer pointer) {
    return kept.get(pointer.generation(), rankings::figures);
  }

  /** Where totals are not public, a group's number alone: a median is the total of somebody. */
  private @Nullable GroupFigures shown(@Nullable GroupFigures figures) {
    return figures == null || view.isWhole() ? figures : figures.counted();
  }

  private List<Group> groups(By by, YearFigures now, Optional<YearFigures> before) {
    Map<Optional<String>, GroupFigures> these = byId(now.of(by));
    Map<Optional<String>, GroupFigures> earlier =
        byId(before.map(figures -> figures.of(by)).orElse(List.of()));
    Set<Optional<String>> ids = new LinkedHashSet<>(these.keySet());
    ids.addAll(earlier.keySet());
    return ids.stream()
        .map(id -> new Group(id.orElse(null), shown(these.get(id)), shown(earlier.get(id))))
        .toList();
  }

  private Park park(Group group, YearFigures now) {
    YearFigures.Park more =
        view.isWhole()
            ? now.of(By.PARK).stream()
                .filter(line -> Objects.equals(line.id(), group.id()))
                .flatMap(line -> Stream.ofNullable(line.park()))
                .findFirst()
                .orElse(null)
            : null;
    return new Park(
        group.id(),
        group.now(),
        group.before(),
        more == null ? null : more.top(),
        more == null ? null : more.stages());
  }

  private static Map<Optional<String>, GroupFigures> byId(List<Line> lines) {
    var byId = new LinkedHashMap<Optional<String>, GroupFigures>();
    lines.forEach(line -> byId.put(Optional.ofNullable(line.id()), line.figures()));
    return byId;
  }
}
