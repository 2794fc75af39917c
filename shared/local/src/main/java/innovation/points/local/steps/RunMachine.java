package innovation.points.local.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.recompute.RecomputeHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The stepwise yearly run: does with the records of the scores table's stream what the template's
 * pipe and state machine do. Thread-safe.
 */
public final class RunMachine {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String DEFINITION = "/run.asl.json";
  private static final Duration LONGEST = Duration.ofHours(6);

  private RunMachine() {}

  /**
   * The state machine, with a function as its tasks.
   *
   * @param segments number of segments in which the facts are read
   */
  public static StateMachine of(int segments, StateMachine.Task task, StateMachine.Pause pause) {
    try (InputStream definition =
        Objects.requireNonNull(RecomputeHandler.class.getResourceAsStream(DEFINITION))) {
      return StateMachine.read(
          definition,
          Map.of("Segments", Integer.toString(segments), "RecomputeFunction", "recompute"),
          task,
          pause);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The function to feed from the stream in place of the one that executes a run in one invocation.
   */
  public static LocalFunction fed(
      LocalFunction recompute,
      int segments,
      StateMachine.Pause pause,
      InstantSource clock,
      Consumer<String> log) {
    StateMachine machine = of(segments, input -> invoke(recompute, input), pause);
    return LocalFunction.of(
        "run",
        LONGEST,
        clock,
        log,
        (input, output, _) -> feed(machine, MAPPER.readTree(input), output, log));
  }

  private static void feed(
      StateMachine machine, JsonNode event, OutputStream output, Consumer<String> log)
      throws IOException {
    for (JsonNode record : event.path("Records")) {
      try {
        machine.execute(UUID.randomUUID().toString(), order(record));
      } catch (StateException e) {
        // The run records the failure too; the stream continues.
        log.accept("{\"level\":\"ERROR\",\"execution\":\"%s\"}".formatted(e.error()));
      }
    }
    output.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  /** The order in a record, as the pipe's input template produces it. */
  private static ArrayNode order(JsonNode record) {
    JsonNode keys = record.path("dynamodb").path("Keys");
    ArrayNode orders = JsonNodeFactory.instance.arrayNode();
    orders
        .addObject()
        .put("partition", keys.path("pk").path("S").asText())
        .put("id", keys.path("sk").path("S").asText());
    return orders;
  }

  /** Invokes a function as a task; the name of its error is the class of the exception. */
  public static JsonNode invoke(LocalFunction function, JsonNode input) throws StateException {
    try {
      return MAPPER.readTree(function.invoke(MAPPER.writeValueAsBytes(input)));
    } catch (InvocationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StateException(cause.getClass().getName(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
