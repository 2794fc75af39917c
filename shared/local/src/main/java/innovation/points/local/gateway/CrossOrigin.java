package innovation.points.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API's {@code CorsConfiguration}, as in {@code template.yaml}: the gateway answers
 * preflights itself, adds its headers to the answers of functions, and removes theirs.
 *
 * @param origin of another web application that may call the API; null: none
 */
public record CrossOrigin(@Nullable String origin) {

  static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
  static final List<String> HEADERS =
      List.of("accept", "authorization", "content-type", "idempotency-key", "if-none-match");
  static final List<String> EXPOSED =
      List.of(
          "content-disposition",
          "etag",
          "location",
          "ratelimit",
          "ratelimit-policy",
          "retry-after",
          "x-request-id");
  static final int MAX_AGE_SECONDS = 3600;

  private static final String PREFIX = "access-control-";
  private static final int NO_CONTENT = 204;

  /**
   * The answer to a preflight for any path; it grants nothing to other origins. Empty where the
   * request is not a preflight or no origin is configured.
   */
  Optional<Answer> preflight(String method, @Nullable String from, @Nullable String asked) {
    if (origin == null || !method.equals("OPTIONS") || from == null || asked == null) {
      return Optional.empty();
    }
    var answer = new Answer(NO_CONTENT, List.of(), new byte[0]);
    if (!from.equals(origin)) {
      return Optional.of(answer);
    }
    return Optional.of(
        permit(answer, from)
            .with(PREFIX + "allow-methods", String.join(",", METHODS))
            .with(PREFIX + "allow-headers", String.join(",", HEADERS))
            .with(PREFIX + "max-age", Integer.toString(MAX_AGE_SECONDS)));
  }

  /** An answer with the headers for a request from an origin. */
  Answer on(Answer answer, @Nullable String from) {
    if (origin == null) {
      return answer;
    }
    var headers = new ArrayList<>(answer.headers());
    headers.removeIf(header -> header.name().toLowerCase(Locale.ROOT).startsWith(PREFIX));
    var own = new Answer(answer.status(), headers, answer.body());
    return from == null || !from.equals(origin) ? own : permit(own, from);
  }

  private static Answer permit(Answer answer, String from) {
    return answer
        .with(PREFIX + "allow-origin", from)
        .with(PREFIX + "expose-headers", String.join(",", EXPOSED))
        .with("vary", "origin");
  }
}
