package innovation.points.web.http;

import java.util.Optional;

/** The methods a route can be declared for. HEAD and OPTIONS are answered by {@code Api} itself. */
public enum HttpMethod {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE;

  public static Optional<HttpMethod> named(String name) {
    for (HttpMethod method : values()) {
      if (method.name().equals(name)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
