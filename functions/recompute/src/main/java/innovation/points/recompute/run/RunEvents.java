package innovation.points.recompute.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.store.table.ScoreKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The events of this function, as JSON. */
public final class RunEvents {

  private static final String RUN = "run#";
  private static final Set<String> OPEN = Set.of(ScoreKeys.TRAIL_OPEN, ScoreKeys.MAIL_OPEN);
  private static final String STATUS_CHANGE = "Step Functions Execution Status Change";

  private RunEvents() {}

  public enum Kind {
    REQUEST,
    SCHEDULE,
    CHECK,
    DAILY,
    STREAM,
    STEP,
    ENDED,
    SEAL
  }

  /** A run that the stream shows. */
  public record Ordered(int year, String run) {}

  /**
   * An execution of the state machine that ended without a result.
   *
   * @param error its name; the status where the execution was stopped or ran out of time
   */
  public record Ended(DistributedRun.Ref run, String error) {}

  public static JsonNode read(byte[] event) throws IOException {
    return JsonTree.read(event);
  }

  public static Kind kind(JsonNode event) {
    if (event.path("requestContext").has("http")) {
      return Kind.REQUEST;
    }
    if (event.path("scheduledTime").isTextual()) {
      return Kind.SCHEDULE;
    }
    if (event.path("checkedTime").isTextual()) {
      return Kind.CHECK;
    }
    if (event.path("dailyTime").isTextual()) {
      return Kind.DAILY;
    }
    if (event.path("seal").asBoolean() || isOfTrail(event)) {
      return Kind.SEAL;
    }
    if (event.path("Records").isArray()) {
      return Kind.STREAM;
    }
    if (event.path("step").isTextual()) {
      return Kind.STEP;
    }
    if (event.path("detail-type").asText().equals(STATUS_CHANGE)) {
      return Kind.ENDED;
    }
    throw new IllegalArgumentException(
        "expected a request, a scheduled time, stream records, a step, the end of an execution or"
            + " the order to seal, found "
            + fields(event));
  }

  /** Whether the stream shows that there is something to seal or to send. */
  private static boolean isOfTrail(JsonNode event) {
    JsonNode keys = event.path("Records").path(0).path("dynamodb").path("Keys");
    return OPEN.contains(keys.path("pk").path("S").asText());
  }

  /** The runs that were inserted; other records are ignored. */
  public static List<Ordered> ordered(JsonNode event) {
    var ordered = new ArrayList<Ordered>();
    for (JsonNode record : event.path("Records")) {
      JsonNode keys = record.path("dynamodb").path("Keys");
      String partition = keys.path("pk").path("S").asText();
      if (record.path("eventName").asText().equals("INSERT") && partition.startsWith(RUN)) {
        ordered.add(new Ordered(yearOf(partition), keys.path("sk").path("S").asText()));
      }
    }
    return ordered;
  }

  /** The run of an execution that ended, by the order that it began with. */
  public static Ended ended(JsonNode event) throws IOException {
    JsonNode detail = event.path("detail");
    JsonNode order = JsonTree.read(detail.path("input").asText().getBytes(UTF_8)).path(0);
    String error = detail.path("error").asText();
    return new Ended(
        new DistributedRun.Ref(
            yearOf(order.path("partition").asText()),
            order.path("id").asText(),
            detail.path("name").asText(),
            0),
        error.isEmpty() ? detail.path("status").asText() : error);
  }

  /** The year of a partition of runs. */
  static int yearOf(String partition) {
    return Integer.parseInt(partition.substring(RUN.length()));
  }

  private static List<String> fields(JsonNode event) {
    var names = new ArrayList<String>();
    event.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
