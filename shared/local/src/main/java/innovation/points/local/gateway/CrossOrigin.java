package innovation.points.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API's {@code CorsConfiguration}, as {@code template.yaml} has it: the gateway answers a
 * preflight itself, adds the headers to what functions answer, and lets theirs go.
 *
 * @param origin the web application elsewhere that may call the API; null for none
 */
public record CrossOrigin(@Nullable String origin) {

  static final List<String> METHODS = List.of("GET", "POST");
  static final List<String> HEADERS =
      List.of("accept", "authorization", "content-type", "if-none-match");
  static final List<String> EXPOSED =
      List.of("content-disposition", "etag", "location", "retry-after", "x-request-id");
  static final int MAX_AGE_SECONDS = 3600;

  private static final String PREFIX = "access-control-";
  private static final int NO_CONTENT = 204;

  /**
   * The answer to a preflight, whatever the path: without permission where the origin has none.
   * Empty where the request is none, or nothing is configured.
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

  /** An answer with the headers for who asks from that origin. */
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
