package innovation.points.store.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes many items in batches of 25, several batches in parallel, and retries unprocessed items,
 * which the SDK does not. Thread-safe.
 */
public final class BatchWriter {

  private static final int BATCH = 25;
  private static final int LANES = 8;
  private static final int ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Waits between two attempts; tests do not wait. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  private final DynamoDbClient client;
  private final RandomGenerator random;
  private final Pause pause;

  public BatchWriter(DynamoDbClient client) {
    // Made on first use: a snapshot of the process must not contain its seed.
    this(client, () -> ThreadLocalRandom.current().nextLong(), Thread::sleep);
  }

  BatchWriter(DynamoDbClient client, RandomGenerator random, Pause pause) {
    this.client = client;
    this.random = random;
    this.pause = pause;
  }

  public static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  public static WriteRequest delete(Map<String, AttributeValue> key) {
    return WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build();
  }

  /**
   * Writes all requests, in no particular order; no two of them may name the same item.
   *
   * @throws UnwrittenException where the table still sends items back after the last attempt
   */
  public void write(String table, List<WriteRequest> requests) {
    if (requests.size() <= BATCH) {
      writeBatch(table, requests);
      return;
    }
    var batches = new ArrayList<Future<?>>();
    try (var executor = Executors.newFixedThreadPool(LANES)) {
      for (int from = 0; from < requests.size(); from += BATCH) {
        List<WriteRequest> batch = requests.subList(from, Math.min(from + BATCH, requests.size()));
        batches.add(executor.submit(() -> writeBatch(table, batch)));
      }
    }
    batches.forEach(BatchWriter::join);
  }

  private void writeBatch(String table, List<WriteRequest> batch) {
    List<WriteRequest> left = batch;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      left = send(table, left).unprocessedItems().getOrDefault(table, List.of());
      if (!left.isEmpty()) {
        if (attempt == ATTEMPTS) {
          throw new UnwrittenException(table, left.size(), attempt);
        }
        backOff(attempt);
      }
    }
  }

  private BatchWriteItemResponse send(String table, List<WriteRequest> batch) {
    return client.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
  }

  /** Full jitter: anything up to a bound that doubles. */
  private void backOff(int attempt) {
    long bound = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << attempt);
    try {
      pause.sleep(Duration.ofMillis(random.nextLong(bound) + 1));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void join(Future<?> batch) {
    try {
      batch.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while writing", e);
  }
}
