package innovation.points.store.repeat;

import innovation.points.person.Person;
import innovation.points.person.Repetition;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The keys that persons gave to their calls, and what was answered. A call holds its key while it
 * is being done; the key of one that died is free after a minute. Thread-safe.
 */
public final class Repeats {

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration HELD = Duration.ofMinutes(1);

  private static final String DIGEST = "digest";
  private static final String ANSWER = "answer";

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;

  public Repeats(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  /** What it remembers, for the API. */
  public Repetition.Memory memory() {
    return new Repetition.Memory(this::begin, this::end, this::drop);
  }

  private Repetition begin(Person person, String key, String digest) {
    Instant now = clock.instant();
    if (holds(person, key, digest, now)) {
      return new Repetition.First();
    }
    Map<String, AttributeValue> item =
        client
            .getItem(get -> get.tableName(table).consistentRead(true).key(at(person, key)))
            .item();
    if (item.isEmpty()) {
      // The first one was given up meanwhile: the next try begins anew.
      return new Repetition.Busy();
    }
    if (!Attributes.text(item, DIGEST).equals(digest)) {
      return new Repetition.OtherBody();
    }
    String answer = Attributes.textOrNull(item, ANSWER);
    return answer == null ? new Repetition.Busy() : new Repetition.Answered(answer);
  }

  private boolean holds(Person person, String key, String digest, Instant now) {
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(item(person, key, digest, null, now.plus(HELD)))
                  .conditionExpression("attribute_not_exists(pk) OR #until <= :now")
                  .expressionAttributeNames(Map.of("#until", ScoreKeys.UNTIL))
                  .expressionAttributeValues(Map.of(":now", seconds(now))));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private void end(Person person, String key, String digest, String answer) {
    Instant until = clock.instant().plus(KEPT);
    client.putItem(put -> put.tableName(table).item(item(person, key, digest, answer, until)));
  }

  private void drop(Person person, String key) {
    client.deleteItem(delete -> delete.tableName(table).key(at(person, key)));
  }

  private static Map<String, AttributeValue> item(
      Person person, String key, String digest, @Nullable String answer, Instant until) {
    var item = new HashMap<>(at(person, key));
    item.put(DIGEST, AttributeValue.fromS(digest));
    item.put(ScoreKeys.UNTIL, seconds(until));
    Attributes.putText(item, ANSWER, answer);
    return item;
  }

  private static Map<String, AttributeValue> at(Person person, String key) {
    return ScoreKeys.key(ScoreKeys.REPEAT + person.sub(), key);
  }

  private static AttributeValue seconds(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
  }
}
