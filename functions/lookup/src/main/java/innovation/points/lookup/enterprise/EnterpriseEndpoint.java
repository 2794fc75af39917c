package innovation.points.lookup.enterprise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.Tags;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Json;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v1/enterprises/{uscc}}: what is public about one enterprise, in one place. One
 * BatchGetItem besides the pointers.
 */
public final class EnterpriseEndpoint implements Calls {

  private final Pointers pointers;
  private final ScoresTable scores;
  private final PublicView view;

  /**
   * An enterprise.
   *
   * @param name as of the newest year in which it has a public score
   * @param names all of its names in published years, the newest first
   * @param years those in which it has a public score, the newest first
   */
  record Enterprise(
      String uscc, String name, List<String> names, List<Result> years, Links links) {}

  /**
   * A published year.
   *
   * @param card the address of its card
   */
  record Result(
      int year, String generation, JsonNode stage, JsonNode total, JsonNode rank, String card) {}

  /** Where more is; the page is for people. */
  record Links(String self, String page) {}

  public EnterpriseEndpoint(Pointers pointers, ScoresTable scores, PublicView view) {
    this.pointers = pointers;
    this.scores = scores;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/enterprises/{uscc}", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    String uscc = parameters.uscc();
    parameters.verify();
    List<Pointer> published = pointers.all();
    ETag etag = Tags.of(published, view.variant("enterprise"));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    Map<String, Map<String, String>> cards =
        scores.publicCards(published.stream().map(Pointer::generation).toList(), List.of(uscc));
    var names = new LinkedHashSet<String>();
    var years = new ArrayList<Result>();
    for (Pointer pointer : published) {
      Optional<String> card =
          Optional.ofNullable(cards.getOrDefault(pointer.generation(), Map.of()).get(uscc))
              .flatMap(stored -> view.card(pointer, stored));
      if (card.isPresent()) {
        JsonNode read = read(card.get());
        names.add(read.path("name").asText(uscc));
        years.add(result(pointer, uscc, read));
      }
    }
    if (years.isEmpty()) {
      // The same message for every reason: an exclusion must not be disclosed.
      throw new ProblemException(Problem.notFound("该企业没有公开的积分结果"));
    }
    return Response.ok(
            new Enterprise(
                uscc,
                names.getFirst(),
                List.copyOf(names),
                years,
                new Links("/v1/enterprises/" + uscc, "/enterprises/" + uscc)))
        .with(etag)
        .with(Caching.PUBLIC);
  }

  private static Result result(Pointer pointer, String uscc, JsonNode card) {
    return new Result(
        pointer.year(),
        pointer.generation(),
        card.path("stage"),
        card.path("total"),
        card.path("rank"),
        "/v1/years/%d/enterprises/%s".formatted(pointer.year(), uscc));
  }

  private static JsonNode read(String card) {
    try {
      return Json.mapper().readTree(card);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored card is not JSON", e);
    }
  }
}
