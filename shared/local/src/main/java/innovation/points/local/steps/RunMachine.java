package innovation.points.local.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.events.DeadLetters;
import innovation.points.local.events.MessageQueue;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The stepwise yearly run: does with the records of the scores table's stream what the template's
 * pipe, state machine and rule on its status do. Keeps the executions that failed, to be redriven.
 * Thread-safe.
 */
public final class RunMachine implements DeadLetters {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String DEFINITION = "/run.asl.json";
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int ATTEMPTS = 3;

  private final StateMachine machine;
  private final StateMachine.Task task;
  private final InstantSource clock;
  private final List<StateMachine.Execution> failed = new CopyOnWriteArrayList<>();

  /**
   * The state machine, with a function as its tasks.
   *
   * @param segments number of segments in which the facts are read
   */
  public RunMachine(
      int segments, StateMachine.Task task, StateMachine.Pause pause, InstantSource clock) {
    this.task = task;
    this.clock = clock;
    try (InputStream definition =
        Objects.requireNonNull(RecomputeHandler.class.getResourceAsStream(DEFINITION))) {
      machine =
          StateMachine.read(
              definition,
              Map.of("Segments", Integer.toString(segments), "RecomputeFunction", "recompute"),
              task,
              pause,
              clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The function that takes the stream in place of the one that computes a run in one go. */
  public LocalFunction function(Consumer<String> log) {
    return LocalFunction.of(
        "run",
        LONGEST,
        clock,
        log,
        (input, output, _) -> feed(MAPPER.readTree(input), output, log));
  }

  private void feed(JsonNode event, OutputStream output, Consumer<String> log) throws IOException {
    for (JsonNode record : event.path("Records")) {
      try {
        JsonNode keys = record.path("dynamodb").path("Keys");
        execute(keys.path("pk").path("S").asText(), keys.path("sk").path("S").asText());
      } catch (StateException e) {
        // The run records the failure too; the stream continues.
        log.accept("{\"level\":\"ERROR\",\"execution\":\"%s\"}".formatted(e.error()));
      }
    }
    output.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Executes an ordered run.
   *
   * @throws StateException where the execution fails; then it can be redriven
   */
  public void execute(String partition, String id) throws StateException {
    // As the pipe's input template produces it.
    ArrayNode order = JsonNodeFactory.instance.arrayNode();
    order.addObject().put("partition", partition).put("id", id);
    run(machine.start(UUID.randomUUID().toString(), order));
  }

  private void run(StateMachine.Execution execution) throws StateException {
    try {
      execution.run();
    } catch (StateException e) {
      failed.add(execution);
      tell(ended(execution, e));
      throw e;
    }
  }

  /** As Lambda invokes a function for an event: three attempts. */
  private void tell(ObjectNode event) throws StateException {
    for (int attempt = 1; ; attempt++) {
      try {
        task.invoke(event);
        return;
      } catch (StateException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** The event of EventBridge that the template's rule passes to the function. */
  private static ObjectNode ended(StateMachine.Execution execution, StateException error) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("source", "aws.states");
    event.put("detail-type", "Step Functions Execution Status Change");
    event
        .putObject("detail")
        .put("name", execution.name())
        .put("status", execution.status().name())
        .put("input", execution.input().toString())
        .put("error", error.error())
        .put("cause", error.cause());
    return event;
  }

  /** The executions that failed or timed out. */
  @Override
  public List<MessageQueue.Message> deadLetters() {
    return failed.stream()
        .map(
            each ->
                new MessageQueue.Message(
                    each.name(), "", each.input().toString(), 1, clock.instant()))
        .toList();
  }

  /** Redrives them, each at the step that failed. */
  @Override
  public int redrive() {
    int succeeded = 0;
    for (StateMachine.Execution execution : List.copyOf(failed)) {
      failed.remove(execution);
      try {
        run(execution);
        succeeded++;
      } catch (StateException e) {
        // It is among the failed ones again.
      }
    }
    return succeeded;
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
