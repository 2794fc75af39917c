package innovation.points.local.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.ManualClock;
import innovation.points.local.lambda.LocalFunction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A stream of the embedded engine, read by hand: no thread, so nothing to wait for. */
class StreamMappingTest {

  private final LocalDynamoDb tables = new LocalDynamoDb(null, null);
  private final List<List<String>> batches = new ArrayList<>();

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void changesArriveInOrder() {
    StreamMapping mapping =
        mapping(3, _ -> true, null, _ -> StreamsEventResponse.builder().build());
    for (int i = 0; i < 5; i++) {
      put("e", "item" + i);
    }

    drain(mapping);

    assertThat(batches)
        .containsExactly(List.of("item0", "item1", "item2"), List.of("item3", "item4"));
  }

  @Test
  void theFunctionSeesWhatTheItemWasAndIs() {
    var seen = new ArrayList<Map<String, AttributeValue>>();
    StreamMapping mapping =
        mapping(
            10,
            _ -> true,
            null,
            event -> {
              event
                  .getRecords()
                  .forEach(
                      record -> {
                        assertThat(record.getEventSourceARN()).contains("/stream/");
                        if (record.getDynamodb().getOldImage() != null) {
                          seen.add(record.getDynamodb().getOldImage());
                        }
                        seen.add(record.getDynamodb().getNewImage());
                      });
              return StreamsEventResponse.builder().build();
            });
    put("e", "x", "old");
    put("e", "x", "new");

    drain(mapping);

    assertThat(seen)
        .extracting(image -> requireNonNull(image.get("value")).getS())
        .containsExactly("old", "old", "new");
  }

  @Test
  void onlyWhatTheFilterWantsIsDelivered() {
    StreamMapping mapping =
        mapping(
            10,
            change -> requireNonNull(change.dynamodb().keys().get("sk")).s().startsWith("run"),
            null,
            _ -> StreamsEventResponse.builder().build());
    put("e", "row");
    put("e", "run1");
    put("e", "row2");

    drain(mapping);

    assertThat(batches).containsExactly(List.of("run1"));
  }

  @Test
  void aPoisonousRecordIsPutAsideAndTheOthersGoOn() {
    StreamMapping mapping =
        mapping(
            8,
            _ -> true,
            null,
            event -> {
              if (names(event).contains("item5")) {
                throw new IllegalStateException("poison");
              }
              return StreamsEventResponse.builder().build();
            });
    for (int i = 0; i < 8; i++) {
      put("e", "item" + i);
    }

    drain(mapping);

    List<String> delivered =
        batches.stream().filter(batch -> !batch.contains("item5")).flatMap(List::stream).toList();
    assertThat(delivered)
        .containsExactly("item0", "item1", "item2", "item3", "item4", "item6", "item7");
    assertThat(mapping.failures()).hasSize(1);
    assertThat(new String(mapping.failures().getFirst(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("item5")
        .doesNotContain("item4", "item6");
  }

  @Test
  void whatWasPutAsideCanBeTriedOnceMore() {
    boolean[] broken = {true};
    StreamMapping mapping =
        mapping(
            1,
            _ -> true,
            null,
            _ -> {
              if (broken[0]) {
                throw new IllegalStateException("broken");
              }
              return StreamsEventResponse.builder().build();
            });
    put("e", "item");
    drain(mapping);
    assertThat(mapping.failures()).hasSize(1);

    assertThat(mapping.redrive()).isZero();
    broken[0] = false;
    assertThat(mapping.redrive()).isEqualTo(1);
    assertThat(mapping.failures()).isEmpty();
  }

  @Test
  void whatTheFunctionReportsAsFailedIsDeliveredAgainWithAllThatFollows() {
    boolean[] first = {true};
    StreamMapping mapping =
        mapping(
            10,
            _ -> true,
            null,
            event -> {
              if (!first[0]) {
                return StreamsEventResponse.builder().build();
              }
              first[0] = false;
              String number = event.getRecords().get(2).getDynamodb().getSequenceNumber();
              return StreamsEventResponse.builder()
                  .withBatchItemFailures(List.of(new StreamsEventResponse.BatchItemFailure(number)))
                  .build();
            });
    for (int i = 0; i < 4; i++) {
      put("e", "item" + i);
    }

    drain(mapping);

    assertThat(batches)
        .containsExactly(List.of("item0", "item1", "item2", "item3"), List.of("item2", "item3"));
    assertThat(mapping.failures()).isEmpty();
  }

  @Test
  void theNextProcessGoesOnWhereTheLastOneStopped(@TempDir Path folder) {
    Path file = folder.resolve("streams.json");
    put("e", "before");
    drain(mapping(10, _ -> true, file, _ -> StreamsEventResponse.builder().build()));
    put("e", "after");
    drain(mapping(10, _ -> true, file, _ -> StreamsEventResponse.builder().build()));

    assertThat(batches).containsExactly(List.of("before"), List.of("after"));
  }

  private static void drain(StreamMapping mapping) {
    // An iterator that was opened before the first record has to be opened once more.
    for (int empty = 0; empty < 2; ) {
      empty = mapping.poll() ? 0 : empty + 1;
    }
  }

  private StreamMapping mapping(
      int batchSize,
      Predicate<Record> filter,
      @Nullable Path checkpoints,
      Function<DynamodbEvent, StreamsEventResponse> handler) {
    var function =
        LocalFunction.of(
            "score",
            Duration.ofMinutes(1),
            new ManualClock(),
            _ -> {},
            (DynamodbEvent event, com.amazonaws.services.lambda.runtime.Context _) -> {
              batches.add(names(event));
              return handler.apply(event);
            },
            DynamodbEvent.class,
            StreamsEventResponse.class);
    return new StreamMapping(
        tables.streams(),
        tables.streamOf(LocalDynamoDb.FACTS),
        function,
        new StreamMapping.Settings(
            batchSize,
            3,
            Duration.ofMinutes(1),
            true,
            Duration.ofMillis(1),
            Duration.ZERO,
            Duration.ofMillis(1)),
        filter,
        new Checkpoints(checkpoints));
  }

  private static List<String> names(DynamodbEvent event) {
    return event.getRecords().stream()
        .map(record -> requireNonNull(record.getDynamodb().getKeys().get("sk")).getS())
        .toList();
  }

  private void put(String enterprise, String item) {
    put(enterprise, item, "x");
  }

  private void put(String enterprise, String item, String value) {
    tables
        .client()
        .putItem(
            r ->
                r.tableName(LocalDynamoDb.FACTS)
                    .item(
                        Map.of(
                            "uscc",
                            attribute(enterprise),
                            "sk",
                            attribute(item),
                            "value",
                            attribute(value))));
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue attribute(
      String text) {
    return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(text);
  }
}
