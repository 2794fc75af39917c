package innovation.points.store.questions;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.ScoreKeys;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The public keys of letters, each as long as a letter that it signed may be valid: after a change
 * of the key the one before stays published. Thread-safe.
 */
public final class LetterKeys {

  private static final String KEY = "jwk";
  private static final String LAST_DAY = "lastDay";

  private final DynamoDbClient client;
  private final String table;

  public LetterKeys(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Publishes a key, before a letter that it signs is issued. One UpdateItem.
   *
   * @param id the key's {@code kid}
   * @param jwk the public key as JSON (RFC 7517)
   * @param until the letter's last day
   */
  public void publish(String id, String jwk, LocalDate until) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(ScoreKeys.key(ScoreKeys.LETTER_KEYS, id))
                  .updateExpression("SET #key = :key, #day = :day")
                  .conditionExpression("attribute_not_exists(#day) OR #day < :day")
                  .expressionAttributeNames(Map.of("#key", KEY, "#day", LAST_DAY))
                  .expressionAttributeValues(
                      Map.of(
                          ":key", AttributeValue.fromS(jwk),
                          ":day", AttributeValue.fromS(until.toString()))));
    } catch (ConditionalCheckFailedException _) {
      // It is published until that day or longer.
    }
  }

  /** The keys that may have signed a letter that is valid on a day, as JSON. One Query. */
  public List<String> published(LocalDate today) {
    return Partition.items(client, table, ScoreKeys.LETTER_KEYS).stream()
        .filter(item -> !today.isAfter(LocalDate.parse(Attributes.text(item, LAST_DAY))))
        .map(item -> Attributes.text(item, KEY))
        .toList();
  }
}
