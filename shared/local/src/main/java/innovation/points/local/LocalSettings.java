package innovation.points.local;

import innovation.points.person.FourEyes;
import innovation.points.scoring.disclosure.Disclosure;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the local stack (contract §4).
 *
 * @param port of the portal and the API; 0 for any free port
 * @param s3Port 0 for any free port
 * @param dynamoDbPort null: the tables are not reachable from other programs
 * @param data a folder that keeps the data for the next process; null: in memory
 * @param sample whether the sample zone is loaded into a new bucket
 * @param steps whether a yearly run goes through the state machine instead of one invocation
 * @param logs a folder for the functions' logs; null: none are written
 * @param corsOrigin the origin of another web application that may call the API, as the template's
 *     parameter {@code CorsOrigin}; null: none
 * @param fourEyes as the template's parameter {@code FourEyes}
 * @param disclosure as the template's parameter {@code Disclosure}
 */
public record LocalSettings(
    int port,
    int s3Port,
    @Nullable Integer dynamoDbPort,
    @Nullable Path data,
    boolean sample,
    boolean steps,
    @Nullable Path logs,
    @Nullable String corsOrigin,
    FourEyes fourEyes,
    Disclosure disclosure) {

  private static final Pattern ORIGIN = Pattern.compile("https?://[^/*]+");
  private static final int PORT = 8080;
  private static final int S3_PORT = 9090;
  private static final int MOST = 65_535;

  /** For tests: any free ports, nothing kept, no sample zone. */
  public static LocalSettings empty() {
    return new LocalSettings(
        0, 0, null, null, false, false, null, null, FourEyes.REQUIRED, Disclosure.ALL);
  }

  public LocalSettings withData(Path folder) {
    return new LocalSettings(
        port, s3Port, dynamoDbPort, folder, sample, steps, logs, corsOrigin, fourEyes, disclosure);
  }

  public LocalSettings withLogs(Path folder) {
    return new LocalSettings(
        port, s3Port, dynamoDbPort, data, sample, steps, folder, corsOrigin, fourEyes, disclosure);
  }

  public LocalSettings withCorsOrigin(String origin) {
    return new LocalSettings(
        port, s3Port, dynamoDbPort, data, sample, steps, logs, origin, fourEyes, disclosure);
  }

  public LocalSettings withFourEyes(FourEyes rule) {
    return new LocalSettings(
        port, s3Port, dynamoDbPort, data, sample, steps, logs, corsOrigin, rule, disclosure);
  }

  public LocalSettings withDisclosure(Disclosure what) {
    return new LocalSettings(
        port, s3Port, dynamoDbPort, data, sample, steps, logs, corsOrigin, fourEyes, what);
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException in Chinese, where a variable is invalid
   */
  public static LocalSettings of(Map<String, String> environment) {
    Integer port = port(environment, "LOCAL_PORT");
    Integer s3Port = port(environment, "LOCAL_S3_PORT");
    String data = text(environment, "LOCAL_DATA");
    return new LocalSettings(
        port == null ? PORT : port,
        s3Port == null ? S3_PORT : s3Port,
        port(environment, "LOCAL_DYNAMODB_PORT"),
        data == null ? null : Path.of(data).toAbsolutePath().normalize(),
        truth(environment, "LOCAL_SAMPLE", true),
        truth(environment, "LOCAL_RUN_STEPS", false),
        null,
        origin(environment),
        fourEyes(environment),
        disclosure(environment));
  }

  private static Disclosure disclosure(Map<String, String> environment) {
    String value = text(environment, "LOCAL_DISCLOSURE");
    try {
      return value == null ? Disclosure.ALL : Disclosure.of(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "LOCAL_DISCLOSURE 应为 all、lists、top-N（如 top-100）或 stage，实际为 " + value, e);
    }
  }

  private static FourEyes fourEyes(Map<String, String> environment) {
    String value = text(environment, "LOCAL_FOUR_EYES");
    try {
      return value == null ? FourEyes.REQUIRED : FourEyes.of(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("LOCAL_FOUR_EYES 应为 required 或 off，实际为 " + value, e);
    }
  }

  private static @Nullable String origin(Map<String, String> environment) {
    String value = text(environment, "LOCAL_CORS_ORIGIN");
    if (value != null && !ORIGIN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "LOCAL_CORS_ORIGIN 应为一个来源，如 https://www.example.gov.cn，实际为 " + value);
    }
    return value;
  }

  private static boolean truth(Map<String, String> environment, String name, boolean otherwise) {
    String value = text(environment, name);
    return switch (value == null ? Boolean.toString(otherwise) : value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("%s 应为 true 或 false，实际为 %s".formatted(name, value));
    };
  }

  private static @Nullable Integer port(Map<String, String> environment, String name) {
    String value = text(environment, name);
    if (value == null) {
      return null;
    }
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= MOST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Falls through to the error below.
    }
    throw new IllegalArgumentException("%s 应为 0 到 %d 的端口号，实际为 %s".formatted(name, MOST, value));
  }

  private static @Nullable String text(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }
}
