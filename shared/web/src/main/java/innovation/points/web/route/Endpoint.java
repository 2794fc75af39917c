package innovation.points.web.route;

import innovation.points.web.http.ProblemException;

/** What a route does. Refuses with {@link ProblemException}; must be safe for concurrent use. */
@FunctionalInterface
public interface Endpoint {
  Response answer(Request request);
}
