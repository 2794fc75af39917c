package innovation.points.web.route;

import com.amazonaws.services.lambda.runtime.Context;
import innovation.points.web.log.LogLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON a request: the route's template, never its values, and nothing of the request or
 * the answer but the ids that the endpoint names.
 */
final class RequestLog {

  /** Others are not logged: they are arbitrary text. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Context context;
  private final long start = System.nanoTime();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private String route = "";
  private @Nullable Throwable cause;

  RequestLog(Context context) {
    this.context = context;
  }

  void route(String template) {
    this.route = template;
  }

  void cause(Throwable e) {
    this.cause = e;
  }

  /** Of what the request is about: an upload, a generation. */
  void id(String name, String id) {
    ids.put(name, id);
  }

  void write(String method, int status, String requestId, double capacity) {
    LogLine line = status >= 500 ? LogLine.error() : LogLine.info();
    line.text("method", METHODS.contains(method) ? method : "?")
        .text("route", route)
        .number("status", status)
        .number("ms", (System.nanoTime() - start) / 1_000_000)
        .text("requestId", requestId)
        .number("capacity", capacity);
    ids.forEach(line::text);
    Throwable thrown = cause;
    if (thrown != null) {
      line.cause(thrown);
    }
    line.write(context);
  }
}
