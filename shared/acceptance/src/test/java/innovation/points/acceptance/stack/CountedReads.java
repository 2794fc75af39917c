package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A read-only client that records every read that requests its capacity. Thread-safe. */
final class CountedReads implements DynamoDbClient {

  private final DynamoDbClient client;
  private final List<Read> reads = new CopyOnWriteArrayList<>();

  private static final AttributeValue CURSOR_KEY = AttributeValue.fromS("cursor-key");

  /**
   * One call of the engine.
   *
   * @param units of read capacity
   */
  record Read(String operation, double units) {}

  CountedReads(DynamoDbClient client) {
    this.client = client;
  }

  List<Read> made() {
    return List.copyOf(reads);
  }

  void forget() {
    reads.clear();
  }

  /** What signs cursors is read once by an instance, not by a call: it is not counted. */
  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    GetItemResponse response = client.getItem(request);
    if (request.key().containsValue(CURSOR_KEY)) {
      return response;
    }
    note("GetItem", List.of(response.consumedCapacity()));
    return response;
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    assertThat(request.item()).containsValue(CURSOR_KEY);
    return client.putItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    QueryResponse response = client.query(request);
    note("Query", List.of(response.consumedCapacity()));
    return response;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    BatchGetItemResponse response = client.batchGetItem(request);
    note("BatchGetItem", response.consumedCapacity());
    return response;
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  /** Does not close the client, which belongs to others. */
  @Override
  public void close() {}

  private void note(String operation, List<ConsumedCapacity> consumed) {
    reads.add(
        new Read(operation, consumed.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum()));
  }
}
