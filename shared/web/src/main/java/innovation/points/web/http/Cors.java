package innovation.points.web.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which pages of other origins may call the API from a browser.
 *
 * @param origins e.g. {@code https://example.org}; {@code *} for any
 */
public record Cors(Set<String> origins) {

  /** No other origin. */
  public static final Cors NONE = new Cors(Set.of());

  public Cors {
    origins = Set.copyOf(origins);
  }

  /** Reads a parameter: origins between commas, or {@code *}, or nothing. */
  public static Cors of(String parameter) {
    return new Cors(
        Arrays.stream(parameter.split(",", -1))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toSet()));
  }

  public Map<String, String> headers(String origin, Collection<String> methods, boolean preflight) {
    var headers = new LinkedHashMap<String, String>();
    boolean any = origins.contains("*");
    if (!any && !origins.isEmpty()) {
      headers.put("Vary", "Origin");
    }
    if (origin.isEmpty() || !(any || origins.contains(origin))) {
      return headers;
    }
    // A token travels in a header, never in a cookie: no credentials to allow.
    headers.put("Access-Control-Allow-Origin", any ? "*" : origin);
    headers.put(
        "Access-Control-Expose-Headers",
        "Content-Disposition, ETag, Link, Location, Retry-After, X-Request-Id");
    if (preflight) {
      headers.put("Access-Control-Allow-Methods", String.join(", ", new TreeSet<>(methods)));
      headers.put(
          "Access-Control-Allow-Headers", "Accept, Authorization, Content-Type, If-None-Match");
      headers.put("Access-Control-Max-Age", "600");
    }
    return headers;
  }
}
