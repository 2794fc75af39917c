package innovation.points.web;

import java.util.Optional;

/** The methods a route can be declared for. HEAD and OPTIONS are answered by {@link Api} itself. */
public enum HttpMethod {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE;

  static Optional<HttpMethod> named(String name) {
    for (HttpMethod method : values()) {
      if (method.name().equals(name)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
