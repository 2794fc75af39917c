package innovation.points.store.grants;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts the calls of clients in fixed hours, in the table: however many processes answer, an hour
 * has no call too many. Thread-safe.
 */
public final class Quotas {

  /** How long a count lasts. */
  public static final Duration WINDOW = Duration.ofHours(1);

  private static final String CALLS = "calls";

  private final DynamoDbClient client;
  private final String table;

  /**
   * What is left of a quota.
   *
   * @param calls how many more; -1 where there was none left for this one
   * @param seconds until the next hour begins
   */
  public record Left(int calls, int seconds) {}

  public Quotas(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Counts a call. One UpdateItem.
   *
   * @param who the client, by the {@code sub} of its token
   * @param most calls in an hour
   */
  public Left count(String who, int most, Instant now) {
    long window = now.getEpochSecond() / WINDOW.toSeconds();
    long end = (window + 1) * WINDOW.toSeconds();
    int seconds = (int) (end - now.getEpochSecond());
    try {
      var item =
          client
              .updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(ScoreKeys.key(ScoreKeys.QUOTA + who, Long.toString(window)))
                          .updateExpression("ADD #calls :one SET #until = :end")
                          .conditionExpression("attribute_not_exists(#calls) OR #calls < :most")
                          .expressionAttributeNames(
                              Map.of("#calls", CALLS, "#until", ScoreKeys.UNTIL))
                          .expressionAttributeValues(
                              Map.of(
                                  ":one", number(1),
                                  ":most", number(most),
                                  ":end", number(end)))
                          .returnValues(ReturnValue.UPDATED_NEW))
              .attributes();
      return new Left(most - Integer.parseInt(Attributes.attribute(item, CALLS).n()), seconds);
    } catch (ConditionalCheckFailedException _) {
      return new Left(-1, seconds);
    }
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
