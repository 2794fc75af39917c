package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicView;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;

/**
 * {@code GET /v1/years/{year}/enterprises/{uscc}}: one public score. Takes one read besides the
 * pointer; the document was stored with the generation and is returned as it is.
 */
public final class CardEndpoint implements Calls {
  private final Pointers pointers;
  private final ScoresTable scores;
  private final PublicView view;

  public CardEndpoint(Pointers pointers, ScoresTable scores, PublicView view) {
    this.pointers = pointers;
    this.scores = scores;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/enterprises/{uscc}", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    PinnedGeneration pinned = PinnedGeneration.of(parameters);
    parameters.verify();
    Pointer pointer = pointers.of(year, request);
    Caching caching = pinned.caching(pointer, request);
    ETag etag = Tags.of(pointer, view.variant("card"));
    if (request.has(etag)) {
      return Response.notModified(etag, caching);
    }
    String card =
        scores
            .publicCard(pointer.generation(), uscc)
            .flatMap(stored -> view.card(pointer, stored))
            // The same message for every reason: an exclusion must not be disclosed.
            .orElseThrow(() -> new ProblemException(Problem.notFound("该企业在该年度没有公开的积分结果")));
    return Response.json(card).with(etag).with(caching);
  }
}
