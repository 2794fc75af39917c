package innovation.points.lookup;

import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.Caching;
import innovation.points.web.ETag;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Principal;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;
import java.util.Optional;

/**
 * {@code GET /v1/years/{year}/enterprises/{uscc}/profile}: the score with all that made it, for
 * whom it concerns. Drafts are for the bureau and the departments.
 */
final class ProfileEndpoint {
  private final Pointers pointers;
  private final ScoresTable scores;
  private final ProfileDocuments documents;

  ProfileEndpoint(Pointers pointers, ScoresTable scores, ProfileDocuments documents) {
    this.pointers = pointers;
    this.scores = scores;
    this.documents = documents;
  }

  Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    Edition edition = parameters.choice("edition", Edition.NAMES).orElse(Edition.PUBLISHED);
    parameters.verify();
    request.format(Format.JSON);
    return switch (edition) {
      case DRAFT -> draft(request, year, uscc);
      case PUBLISHED -> published(request, year, uscc);
    };
  }

  private Response draft(Request request, int year, String uscc) {
    if (request.principal() instanceof Principal.Enterprise) {
      throw new ProblemException(Problem.forbidden("企业只能查看已公布的结果"));
    }
    ScoreRow row = scores.draft(year, uscc).orElseThrow(() -> none(year));
    Optional<Pointer> pointer =
        pointers.all().stream().filter(candidate -> candidate.year() == year).findFirst();
    return Documents.ok(documents.of(row.profile(), pointer)).with(Caching.NONE);
  }

  private Response published(Request request, int year, String uscc) {
    Pointer pointer = pointers.of(year, request);
    ETag etag = Tags.of(pointer, "profile");
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PRIVATE);
    }
    ScoreRow row = scores.row(pointer.generation(), uscc).orElseThrow(() -> none(year));
    return Documents.ok(documents.of(row.profile(), Optional.of(pointer)))
        .with(etag)
        .with(Caching.PRIVATE);
  }

  private static ProblemException none(int year) {
    return new ProblemException(Problem.notFound("该企业不在 " + year + " 年度的评价名录中"));
  }
}
