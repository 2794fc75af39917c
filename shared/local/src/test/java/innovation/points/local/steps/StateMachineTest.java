package innovation.points.local.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import innovation.points.local.ManualClock;
import innovation.points.local.steps.StateMachine.Execution;
import innovation.points.local.steps.StateMachine.Status;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What Step Functions does and programs stumble over. */
class StateMachineTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String CAUGHT =
      """
      {"StartAt": "Work", "States": {
        "Work": {"Type": "Task", "Parameters": {"do": "work"}, "Next": "Done",
                 "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Failed"}]},
        "Failed": {"Type": "Fail", "ErrorPath": "$.error.Error", "CausePath": "$.error.Cause"},
        "Done": {"Type": "Succeed"}}}
      """;

  private final ManualClock clock = new ManualClock();
  private final AtomicBoolean broken = new AtomicBoolean(true);
  private final List<String> done = new ArrayList<>();

  @Test
  void anExecutionCaughtIntoAFailStateFailsThereHoweverOftenItIsRedriven() {
    Execution execution = begin(CAUGHT, this::work);
    assertThatThrownBy(execution::run).hasMessage("broken: as ordered");
    broken.set(false);

    assertThatThrownBy(execution::run).hasMessage("broken: as ordered");
    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(done).isEmpty();
  }

  @Test
  void aRedrivenExecutionRepeatsTheStateThatFailedAndNoneBefore() throws Exception {
    Execution execution =
        begin(
            """
            {"StartAt": "First", "States": {
              "First": {"Type": "Task", "Parameters": {"do": "first"}, "ResultPath": null, "Next": "Work"},
              "Work": {"Type": "Task", "Parameters": {"do": "work"}, "ResultPath": null, "End": true}}}
            """,
            this::work);
    assertThatThrownBy(execution::run).hasMessage("broken: as ordered");
    broken.set(false);

    execution.run();

    assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(done).containsExactly("first", "work");
  }

  @Test
  void aTimeOutOfTheExecutionIsCaughtByNothing() {
    Execution execution =
        begin(
            CAUGHT.replaceFirst("\\{", "{\"TimeoutSeconds\": 60, "),
            input -> {
              clock.advance(Duration.ofSeconds(61));
              return input;
            });

    assertThatThrownBy(execution::run).hasMessage("States.Timeout: the execution ran out of time");
    assertThat(execution.status()).isEqualTo(Status.TIMED_OUT);
  }

  @Test
  void aTaskThatTakesTooLongIsRetriedWithoutItsAnswer() throws Exception {
    Execution execution =
        begin(
            """
            {"StartAt": "Work", "States": {"Work": {"Type": "Task", "TimeoutSeconds": 10, "End": true,
              "Parameters": {"do": "work"},
              "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1}]}}}
            """,
            input -> {
              if (broken.getAndSet(false)) {
                clock.advance(Duration.ofSeconds(11));
              }
              return work(input);
            });

    execution.run();

    assertThat(done).containsExactly("work", "work");
  }

  @Test
  void moreThan256KilobytesOfDataFailTheExecutionAndNothingCatchesThat() {
    String large = "x".repeat(StateMachine.MOST_BYTES);
    Execution execution = begin(CAUGHT, _ -> MAPPER.createObjectNode().put("report", large));

    assertThatThrownBy(execution::run)
        .hasMessage("States.DataLimitExceeded: Work: 262157 bytes, at most 262144");
  }

  @Test
  void aPathThatLeadsNowhereFailsTheExecution() {
    Execution execution =
        begin(
            """
            {"StartAt": "Work", "States": {"Work": {"Type": "Pass", "Parameters": {"a.$": "$.b"}, "End": true}}}
            """,
            this::work);

    assertThatThrownBy(execution::run).hasMessage("States.Runtime: path $.b leads nowhere");
  }

  private JsonNode work(JsonNode input) throws StateException {
    if (input.path("do").asText().equals("work") && broken.get()) {
      throw new StateException("broken", "as ordered");
    }
    done.add(input.path("do").asText());
    return input;
  }

  private Execution begin(String definition, StateMachine.Task task) {
    return StateMachine.read(
            new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8)),
            Map.of(),
            task,
            _ -> {},
            clock)
        .start("one", MAPPER.createObjectNode());
  }
}
