package innovation.points.upload.decide;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.Mapping;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code GET /v1/mappings/{source}/{dataset}}: what the names of columns mean that a source uses,
 * as its people said; {@code POST …/removal}: a name means that no longer.
 */
public final class MappingsEndpoint implements Calls {

  private final Settings zone;
  private final MappingStore mappings;
  private final AuditTrail trail;

  record Column(String header, String field, String by, Instant at) {}

  record Listing(List<Column> items) {}

  /** Which name is removed. */
  record Removal(String header) {}

  public MappingsEndpoint(Settings zone, MappingStore mappings, AuditTrail trail) {
    this.zone = zone;
    this.mappings = mappings;
    this.trail = trail;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/mappings/{source}/{dataset}", this::list)
        .post("/v1/mappings/{source}/{dataset}/removal", this::remove);
  }

  public Response list(Request request) {
    Place place = place(request);
    Listing listing = listing(mappings.read(place.source(), place.dataset()));
    return Response.list(request, request.lineFormat(), listing.items(), null, listing)
        .with(Caching.NONE);
  }

  public Response remove(Request request) {
    Place place = place(request);
    String header = request.body(Removal.class).header();
    Person by = DecidingPerson.of(request);
    if (mappings.read(place.source(), place.dataset()).column(header).isEmpty()) {
      throw new ProblemException(Problem.notFound("没有记下这一列名的含义"));
    }
    mappings.change(place.source(), place.dataset(), mapping -> mapping.without(header));
    String object = Mapping.object(place.source(), place.dataset());
    trail.add(TrailEntry.of(by, TrailAction.SETTINGS_CHANGED, object, request.id()));
    return Response.ok(listing(mappings.read(place.source(), place.dataset()))).with(Caching.NONE);
  }

  private record Place(String source, String dataset) {}

  private Place place(Request request) {
    Parameters parameters = request.parameters();
    var place = new Place(parameters.path("source"), parameters.path("dataset"));
    parameters.verify();
    Principal caller = request.principal();
    if (!caller.readsAll() && !caller.department().filter(place.source()::equals).isPresent()) {
      throw new ProblemException(Problem.forbidden("只能查看和删除本部门的列名对应"));
    }
    Catalogue catalogue = zone.catalogue();
    boolean known =
        place.source().equals("public") || catalogue.department(place.source()).isPresent();
    if (!known || catalogue.dataset(place.dataset()).isEmpty()) {
      throw new ProblemException(Problem.notFound("没有这个来源或数据集"));
    }
    return place;
  }

  private static Listing listing(Mapping mapping) {
    return new Listing(
        new TreeMap<>(mapping.columns())
            .entrySet().stream()
                .map(
                    column ->
                        new Column(
                            column.getKey(),
                            column.getValue().field(),
                            column.getValue().by(),
                            column.getValue().at()))
                .toList());
  }
}
