package innovation.points.acceptance.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Returns a random part of each batch as unprocessed, which the SDK does not retry. */
final class PartialBatches implements ExecutionInterceptor {

  private static final ExecutionAttribute<Map<String, List<WriteRequest>>> UNWRITTEN =
      new ExecutionAttribute<>("unwritten");
  private static final ExecutionAttribute<Map<String, KeysAndAttributes>> UNREAD =
      new ExecutionAttribute<>("unread");

  private final BooleanSupplier partly;
  private final RandomGenerator random;

  /**
   * Passes batches unchanged where {@code partly} is false.
   *
   * @param partly whether to return a part of the batch; called once per batch
   */
  PartialBatches(BooleanSupplier partly, RandomGenerator random) {
    this.partly = partly;
    this.random = random;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case BatchWriteItemRequest batch when size(batch) > 1 && partly.getAsBoolean() ->
          part(batch, attributes);
      case BatchGetItemRequest batch when size(batch) > 1 && partly.getAsBoolean() ->
          part(batch, attributes);
      default -> context.request();
    };
  }

  private static int size(BatchWriteItemRequest batch) {
    return batch.requestItems().values().stream().mapToInt(List::size).min().orElse(0);
  }

  private static int size(BatchGetItemRequest batch) {
    return batch.requestItems().values().stream()
        .mapToInt(wanted -> wanted.keys().size())
        .min()
        .orElse(0);
  }

  private SdkRequest part(BatchWriteItemRequest batch, ExecutionAttributes attributes) {
    var done = new HashMap<String, List<WriteRequest>>();
    var left = new HashMap<String, List<WriteRequest>>();
    batch.requestItems().forEach((table, items) -> split(table, items, done, left));
    attributes.putAttribute(UNWRITTEN, left);
    return batch.toBuilder().requestItems(done).build();
  }

  private SdkRequest part(BatchGetItemRequest batch, ExecutionAttributes attributes) {
    var done = new HashMap<String, KeysAndAttributes>();
    var left = new HashMap<String, KeysAndAttributes>();
    batch
        .requestItems()
        .forEach(
            (table, wanted) -> {
              int cut = 1 + random.nextInt(wanted.keys().size() - 1);
              var keys = wanted.keys();
              done.put(table, wanted.toBuilder().keys(keys.subList(0, cut)).build());
              left.put(table, wanted.toBuilder().keys(keys.subList(cut, keys.size())).build());
            });
    attributes.putAttribute(UNREAD, left);
    return batch.toBuilder().requestItems(done).build();
  }

  /** Processes at least one item: a batch with none is refused as a whole. */
  private void split(
      String table,
      List<WriteRequest> items,
      Map<String, List<WriteRequest>> done,
      Map<String, List<WriteRequest>> left) {
    var shuffled = new ArrayList<>(items);
    java.util.Collections.shuffle(shuffled, java.util.Random.from(random));
    int cut = 1 + random.nextInt(shuffled.size() - 1);
    done.put(table, List.copyOf(shuffled.subList(0, cut)));
    left.put(table, List.copyOf(shuffled.subList(cut, shuffled.size())));
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    var unwritten = attributes.getAttribute(UNWRITTEN);
    var unread = attributes.getAttribute(UNREAD);
    if (unwritten != null && context.response() instanceof BatchWriteItemResponse response) {
      var all = new HashMap<>(response.unprocessedItems());
      all.putAll(unwritten);
      return response.toBuilder().unprocessedItems(all).build();
    }
    if (unread != null && context.response() instanceof BatchGetItemResponse response) {
      var all = new HashMap<>(response.unprocessedKeys());
      all.putAll(unread);
      return response.toBuilder().unprocessedKeys(all).build();
    }
    return context.response();
  }
}
