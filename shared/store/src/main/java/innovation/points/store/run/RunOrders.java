package innovation.points.store.run;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Orders of runs that can be repeated: a call with a key gives the same run for a day, and no two
 * runs to be published are computed for a year at once. Thread-safe.
 */
public final class RunOrders {

  private static final Duration KEY_LASTS = Duration.ofHours(24);
  private static final int ATTEMPTS = 10;

  private static final String YEAR = "year";
  private static final String RUN = "run";
  private static final String BODY = "body";

  private final DynamoDbClient client;
  private final String table;
  private final Runs runs;

  public RunOrders(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.runs = new Runs(client, table);
  }

  /**
   * What makes a call the repetition of another by the same person.
   *
   * @param key as the caller chose it
   * @param body a digest of what was asked for, the year included
   */
  public record Repeat(String key, String body) {}

  /** What became of an order. */
  public sealed interface Outcome {

    /** The run is ordered: by this call, or by an earlier one of which it is the repetition. */
    record Ordered(Run run) implements Outcome {}

    /** The key was used for something else. */
    record OtherBody() implements Outcome {}

    /** Another run of the year that is to be published is being computed. */
    record InProgress(Run run) implements Outcome {}
  }

  /**
   * Orders a run.
   *
   * @param repeat null: every call is another order
   * @param with what is written with the order of this call or not at all; a repetition of another
   *     writes nothing
   */
  public Outcome order(
      Run run, @Nullable Repeat repeat, Instant now, List<TransactWriteItem> with) {
    for (int attempt = 1; ; attempt++) {
      Map<String, AttributeValue> key = repeat == null ? null : key(run, repeat);
      Optional<Map<String, AttributeValue>> used = key == null ? Optional.empty() : item(key);
      if (used.isPresent() && repeat != null && lasts(used.get(), now)) {
        return Attributes.text(used.get(), BODY).equals(repeat.body())
            ? new Outcome.Ordered(found(used.get()))
            : new Outcome.OtherBody();
      }
      Optional<Map<String, AttributeValue>> last =
          run.order().publish() ? item(year(run)) : Optional.empty();
      if (last.isPresent()) {
        Run other = found(last.get());
        if (other.id().equals(run.id())) {
          return new Outcome.Ordered(other);
        }
        if (other.inProgress(now)) {
          return new Outcome.InProgress(other);
        }
      }
      var writes = new ArrayList<>(with);
      writes.add(put(RunItems.write(run), Optional.empty()));
      if (repeat != null && key != null) {
        writes.add(put(remembered(key, run, repeat, now), used));
      }
      if (run.order().publish()) {
        writes.add(put(remembered(year(run), run, null, now), last));
      }
      if (write(writes, attempt)) {
        return new Outcome.Ordered(run);
      }
      Optional<Run> before = runs.find(run.year(), run.id());
      if (before.isPresent()) {
        // By an event that is delivered again.
        return new Outcome.Ordered(before.get());
      }
    }
  }

  /** False where somebody else was first: then nothing is written. */
  private boolean write(List<TransactWriteItem> writes, int attempt) {
    try {
      client.transactWriteItems(transaction -> transaction.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (attempt == ATTEMPTS) {
        throw e;
      }
      return false;
    }
  }

  /** Writes an item where it is as it was seen. */
  private TransactWriteItem put(
      Map<String, AttributeValue> item, Optional<Map<String, AttributeValue>> seen) {
    var put = Put.builder().tableName(table).item(item);
    if (seen.isEmpty()) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("#run = :seen")
          .expressionAttributeNames(Map.of("#run", RUN))
          .expressionAttributeValues(Map.of(":seen", Attributes.attribute(seen.get(), RUN)));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static Map<String, AttributeValue> remembered(
      Map<String, AttributeValue> key, Run run, @Nullable Repeat repeat, Instant now) {
    var item = new HashMap<>(key);
    item.put(YEAR, AttributeValue.fromN(Integer.toString(run.year())));
    item.put(RUN, AttributeValue.fromS(run.id()));
    if (repeat != null) {
      long until = now.plus(KEY_LASTS).getEpochSecond();
      item.put(BODY, AttributeValue.fromS(repeat.body()));
      item.put(ScoreKeys.UNTIL, AttributeValue.fromN(Long.toString(until)));
    }
    return item;
  }

  private static boolean lasts(Map<String, AttributeValue> used, Instant now) {
    return now.getEpochSecond() < Long.parseLong(Attributes.attribute(used, ScoreKeys.UNTIL).n());
  }

  private static Map<String, AttributeValue> key(Run run, Repeat repeat) {
    return ScoreKeys.key(ScoreKeys.orderKey(run.order().by().sub()), repeat.key());
  }

  private static Map<String, AttributeValue> year(Run run) {
    return ScoreKeys.key(ScoreKeys.ORDER_YEAR, Integer.toString(run.year()));
  }

  private Run found(Map<String, AttributeValue> item) {
    return runs.find(
            Integer.parseInt(Attributes.attribute(item, YEAR).n()), Attributes.text(item, RUN))
        .orElseThrow();
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }
}
