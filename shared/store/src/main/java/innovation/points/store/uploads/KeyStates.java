package innovation.points.store.uploads;

import innovation.points.store.uploads.KeyState.Progress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The states of keys in the uploads table: one holder at a time brings a key up to date, and no
 * hint is lost meanwhile. Thread-safe.
 *
 * <p>A holder releases a key only if no hint has come since it read the state ({@link #release});
 * otherwise it looks again, and so serves the hints that found it busy. The lease of a holder that
 * died expires; a hint that found it busy must be delivered again after that.
 */
public final class KeyStates {

  private static final String HELD_BY_ME = "leaseToken = :token";

  private final DynamoDbClient client;
  private final String table;

  public KeyStates(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** What {@link #take} found. */
  public sealed interface Taken {}

  /** The lease is ours. */
  public record Ours(KeyState head) implements Taken {}

  /** The lease is another attempt's. */
  public record Busy() implements Taken {}

  /** Records that a key may have changed. */
  public void want(String key) {
    client.updateItem(update(key, "ADD wanted :one", Map.of(":one", number(1))).build());
  }

  /**
   * Takes a lease that is free, has expired, or is ours already. The state is read in the same
   * step: what the bucket answers afterwards is newer than its {@code wanted}.
   */
  public Taken take(KeyLease lease, Instant now) {
    var request =
        update(
                lease.key(),
                "SET leaseToken = :token, leaseUntil = :until",
                Map.of(
                    ":token", AttributeValue.fromS(lease.token()),
                    ":until", number(lease.until().toEpochMilli()),
                    ":now", number(now.toEpochMilli())))
            .conditionExpression(
                "attribute_not_exists(leaseUntil) OR leaseUntil < :now OR " + HELD_BY_ME)
            .returnValues(ReturnValue.ALL_NEW);
    try {
      return new Ours(head(client.updateItem(request.build()).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return new Busy();
    }
  }

  /**
   * Records in advance what is about to be written, and drops the progress of any other change.
   *
   * @param version whose facts are to be written; none where facts are only withdrawn
   */
  public void begin(KeyLease lease, Optional<String> version, Progress change) {
    Map<String, AttributeValue> values = Map.of(":progress", attribute(change));
    if (version.isEmpty()) {
      change(lease, "SET progress = :progress", values);
    } else {
      var all = new HashMap<>(values);
      all.put(":versions", AttributeValue.fromSs(List.of(version.get())));
      change(lease, "ADD touched :versions SET progress = :progress", all);
    }
  }

  /** Records the progress of the current change. */
  public void progress(KeyLease lease, Progress progress) {
    change(lease, "SET progress = :progress", Map.of(":progress", attribute(progress)));
  }

  /** Records that the table holds the facts of exactly these versions: one or none. */
  public void settle(KeyLease lease, Set<String> versions) {
    if (versions.isEmpty()) {
      change(lease, "REMOVE touched, progress", Map.of());
    } else {
      change(
          lease,
          "SET touched = :versions REMOVE progress",
          Map.of(":versions", AttributeValue.fromSs(List.copyOf(versions))));
    }
  }

  /**
   * Releases the lease, unless a hint came since the state was read.
   *
   * @return false where one came: the holder must look again
   */
  public boolean release(KeyLease lease, long wanted) {
    try {
      client.updateItem(
          update(
                  lease.key(),
                  "REMOVE leaseToken, leaseUntil",
                  Map.of(
                      ":token", AttributeValue.fromS(lease.token()),
                      ":wanted", number(wanted)))
              .conditionExpression(HELD_BY_ME + " AND wanted = :wanted")
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      AttributeValue token = e.item().get("leaseToken");
      if (token == null && number(wanted).equals(e.item().get("wanted"))) {
        // Already released by a call of ours whose answer was lost: another holder would show.
        return true;
      }
      if (token == null || !token.s().equals(lease.token())) {
        throw new KeyLeaseLostException(e);
      }
      return false;
    }
  }

  /** Releases the lease whatever came; the hint is delivered again. */
  public void abandon(KeyLease lease) {
    change(lease, "REMOVE leaseToken, leaseUntil", Map.of());
  }

  /**
   * The same after a fault, so that the next delivery need not wait for the lease to expire; a
   * failure of this is added to the fault.
   */
  public void abandon(KeyLease lease, RuntimeException fault) {
    try {
      abandon(lease);
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }

  private UpdateItemResponse change(
      KeyLease lease, String expression, Map<String, AttributeValue> values) {
    var all = new HashMap<>(values);
    all.put(":token", AttributeValue.fromS(lease.token()));
    try {
      return client.updateItem(
          update(lease.key(), expression, all).conditionExpression(HELD_BY_ME).build());
    } catch (ConditionalCheckFailedException e) {
      throw new KeyLeaseLostException(e);
    }
  }

  private UpdateItemRequest.Builder update(
      String key, String expression, Map<String, AttributeValue> values) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Map.of("key", AttributeValue.fromS(key), "sk", AttributeValue.fromS("head")))
        .updateExpression(expression)
        .expressionAttributeValues(values);
  }

  private static KeyState head(Map<String, AttributeValue> item) {
    AttributeValue wanted = item.get("wanted");
    AttributeValue touched = item.get("touched");
    return new KeyState(
        wanted == null ? 0 : Long.parseLong(wanted.n()),
        touched == null ? Set.of() : Set.copyOf(touched.ss()),
        Optional.ofNullable(item.get("progress")).map(KeyStates::progress));
  }

  private static Progress progress(AttributeValue attribute) {
    AttributeValue change = attribute.m().get("change");
    AttributeValue done = attribute.m().get("done");
    return change == null || done == null
        ? new Progress("", 0)
        : new Progress(change.s(), Integer.parseInt(done.n()));
  }

  private static AttributeValue attribute(Progress progress) {
    return AttributeValue.fromM(
        Map.of(
            "change", AttributeValue.fromS(progress.change()),
            "done", number(progress.done())));
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
