package innovation.points.web.route;

import innovation.points.person.Person;
import innovation.points.web.http.Format;

/**
 * What the API itself has put on record, whatever the route: refusals of rights, and lists that
 * were taken away as files or whole as lines. If a note fails, the call fails.
 *
 * @param refused takes method and template of the path, {@code GET /v1/years/{year}/scores}
 * @param exported takes the path without {@code /v1/}, {@code years/2025/scores}
 */
public record Witness(Note refused, Note exported) {

  /** For what has no callers with a token. */
  public static final Witness NONE = new Witness((_, _, _) -> {}, (_, _, _) -> {});

  /** Writes down what a person did. */
  @FunctionalInterface
  public interface Note {
    void take(Person person, String requestId, String what);
  }

  /** Notes what has to be noted of an answer; a public answer is nobody's. */
  void see(Route route, Request request, Response response) {
    var person = request.principal().person();
    if (person.isEmpty() || route.access().isPublic()) {
      return;
    }
    if (response.status() == 403) {
      refused.take(person.get(), request.id(), route.key());
    } else if (response.status() == 200 && isTakenAway(response)) {
      exported.take(person.get(), request.id(), request.path().replaceFirst("^/v1/", ""));
    }
  }

  /** A file, or a whole list as lines. */
  private static boolean isTakenAway(Response response) {
    return response.filename().isPresent()
        || response.body().mediaType().equals(Format.NDJSON.mediaType());
  }
}
