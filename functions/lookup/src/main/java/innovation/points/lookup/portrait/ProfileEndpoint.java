package innovation.points.lookup.portrait;

import innovation.points.lookup.bank.Readings;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.Tags;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.Optional;

/**
 * {@code GET /v1/years/{year}/enterprises/{uscc}/profile}: the score with all that made it, for
 * whom it concerns. Drafts are for the bureau and the departments.
 */
public final class ProfileEndpoint implements Calls {
  private final Pointers pointers;
  private final ScoresTable scores;
  private final ProfileDocuments documents;
  private final ScoringInputs inputs;
  private final NeedToKnow needToKnow;
  private final Readings readings;

  public ProfileEndpoint(
      Pointers pointers,
      ScoresTable scores,
      ProfileDocuments documents,
      ScoringInputs inputs,
      KnownRulebooks rules,
      Readings readings) {
    this.pointers = pointers;
    this.scores = scores;
    this.documents = documents;
    this.inputs = inputs;
    this.needToKnow = new NeedToKnow(rules);
    this.readings = readings;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/enterprises/{uscc}/profile", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    Edition edition = parameters.choice("edition", Edition.NAMES).orElse(Edition.PUBLISHED);
    parameters.verify();
    request.format(Format.JSON);
    readings.admit(request, uscc, GrantScope.PROFILE);
    return switch (edition) {
      case DRAFT -> draft(request, year, uscc);
      case PUBLISHED -> published(request, year, uscc);
    };
  }

  private Response draft(Request request, int year, String uscc) {
    if (!request.principal().isOffice()) {
      throw new ProblemException(Problem.forbidden("只能查看已公布的结果"));
    }
    ScoreRow row = scores.draft(year, uscc).orElseThrow(() -> none(year));
    Optional<Pointer> pointer = pointers.find(year);
    return shown(request, row, pointer).with(Caching.NONE);
  }

  private Response published(Request request, int year, String uscc) {
    Pointer pointer = pointers.of(year, request);
    ETag etag = Tags.of(pointer, NeedToKnow.variant("profile", request.principal(), uscc));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PRIVATE);
    }
    ScoreRow row = scores.row(pointer.generation(), uscc).orElseThrow(() -> none(year));
    return shown(request, row, Optional.of(pointer)).with(etag).with(Caching.PRIVATE);
  }

  private Response shown(Request request, ScoreRow row, Optional<Pointer> pointer) {
    ScoringInput now = inputs.of(row.card().year(), row.uscc());
    var document = documents.of(row.profile(), pointer, row.input(), now);
    return Response.ok(needToKnow.of(document, request.principal()));
  }

  private static ProblemException none(int year) {
    return new ProblemException(Problem.notFound("该企业不在 " + year + " 年度的评价名录中"));
  }
}
