package innovation.points.web.route;

import innovation.points.person.Person;
import innovation.points.web.http.Format;
import java.util.Locale;
import java.util.Optional;

/**
 * What the API itself has put on record, whatever the route: refusals of rights, and lists that
 * were taken away as files or whole as lines. If a note fails, the call fails.
 */
public record Witness(Refusals refused, Exports exported) {

  /** For what has no callers with a token. */
  public static final Witness NONE = new Witness((_, _, _) -> {}, (_, _, _, _) -> {});

  /** Writes down that a person was refused a call. */
  @FunctionalInterface
  public interface Refusals {
    /**
     * Notes a refusal.
     *
     * @param call method and template of the path, {@code GET /v1/years/{year}/scores}
     */
    void take(Person person, String requestId, String call);
  }

  /** Writes down that a person took a list away. */
  @FunctionalInterface
  public interface Exports {
    /**
     * Notes an export.
     *
     * @param list the path without {@code /v1/}, {@code years/2025/scores}
     * @param form the ending of the file, {@code xlsx}, or {@code ndjson}
     */
    void take(Person person, String requestId, String list, String form);
  }

  /** Notes what has to be noted of an answer; a public answer is nobody's. */
  void see(Route route, Request request, Response response) {
    var person = request.principal().person();
    if (person.isEmpty() || route.access().isPublic()) {
      return;
    }
    if (response.status() == 403) {
      refused.take(person.get(), request.id(), route.key());
    } else if (response.status() == 200) {
      formTaken(response)
          .ifPresent(
              form ->
                  exported.take(
                      person.get(), request.id(), request.path().replaceFirst("^/v1/", ""), form));
    }
  }

  /** In which form a file or a whole list was taken away; empty for what was only read. */
  private static Optional<String> formTaken(Response response) {
    return response.body().mediaType().equals(Format.NDJSON.mediaType())
        ? Optional.of(Format.NDJSON.name().toLowerCase(Locale.ROOT))
        : response.filename().map(name -> name.substring(name.lastIndexOf('.') + 1));
  }
}
