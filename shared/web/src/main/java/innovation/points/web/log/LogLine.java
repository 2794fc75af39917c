package innovation.points.web.log;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON in the log of a function: ids, counts, names of steps and of places in the code.
 * Never the content of files, requests or tokens, nor the message of an exception. Used by one
 * thread.
 *
 * <p>Metrics go in the same line, in CloudWatch's Embedded Metric Format: CloudWatch reads them out
 * of the log, and the function makes no call for them. It takes a line for such a document only
 * where it is JSON from its first character to its last.
 */
public final class LogLine {

  /** The namespace of all metrics of this system. */
  static final String NAMESPACE = "InnovationPoints";

  /** The dimension of every metric: two zones in one account are two functions. */
  private static final String FUNCTION = "FunctionName";

  /** Of a fault and of each of its causes: the first frames, and the first of this project. */
  private static final int FRAMES = 4;

  private static final String OWN = "innovation.points.";

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder json = new StringBuilder(256);
  private final Set<Metric> metrics = new LinkedHashSet<>();
  private final List<String> dimensions = new ArrayList<>();

  private LogLine(LogLevel level) {
    json.append("{\"level\":\"").append(level).append('"');
  }

  /** For success, and for faults of the caller. */
  public static LogLine info() {
    return new LogLine(LogLevel.INFO);
  }

  /** For faults of the infrastructure or of the code. */
  public static LogLine error() {
    return new LogLine(LogLevel.ERROR);
  }

  /** A field; null leaves it out. */
  public LogLine text(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      quote(value);
    }
    return this;
  }

  public LogLine number(String name, double value) {
    name(name);
    json.append(plain(value));
    return this;
  }

  public LogLine number(String name, long value) {
    name(name);
    json.append(value);
    return this;
  }

  public LogLine flag(String name, boolean value) {
    name(name);
    json.append(value);
    return this;
  }

  /** Where it came from, without messages: those can hold what was read. */
  public LogLine cause(Throwable thrown) {
    return text("cause", trace(thrown));
  }

  /** A field that is a metric, too. */
  public LogLine metric(Metric metric, double value) {
    metrics.add(metric);
    return number(metric.name(), value);
  }

  /** A field that is a metric, too. */
  public LogLine metric(Metric metric, long value) {
    return metric(metric, (double) value);
  }

  /**
   * A field by which the line's metrics are told apart, besides being added up over all its values.
   *
   * @param value of a short list known beforehand: each is a metric of its own and paid for
   */
  public LogLine dimension(String name, String value) {
    dimensions.add(name);
    return text(name, value);
  }

  /** Writes the line, which has no metrics. */
  public void write(Context context) {
    if (!metrics.isEmpty()) {
      throw new IllegalStateException("metrics are of a time: write(context, now)");
    }
    log(context);
  }

  /**
   * Writes the line.
   *
   * @param now of its metrics
   */
  public void write(Context context, Instant now) {
    if (!metrics.isEmpty()) {
      text(FUNCTION, context.getFunctionName());
      embed(now);
    }
    log(context);
  }

  private void log(Context context) {
    // Without a level: the runtime would prepend it, and the line would not be JSON.
    context.getLogger().log(json.append("}\n").toString());
  }

  private void embed(Instant now) {
    name("_aws");
    json.append("{\"Timestamp\":").append(now.toEpochMilli());
    json.append(",\"CloudWatchMetrics\":[{\"Namespace\":");
    quote(NAMESPACE);
    json.append(",\"Dimensions\":[[");
    quote(FUNCTION);
    if (!dimensions.isEmpty()) {
      json.append("],[");
      quote(FUNCTION);
      for (String dimension : dimensions) {
        json.append(',');
        quote(dimension);
      }
    }
    json.append("]],\"Metrics\":[");
    String separator = "";
    for (Metric metric : metrics) {
      json.append(separator).append("{\"Name\":");
      quote(metric.name());
      json.append(",\"Unit\":");
      quote(metric.unit());
      json.append('}');
      separator = ",";
    }
    json.append("]}]}");
  }

  private void name(String name) {
    json.append(',');
    quote(name);
    json.append(':');
  }

  private void quote(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c)) {
        // A half of a pair alone would be damaged by UTF-8.
        json.append("\\u").append(HEX.toHexDigits(c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static String plain(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String trace(Throwable thrown) {
    var trace = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      trace.append(trace.isEmpty() ? "" : " < ").append(t.getClass().getName());
      StackTraceElement[] frames = t.getStackTrace();
      int own = 0;
      for (int i = 0; i < frames.length; i++) {
        boolean ours = frames[i].getClassName().startsWith(OWN) && own++ < FRAMES;
        if (i < FRAMES || ours) {
          trace.append(" at ").append(frames[i]);
        }
      }
    }
    return trace.toString();
  }
}
