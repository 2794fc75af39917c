package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class TurnsTest {

  /** An engine of two pages that notes how many requests it serves at once. */
  private static final class Engine implements DynamoDbClient {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger queries = new AtomicInteger();

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      LockSupport.parkNanos(10_000);
      now.decrementAndGet();
      if (request.tableName().equals("none")) {
        throw ResourceNotFoundException.builder().message("no such table").build();
      }
      return GetItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      var page = QueryResponse.builder().items(List.of(Map.of("n", AttributeValue.fromN("1"))));
      return queries.incrementAndGet() == 1
          ? page.lastEvaluatedKey(Map.of("pk", AttributeValue.fromS("a"))).build()
          : page.build();
    }

    @Override
    public String serviceName() {
      return "engine";
    }

    @Override
    public void close() {}
  }

  private final Engine engine = new Engine();
  private final DynamoDbClient client = Turns.of(engine);

  @Test
  void requestsOfAllThreadsComeOneAtATime() throws Exception {
    var work = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 400; i++) {
        work.add(threads.submit(() -> client.getItem(request -> request.tableName("facts"))));
      }
    }
    for (Future<?> one : work) {
      one.get();
    }

    assertThat(engine.most).hasValue(1);
  }

  @Test
  void pagesAreReadToTheLast() {
    var pages = client.queryPaginator(request -> request.tableName("facts"));

    assertThat(pages.items()).hasSize(2);
  }

  @Test
  void anErrorOfTheEngineIsTheFunctions() {
    assertThatThrownBy(() -> client.getItem(request -> request.tableName("none")))
        .isExactlyInstanceOf(ResourceNotFoundException.class);
  }
}
