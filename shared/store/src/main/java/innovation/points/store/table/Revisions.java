package innovation.points.store.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Items that people decide on: a change is the next revision of what was seen, and is written
 * together with its record or not at all.
 */
public final class Revisions {

  private static final String REVISION = "revision";
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";

  private Revisions() {}

  /** The revision of an item that was read. */
  public static long of(Map<String, AttributeValue> item) {
    return Long.parseLong(Attributes.attribute(item, REVISION).n());
  }

  /**
   * Writes the next revision of an item.
   *
   * @param revision one more than that of the item that was seen; 1 where there was none
   * @param with what else is written with it or not at all
   * @return false where somebody else was first, or is just writing: then nothing is written
   */
  public static boolean save(
      DynamoDbClient client,
      String table,
      Map<String, AttributeValue> item,
      long revision,
      List<TransactWriteItem> with) {
    var whole = new HashMap<>(item);
    whole.put(REVISION, number(revision));
    var put = Put.builder().tableName(table).item(whole);
    if (revision == 1) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("#revision = :seen")
          .expressionAttributeNames(Map.of("#revision", REVISION))
          .expressionAttributeValues(Map.of(":seen", number(revision - 1)));
    }
    return write(client, TransactWriteItem.builder().put(put.build()).build(), with);
  }

  /**
   * Writes a decision.
   *
   * @param decision with the condition that nobody has decided otherwise
   * @param with what else is written with it or not at all
   * @return false where somebody else was first, or is just writing: then nothing is written
   */
  public static boolean write(
      DynamoDbClient client, TransactWriteItem decision, List<TransactWriteItem> with) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(decision);
    writes.addAll(with);
    try {
      client.transactWriteItems(transaction -> transaction.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream()
          .anyMatch(one -> CONDITION_FAILED.equals(one.code()) || CONFLICT.equals(one.code()))) {
        return false;
      }
      throw e;
    }
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
