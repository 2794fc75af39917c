package innovation.points.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class BatchWriterTest {

  private final List<Integer> batchSizes = Collections.synchronizedList(new ArrayList<>());
  private final List<WriteRequest> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

  @Test
  void writesEveryItemOnceInBatchesOfAtMost25() {
    writer(batch -> batch.size()).write("t", requests(251));

    assertThat(batchSizes).hasSize(11).allMatch(size -> size <= 25);
    assertThat(taken).containsExactlyInAnyOrderElementsOf(requests(251));
    assertThat(pauses).isEmpty();
  }

  @Test
  void nothingToWriteIsNoCall() {
    writer(batch -> batch.size()).write("t", List.of());

    assertThat(batchSizes).isEmpty();
  }

  @Test
  void writesAgainWhatTheTableSendsBack() {
    writer(batch -> Math.min(10, batch.size())).write("t", requests(60));

    assertThat(taken).containsExactlyInAnyOrderElementsOf(requests(60));
    assertThat(pauses).isNotEmpty().allMatch(pause -> pause.toMillis() <= 5_000);
  }

  @Test
  void pausesLongerTheMoreOftenItIsSentBack() {
    assertThatThrownBy(() -> writer(_ -> 0).write("t", requests(1)))
        .isInstanceOf(UnwrittenException.class)
        .hasMessage("table t left 1 items unwritten after 12 attempts");

    assertThat(batchSizes).hasSize(12);
    assertThat(pauses).hasSize(11);
    for (int i = 0; i < pauses.size(); i++) {
      assertThat(pauses.get(i).toMillis()).isBetween(1L, Math.min(5_000L, 100L << i));
    }
  }

  @Test
  void aFaultOfOneBatchIsTheFaultOfTheWrite() {
    var fault = new IllegalArgumentException("no");
    assertThatThrownBy(
            () ->
                writer(
                        batch -> {
                          if (batch.contains(requests(60).get(59))) {
                            throw fault;
                          }
                          return batch.size();
                        })
                    .write("t", requests(60)))
        .isSameAs(fault);
  }

  private static List<WriteRequest> requests(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> BatchWriter.delete(Map.of("pk", AttributeValue.fromS("k" + i))))
        .toList();
  }

  /** A table that takes as many items of a batch as told and sends the rest back. */
  private BatchWriter writer(Function<List<WriteRequest>, Integer> takes) {
    var client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) ->
                    arguments[0] instanceof BatchWriteItemRequest request
                        ? answer(request, takes)
                        : java.lang.reflect.InvocationHandler.invokeDefault(
                            proxy, method, arguments));
    return new BatchWriter(client, new Random(7), pauses::add);
  }

  private BatchWriteItemResponse answer(
      BatchWriteItemRequest request, Function<List<WriteRequest>, Integer> takes) {
    List<WriteRequest> batch = request.requestItems().getOrDefault("t", List.of());
    batchSizes.add(batch.size());
    int count = takes.apply(batch);
    taken.addAll(batch.subList(0, count));
    return BatchWriteItemResponse.builder()
        .unprocessedItems(
            count == batch.size() ? Map.of() : Map.of("t", batch.subList(count, batch.size())))
        .build();
  }
}
