package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.disclosure.NotPublished;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.GenerationCounts;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Page;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/years}: the published years, newest first. */
public final class YearsEndpoint implements Calls {
  private final Pointers pointers;

  /**
   * A published year.
   *
   * @param rulebookDigest SHA-256 of the text it was computed by, hex
   * @param noticeUntil the last day of its notice period (公示); omitted where it has none
   */
  record Year(
      int year,
      String generation,
      Instant publishedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate noticeUntil,
      String rulebook,
      String rulebookDigest,
      Totals counts) {}

  /**
   * The number of enterprises.
   *
   * @param enterprises on the roster; null where {@code notPublished} is
   * @param ranked scored with sufficient coverage, and so public
   * @param notPublished all others, whatever the reason; null under three
   */
  record Totals(@Nullable Integer enterprises, int ranked, @Nullable Integer notPublished) {
    static Totals of(GenerationCounts counts) {
      NotPublished others = NotPublished.of(counts.enterprises(), counts.ranked());
      return new Totals(others.roster(), counts.ranked(), others.notPublished());
    }
  }

  public YearsEndpoint(Pointers pointers) {
    this.pointers = pointers;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    parameters.verify();
    List<Pointer> published = pointers.all();
    ETag etag = Tags.of(published, "years");
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    var years = published.stream().map(YearsEndpoint::year).toList();
    return Response.ok(new Page<>(years, null)).with(etag).with(Caching.PUBLIC);
  }

  private static Year year(Pointer pointer) {
    return new Year(
        pointer.year(),
        pointer.generation(),
        pointer.publishedAt(),
        pointer.noticeUntil(),
        pointer.rulebook(),
        pointer.digest(),
        Totals.of(pointer.counts()));
  }
}
