package innovation.points.store.table;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The key that signs the cursors of lists: an item of the scores table, made by whoever needs it
 * first, and read once by each instance, when it first needs it. Whoever may read the table may
 * read all that a cursor leads to; in a variable, whoever may look at a function would see it.
 * Thread-safe.
 */
public final class CursorKey implements Supplier<byte[]> {

  private static final int BYTES = 32;
  private static final String SORT = "key";
  private static final String VALUE = "value";

  private final DynamoDbClient client;
  private final String table;
  private byte @Nullable [] key;

  public CursorKey(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public synchronized byte[] get() {
    if (key == null) {
      byte[] stored = stored();
      key = stored == null ? made() : stored;
    }
    return key.clone();
  }

  private byte @Nullable [] stored() {
    AttributeValue value =
        client
            .getItem(
                get ->
                    get.tableName(table)
                        .key(ScoreKeys.key(ScoreKeys.CURSOR_KEY, SORT))
                        .consistentRead(true))
            .item()
            .get(VALUE);
    return value == null ? null : value.b().asByteArray();
  }

  private byte[] made() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.CURSOR_KEY, SORT));
    item.put(VALUE, AttributeValue.fromB(SdkBytes.fromByteArray(random)));
    try {
      client.putItem(
          put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
      return random;
    } catch (ConditionalCheckFailedException e) {
      byte[] another = stored();
      if (another == null) {
        throw new IllegalStateException("expected the cursor key that exists, found none", e);
      }
      return another;
    }
  }
}
