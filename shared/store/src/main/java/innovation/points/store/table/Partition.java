package innovation.points.store.table;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of one partition of a table with the keys {@code pk} and {@code sk}, in the order of
 * their sort keys or from the last one on; strongly consistent. One Query a megabyte, as they are
 * taken.
 */
public final class Partition {
  private static final String WHOLE = "pk = :pk";

  private Partition() {}

  /** All items. */
  public static SdkIterable<Map<String, AttributeValue>> items(
      DynamoDbClient client, String table, String pk) {
    return query(client, table, pk, WHOLE, Map.of(), true);
  }

  /** Those whose sort key begins with a prefix. */
  public static SdkIterable<Map<String, AttributeValue>> beginning(
      DynamoDbClient client, String table, String pk, String prefix) {
    var values = Map.of(":prefix", AttributeValue.fromS(prefix));
    return query(client, table, pk, WHOLE + " AND begins_with(sk, :prefix)", values, true);
  }

  /** Those whose sort key comes after one. */
  public static SdkIterable<Map<String, AttributeValue>> after(
      DynamoDbClient client, String table, String pk, String sk) {
    var values = Map.of(":after", AttributeValue.fromS(sk));
    return query(client, table, pk, WHOLE + " AND sk > :after", values, true);
  }

  /** All items, the last sort key first. */
  public static SdkIterable<Map<String, AttributeValue>> newestFirst(
      DynamoDbClient client, String table, String pk) {
    return query(client, table, pk, WHOLE, Map.of(), false);
  }

  /** Those whose sort key comes before one, the last of them first. */
  public static SdkIterable<Map<String, AttributeValue>> newestBefore(
      DynamoDbClient client, String table, String pk, String sk) {
    var values = Map.of(":before", AttributeValue.fromS(sk));
    return query(client, table, pk, WHOLE + " AND sk < :before", values, false);
  }

  private static SdkIterable<Map<String, AttributeValue>> query(
      DynamoDbClient client,
      String table,
      String pk,
      String condition,
      Map<String, AttributeValue> values,
      boolean ascending) {
    var all = new HashMap<>(values);
    all.put(":pk", AttributeValue.fromS(pk));
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .scanIndexForward(ascending)
                    .keyConditionExpression(condition)
                    .expressionAttributeValues(all))
        .items();
  }
}
