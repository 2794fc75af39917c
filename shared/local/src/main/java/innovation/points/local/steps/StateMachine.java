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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A state machine in the Amazon States Language, executed as Step Functions does: {@code Pass},
 * {@code Task}, {@code Choice}, {@code Map}, {@code Succeed} and {@code Fail}, with {@code Retry}
 * and {@code Catch}, time-outs, the limit of a state's data, and redriving. Anything else is
 * refused. Thread-safe.
 */
public final class StateMachine {

  /** The most bytes that a state may be given, or give. */
  static final int MOST_BYTES = 256 * 1024;

  private static final String TIMEOUT = "States.Timeout";
  private static final String RUNTIME = "States.Runtime";
  private static final String DATA_LIMIT = "States.DataLimitExceeded";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Items processed at once, whatever the cloud would allow: requests need the processors, too. */
  private static final int LANES = 4;

  private final JsonNode definition;
  private final Task task;
  private final Pause pause;
  private final InstantSource clock;

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

  /** What became of an execution. */
  public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT
  }

  private StateMachine(JsonNode definition, Task task, Pause pause, InstantSource clock) {
    this.definition = definition;
    this.task = task;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Reads a definition.
   *
   * @param substitutions for <code>${name}</code>, as the template gives them
   * @param clock by which executions and their tasks run out of time
   */
  public static StateMachine read(
      InputStream definition,
      Map<String, String> substitutions,
      Task task,
      Pause pause,
      InstantSource clock) {
    try {
      String text = new String(definition.readAllBytes(), StandardCharsets.UTF_8);
      for (var substitution : substitutions.entrySet()) {
        text = text.replace("${" + substitution.getKey() + "}", substitution.getValue());
      }
      return new StateMachine(MAPPER.readTree(text), task, pause, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An execution that has not begun. */
  public Execution start(String name, JsonNode input) {
    return new Execution(name, input);
  }

  /** One execution. Used by one thread at a time. */
  public final class Execution {

    private final String name;
    private final JsonNode input;
    private final Walk walk;
    private Status status = Status.RUNNING;

    private Execution(String name, JsonNode input) {
      this.name = name;
      this.input = input;
      ObjectNode context = JsonNodeFactory.instance.objectNode();
      context.putObject("Execution").put("Name", name);
      this.walk = new Walk(definition, input, context);
    }

    public String name() {
      return name;
    }

    public JsonNode input() {
      return input;
    }

    public Status status() {
      return status;
    }

    /**
     * Executes the machine to its end; where it failed or timed out before, from the state where it
     * stopped, with the data of that time, its time counted anew. Of a map, the items that are not
     * done are done.
     *
     * @return the output
     * @throws StateException where the execution fails
     */
    public JsonNode run() throws StateException {
      status = Status.RUNNING;
      try {
        JsonNode output = walk.go(deadline(definition));
        status = Status.SUCCEEDED;
        return output;
      } catch (OverdueException e) {
        status = Status.TIMED_OUT;
        throw new StateException(TIMEOUT, "the execution ran out of time");
      } catch (StateException e) {
        status = Status.FAILED;
        throw e;
      }
    }
  }

  /** No {@code Retry} and no {@code Catch} hears of it. */
  private static final class OverdueException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Instant deadline(JsonNode timed) {
    return timed.has("TimeoutSeconds")
        ? clock.instant().plusSeconds(timed.path("TimeoutSeconds").asLong())
        : Instant.MAX;
  }

  /** The way through a machine or through the states of one item of a map. */
  private final class Walk {

    private final JsonNode machine;
    private final JsonNode context;
    private String at;
    private JsonNode data;

    /** Of the map at which it stands. */
    private List<Walk> items = List.of();

    Walk(JsonNode machine, JsonNode data, JsonNode context) {
      this.machine = machine;
      this.data = data;
      this.context = context;
      this.at = machine.path("StartAt").asText();
    }

    JsonNode go(Instant until) throws StateException {
      while (!at.isEmpty()) {
        Step step = step(at, machine.path("States").path(at), until);
        if (clock.instant().isAfter(until)) {
          throw new OverdueException();
        }
        items = List.of();
        data = step.output();
        at = step.next();
      }
      return data;
    }

    private Step step(String name, JsonNode state, Instant until) throws StateException {
      try {
        Step step =
            switch (state.path("Type").asText()) {
              case "Pass" -> new Step(pass(state), next(state));
              case "Task" -> new Step(task(state), next(state));
              case "Map" -> new Step(map(state, until), next(state));
              case "Choice" -> new Step(data, choose(state));
              case "Succeed" -> new Step(data, "");
              case "Fail" ->
                  throw new StateException(
                      Paths.read(state.path("ErrorPath").asText(), data, context).asText(),
                      Paths.read(state.path("CausePath").asText(), data, context).asText());
              default ->
                  throw new IllegalStateException("state %s is of no known type".formatted(name));
            };
        limit(name, step.output());
        return step;
      } catch (StateException e) {
        return caught(state, data, e);
      }
    }

    private JsonNode pass(JsonNode state) throws StateException {
      return Paths.result(state, data, Paths.fill(state.path("Parameters"), data, context));
    }

    private JsonNode task(JsonNode state) throws StateException {
      JsonNode parameters = Paths.fill(state.path("Parameters"), data, context);
      List<Integer> attempts = new ArrayList<>();
      state.path("Retry").forEach(_ -> attempts.add(0));
      while (true) {
        try {
          return Paths.result(state, data, attempt(state, parameters));
        } catch (StateException e) {
          retry(state.path("Retry"), attempts, e);
        }
      }
    }

    private JsonNode attempt(JsonNode state, JsonNode parameters) throws StateException {
      Instant until = deadline(state);
      JsonNode answer = task.invoke(parameters);
      if (clock.instant().isAfter(until)) {
        // Whatever it did is done; nobody waited for its answer.
        throw new StateException(TIMEOUT, "");
      }
      return answer;
    }

    private String choose(JsonNode state) throws StateException {
      for (JsonNode choice : state.path("Choices")) {
        JsonNode found = Paths.read(choice.path("Variable").asText(), data, context);
        if (found.asText().equals(choice.path("StringEquals").asText())) {
          return choice.path("Next").asText();
        }
      }
      return state.path("Default").asText();
    }

    /** Processes every item by itself; the first error fails the state when all have ended. */
    private JsonNode map(JsonNode state, Instant until) throws StateException {
      if (items.isEmpty()) {
        items = begun(state);
      }
      int lanes = Math.min(LANES, state.path("MaxConcurrency").asInt(LANES));
      var work = new ArrayList<Future<JsonNode>>();
      try (var executor = Executors.newFixedThreadPool(lanes)) {
        for (Walk item : items) {
          work.add(executor.submit(() -> item.go(until)));
        }
      }
      var results = JsonNodeFactory.instance.arrayNode();
      for (Future<JsonNode> one : work) {
        results.add(join(one));
      }
      limit("results of " + at, results);
      return Paths.result(state, data, results);
    }

    private List<Walk> begun(JsonNode state) throws StateException {
      var walks = new ArrayList<Walk>();
      for (JsonNode item : Paths.read(state.path("ItemsPath").asText(), data, context)) {
        ObjectNode inside = context.deepCopy();
        inside.putObject("Map").putObject("Item").set("Value", item);
        JsonNode selected = Paths.fill(state.path("ItemSelector"), data, inside);
        walks.add(new Walk(state.path("ItemProcessor"), selected, inside));
      }
      return walks;
    }
  }

  /**
   * The transition from a state.
   *
   * @param next empty: the execution ends
   */
  private record Step(JsonNode output, String next) {}

  private static String next(JsonNode state) {
    return state.path("End").asBoolean() ? "" : state.path("Next").asText();
  }

  private static void limit(String what, JsonNode data) throws StateException {
    int bytes = data.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new StateException(
          DATA_LIMIT, "%s: %d bytes, at most %d".formatted(what, bytes, MOST_BYTES));
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
      boolean all =
          error.asText().equals("States.ALL")
              && !e.error().equals(RUNTIME)
              && !e.error().equals(DATA_LIMIT);
      if (all || error.asText().equals(e.error())) {
        return true;
      }
    }
    return false;
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
      if (e.getCause() instanceof OverdueException overdue) {
        throw overdue;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
