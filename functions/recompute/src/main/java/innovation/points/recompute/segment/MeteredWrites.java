package innovation.points.recompute.segment;

import innovation.points.store.run.Manifest.Capacity;
import java.util.Collection;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A client for the calls a run makes, which adds up what they consume. Thread safe. */
final class MeteredWrites implements DynamoDbClient {

  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  private final DynamoDbClient client;
  private final DoubleAdder read = new DoubleAdder();
  private final DoubleAdder write = new DoubleAdder();

  MeteredWrites(DynamoDbClient client) {
    this.client = client;
  }

  /** All that was consumed since this client was made. */
  Capacity consumed() {
    return new Capacity(read.sum(), write.sum());
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var response = client.getItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    book(read, response.consumedCapacity());
    return response;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var response = client.batchGetItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    book(read, response.consumedCapacity());
    return response;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var response = client.query(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    book(read, response.consumedCapacity());
    return response;
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    var response = client.scan(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    book(read, response.consumedCapacity());
    return response;
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var response = client.updateItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    book(write, response.consumedCapacity());
    return response;
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    var response = client.batchWriteItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    book(write, response.consumedCapacity());
    return response;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var response =
        client.transactWriteItems(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    book(write, response.consumedCapacity());
    return response;
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {
    client.close();
  }

  private static void book(DoubleAdder units, Collection<ConsumedCapacity> capacities) {
    capacities.forEach(capacity -> book(units, capacity));
  }

  private static void book(DoubleAdder units, @Nullable ConsumedCapacity capacity) {
    if (capacity != null && capacity.capacityUnits() != null) {
      units.add(capacity.capacityUnits());
    }
  }
}
