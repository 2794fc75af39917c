package innovation.points.store.mail;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The mails to be sent. A mail is written in the transaction of what it tells, once for its id, and
 * stays open until the topic has taken it: none is lost where sending fails. One sender at a time
 * holds a mail, so that two at once do not send it twice; it goes out twice only where a sender
 * dies between the topic's answer and the next write. Thread-safe.
 */
public final class Outbox {

  /** A sender that died leaves its mail to the next one after this time. */
  private static final Duration HELD = Duration.ofMinutes(2);

  private static final int BATCH = 25;
  private static final String MAIL = "mail";

  private final DynamoDbClient client;
  private final String table;

  public Outbox(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** The parts of a transaction that has a mail sent; it fails where one of that id was written. */
  public List<TransactWriteItem> items(Mail mail, Instant at) {
    var kept = new HashMap<>(ScoreKeys.key(ScoreKeys.MAIL, mail.id()));
    kept.put("at", AttributeValue.fromS(at.toString()));
    var open = new HashMap<>(ScoreKeys.key(ScoreKeys.MAIL_OPEN, mail.id()));
    open.put(MAIL, AttributeValue.fromS(StoredJson.write(mail)));
    return List.of(
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table).item(kept).conditionExpression("attribute_not_exists(pk)"))
            .build(),
        TransactWriteItem.builder().put(put -> put.tableName(table).item(open)).build());
  }

  /**
   * Sends what is open and nobody else is sending.
   *
   * @return how many were sent
   * @throws RuntimeException the first fault of the topic, after all others were tried
   */
  public int send(MailTopic topic, Instant now) {
    int sent = 0;
    RuntimeException fault = null;
    for (Map<String, AttributeValue> item : open()) {
      Mail mail = StoredJson.read(Attributes.text(item, MAIL), Mail.class);
      try {
        if (take(mail, now, now.plus(HELD))) {
          topic.send(mail);
          done(mail);
          sent++;
        }
      } catch (RuntimeException e) {
        take(mail, Instant.MAX, now);
        fault = fault == null ? e : fault;
      }
    }
    if (fault != null) {
      throw fault;
    }
    return sent;
  }

  private List<Map<String, AttributeValue>> open() {
    return client
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(ScoreKeys.MAIL_OPEN)))
                    .limit(BATCH))
        .items();
  }

  /** Holds a mail until some time; false where another sender holds it, or has sent it. */
  private boolean take(Mail mail, Instant now, Instant until) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(ScoreKeys.key(ScoreKeys.MAIL_OPEN, mail.id()))
                  .conditionExpression(
                      "attribute_exists(pk) AND (attribute_not_exists(held) OR held <= :now)")
                  .updateExpression("SET held = :until")
                  .expressionAttributeValues(
                      Map.of(":now", seconds(now), ":until", seconds(until))));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private static AttributeValue seconds(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
  }

  private void done(Mail mail) {
    client.deleteItem(
        delete -> delete.tableName(table).key(ScoreKeys.key(ScoreKeys.MAIL_OPEN, mail.id())));
  }
}
