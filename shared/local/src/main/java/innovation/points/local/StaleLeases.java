package innovation.points.local;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Ends the leases that a dead process left in the tables. In the cloud they expire; here only one
 * process at a time uses the tables, so no holder of a lease can still be alive.
 */
final class StaleLeases {

  private static final String UNTIL = "leaseUntil";

  private final DynamoDbClient client;

  StaleLeases(DynamoDbClient client) {
    this.client = client;
  }

  void end() {
    end(LocalDynamoDb.UPLOADS, "key", "leaseToken");
    end(LocalDynamoDb.SCORES, "pk", "leaseOwner");
  }

  private void end(String table, String partition, String holder) {
    client
        .scanPaginator(
            r ->
                r.tableName(table)
                    .filterExpression("attribute_exists(#until)")
                    .projectionExpression("#partition, #sort")
                    .expressionAttributeNames(
                        Map.of("#until", UNTIL, "#partition", partition, "#sort", "sk")))
        .items()
        .forEach(item -> end(table, item, holder));
  }

  private void end(String table, Map<String, AttributeValue> key, String holder) {
    client.updateItem(
        r ->
            r.tableName(table)
                .key(key)
                .updateExpression("REMOVE #until, #holder")
                .expressionAttributeNames(Map.of("#until", UNTIL, "#holder", holder)));
  }
}
