package innovation.points.web;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON a request: the route's template, never its values, and nothing of what was sent
 * or answered.
 */
final class RequestLog {
  private final LambdaLogger logger;
  private final long start = System.nanoTime();
  private String route = "";
  private @Nullable Throwable cause;

  RequestLog(LambdaLogger logger) {
    this.logger = logger;
  }

  void route(String template) {
    this.route = template;
  }

  void cause(Throwable e) {
    this.cause = e;
  }

  void write(String method, int status, String requestId, double capacity) {
    LogLevel level = status >= 500 ? LogLevel.ERROR : LogLevel.INFO;
    var line = new StringBuilder(200);
    line.append("{\"level\":\"").append(level).append("\",\"method\":");
    text(line, method);
    line.append(",\"route\":");
    text(line, route);
    line.append(",\"status\":").append(status);
    line.append(",\"ms\":").append((System.nanoTime() - start) / 1_000_000);
    line.append(",\"requestId\":");
    text(line, requestId);
    line.append(",\"capacity\":").append(CsvWriter.shortest(capacity));
    Throwable thrown = cause;
    if (thrown != null) {
      line.append(",\"cause\":");
      text(line, trace(thrown));
    }
    logger.log(line.append("}\n").toString(), level);
  }

  /** Where it came from, without messages: those can hold what was read. */
  private static String trace(Throwable thrown) {
    var trace = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      trace.append(trace.isEmpty() ? "" : " < ").append(t.getClass().getName());
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, 8); i++) {
        trace.append(" at ").append(frames[i]);
      }
    }
    return trace.toString();
  }

  private static void text(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f) {
        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }
}
