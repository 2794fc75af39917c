package innovation.points.local.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * A state machine in the Amazon States Language, executed as Step Functions does: {@code Pass},
 * {@code Task}, {@code Choice}, {@code Map}, {@code Succeed} and {@code Fail}, with {@code Retry}
 * and {@code Catch}. Anything else is refused. Thread-safe.
 */
public final class StateMachine {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonNode definition;
  private final Task task;
  private final Pause pause;

  /** The target of a {@code Task} state. */
  @FunctionalInterface
  public interface Task {
    /**
     * Invokes the target.
     *
     * @throws StateException with the error and its cause, as reported to the state machine
     */
    JsonNode invoke(JsonNode input) throws StateException;
  }

  /** The wait between two attempts. */
  @FunctionalInterface
  public interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  private StateMachine(JsonNode definition, Task task, Pause pause) {
    this.definition = definition;
    this.task = task;
    this.pause = pause;
  }

  /**
   * Reads a definition.
   *
   * @param substitutions for <code>${name}</code>, as the template gives them
   */
  public static StateMachine read(
      InputStream definition, Map<String, String> substitutions, Task task, Pause pause) {
    try {
      String text = new String(definition.readAllBytes(), StandardCharsets.UTF_8);
      for (var substitution : substitutions.entrySet()) {
        text = text.replace("${" + substitution.getKey() + "}", substitution.getValue());
      }
      return new StateMachine(MAPPER.readTree(text), task, pause);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Executes the machine from the first state to the last.
   *
   * @param name of the execution
   * @return the output
   * @throws StateException where the execution fails
   */
  public JsonNode execute(String name, JsonNode input) throws StateException {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.putObject("Execution").put("Name", name);
    return walk(definition, input, context);
  }

  private JsonNode walk(JsonNode machine, JsonNode input, JsonNode context) throws StateException {
    String name = machine.path("StartAt").asText();
    JsonNode at = input;
    while (true) {
      JsonNode state = machine.path("States").path(name);
      Step step = step(name, state, at, context);
      at = step.output();
      if (step.next().isEmpty()) {
        return at;
      }
      name = step.next();
    }
  }

  /**
   * The transition from a state.
   *
   * @param next empty: the execution ends
   */
  private record Step(JsonNode output, String next) {}

  private Step step(String name, JsonNode state, JsonNode input, JsonNode context)
      throws StateException {
    try {
      return switch (state.path("Type").asText()) {
        case "Pass" -> new Step(pass(state, input, context), next(state));
        case "Task" -> new Step(task(state, input, context), next(state));
        case "Map" -> new Step(map(state, input, context), next(state));
        case "Choice" -> new Step(input, choose(state, input, context));
        case "Succeed" -> new Step(input, "");
        case "Fail" ->
            throw new StateException(
                Paths.read(state.path("ErrorPath").asText(), input, context).asText(),
                Paths.read(state.path("CausePath").asText(), input, context).asText());
        default -> throw new IllegalStateException("state %s is of no known type".formatted(name));
      };
    } catch (StateException e) {
      return caught(state, input, e);
    }
  }

  private static String next(JsonNode state) {
    return state.path("End").asBoolean() ? "" : state.path("Next").asText();
  }

  private static JsonNode pass(JsonNode state, JsonNode input, JsonNode context) {
    return Paths.result(state, input, Paths.fill(state.path("Parameters"), input, context));
  }

  private JsonNode task(JsonNode state, JsonNode input, JsonNode context) throws StateException {
    JsonNode parameters = Paths.fill(state.path("Parameters"), input, context);
    List<Integer> attempts = new ArrayList<>();
    state.path("Retry").forEach(_ -> attempts.add(0));
    while (true) {
      try {
        return Paths.result(state, input, task.invoke(parameters));
      } catch (StateException e) {
        retry(state.path("Retry"), attempts, e);
      }
    }
  }

  /** Waits before the next attempt, or throws where there is none left. */
  private void retry(JsonNode retriers, List<Integer> attempts, StateException e)
      throws StateException {
    for (int i = 0; i < retriers.size(); i++) {
      JsonNode retrier = retriers.get(i);
      if (matches(retrier, e)) {
        int made = attempts.get(i);
        if (made >= retrier.path("MaxAttempts").asInt(3)) {
          throw e;
        }
        attempts.set(i, made + 1);
        double seconds =
            retrier.path("IntervalSeconds").asDouble(1)
                * Math.pow(retrier.path("BackoffRate").asDouble(2), made);
        sleep(Math.min(seconds, retrier.path("MaxDelaySeconds").asDouble(Double.MAX_VALUE)));
        return;
      }
    }
    throw e;
  }

  private void sleep(double seconds) {
    try {
      pause.sleep(Duration.ofMillis((long) (seconds * 1000)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts", e);
    }
  }

  private static Step caught(JsonNode state, JsonNode input, StateException e)
      throws StateException {
    for (JsonNode catcher : state.path("Catch")) {
      if (matches(catcher, e)) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("Error", e.error()).put("Cause", e.cause());
        return new Step(Paths.result(catcher, input, error), catcher.path("Next").asText());
      }
    }
    throw e;
  }

  private static boolean matches(JsonNode handler, StateException e) {
    for (JsonNode error : handler.path("ErrorEquals")) {
      if (error.asText().equals("States.ALL") || error.asText().equals(e.error())) {
        return true;
      }
    }
    return false;
  }

  private static String choose(JsonNode state, JsonNode input, JsonNode context) {
    for (JsonNode choice : state.path("Choices")) {
      JsonNode found = Paths.read(choice.path("Variable").asText(), input, context);
      if (found.asText().equals(choice.path("StringEquals").asText())) {
        return choice.path("Next").asText();
      }
    }
    return state.path("Default").asText();
  }

  /** Processes every item by itself; the first error fails the state when all have ended. */
  private JsonNode map(JsonNode state, JsonNode input, JsonNode context) throws StateException {
    JsonNode items = Paths.read(state.path("ItemsPath").asText(), input, context);
    var lanes = new Semaphore(state.path("MaxConcurrency").asInt(Integer.MAX_VALUE));
    var work = new ArrayList<Future<JsonNode>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (JsonNode item : items) {
        ObjectNode inside = context.deepCopy();
        inside.putObject("Map").putObject("Item").set("Value", item);
        JsonNode selected = Paths.fill(state.path("ItemSelector"), input, inside);
        work.add(
            executor.submit(
                () -> {
                  lanes.acquire();
                  try {
                    return walk(state.path("ItemProcessor"), selected, inside);
                  } finally {
                    lanes.release();
                  }
                }));
      }
    }
    var results = JsonNodeFactory.instance.arrayNode();
    for (Future<JsonNode> one : work) {
      results.add(join(one));
    }
    return Paths.result(state, input, results);
  }

  private static JsonNode join(Future<JsonNode> item) throws StateException {
    try {
      return item.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a map", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StateException failed) {
        throw new StateException("States.ExceedToleratedFailureThreshold", failed.error());
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
