package innovation.points.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import innovation.points.local.ManualClock;
import innovation.points.local.lambda.LocalFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class QueueMappingTest {

  private final ManualClock clock = new ManualClock();
  private final MessageQueue queue = new MessageQueue(clock, Duration.ofHours(1), 5);
  private final List<List<String>> batches = new ArrayList<>();

  @Test
  void whatWentWellIsDeletedAndWhatDidNotComesAgain() {
    QueueMapping mapping = mapping(10, (event, _) -> failing(event, Set.of("bad")));
    for (String body : List.of("good", "bad", "better")) {
      queue.send(body);
    }

    assertThat(mapping.deliver()).isTrue();
    assertThat(mapping.deliver()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(mapping.deliver()).isTrue();

    assertThat(batches).containsExactly(List.of("good", "bad", "better"), List.of("bad"));
  }

  @Test
  void anExceptionBringsTheWholeBatchBack() {
    QueueMapping mapping =
        mapping(
            10,
            (_, _) -> {
              throw new IllegalStateException("broken");
            });
    queue.send("a");
    queue.send("b");

    mapping.deliver();
    clock.advance(Duration.ofSeconds(1));
    mapping.deliver();

    assertThat(batches).containsExactly(List.of("a", "b"), List.of("a", "b"));
  }

  @Test
  void whatNeverGoesWellIsDeadAfterFiveTimes() {
    QueueMapping mapping = mapping(1, (event, _) -> failing(event, Set.of("bad")));
    queue.send("bad");

    while (!queue.isEmpty()) {
      mapping.deliver();
      clock.advance(Duration.ofMinutes(10));
    }

    assertThat(batches).hasSize(5);
    assertThat(queue.deadLetters()).extracting(MessageQueue.Message::body).containsExactly("bad");
  }

  @Test
  void theFunctionLearnsHowOftenAMessageWasDelivered() {
    var counts = new ArrayList<String>();
    QueueMapping mapping =
        mapping(
            1,
            (event, _) -> {
              counts.add(
                  event.getRecords().getFirst().getAttributes().get("ApproximateReceiveCount"));
              return failing(event, counts.size() < 3 ? Set.of("a") : Set.of());
            });
    queue.send("a");

    while (!queue.isEmpty()) {
      mapping.deliver();
      clock.advance(Duration.ofMinutes(10));
    }

    assertThat(counts).containsExactly("1", "2", "3");
  }

  private QueueMapping mapping(
      int batchSize, BiFunction<SQSEvent, Context, SQSBatchResponse> handler) {
    var function =
        LocalFunction.of(
            "ingest",
            Duration.ofMinutes(1),
            clock,
            _ -> {},
            (SQSEvent event, Context context) -> {
              batches.add(event.getRecords().stream().map(SQSEvent.SQSMessage::getBody).toList());
              return handler.apply(event, context);
            },
            SQSEvent.class,
            SQSBatchResponse.class);
    return new QueueMapping(
        queue, function, new QueueMapping.Settings(batchSize, 1, Duration.ofSeconds(1)));
  }

  private static SQSBatchResponse failing(SQSEvent event, Set<String> bodies) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> bodies.contains(message.getBody()))
            .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
            .toList());
  }
}
