package innovation.points.store.table;

import java.util.Collection;
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

/**
 * A client that reports what each call consumes. Operations that no metered function uses are not
 * supported. Thread-safe if its meter is.
 */
public final class MeteredClient implements DynamoDbClient {

  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  private final DynamoDbClient client;
  private final Meter meter;

  /** Takes the capacity units of each call. */
  public interface Meter {
    void read(double units);

    void written(double units);
  }

  public MeteredClient(DynamoDbClient client, Meter meter) {
    this.client = client;
    this.meter = meter;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var response = client.getItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.read(units(response.consumedCapacity()));
    return response;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var response = client.batchGetItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.read(units(response.consumedCapacity()));
    return response;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var response = client.query(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.read(units(response.consumedCapacity()));
    return response;
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    var response = client.scan(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.read(units(response.consumedCapacity()));
    return response;
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var response = client.updateItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.written(units(response.consumedCapacity()));
    return response;
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    var response = client.batchWriteItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.written(units(response.consumedCapacity()));
    return response;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var response =
        client.transactWriteItems(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.written(units(response.consumedCapacity()));
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

  private static double units(@Nullable ConsumedCapacity capacity) {
    return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
  }

  private static double units(Collection<ConsumedCapacity> capacities) {
    return capacities.stream().mapToDouble(MeteredClient::units).sum();
  }
}
