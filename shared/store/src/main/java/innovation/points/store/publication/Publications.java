package innovation.points.store.publication;

import innovation.points.store.run.CountsReader;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunItems;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.RunLeaseLostException;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The pointers: which generation of a year readers see. A pointer moves in one transaction with its
 * run and with the record of it in the facts table, or not at all. Thread-safe.
 */
public final class Publications {

  /**
   * How long a reader may go on with a pointer it has read: lookup keeps one for a second, and a
   * little more. Who publishes says so only after it.
   */
  public static final Duration POINTER_TTL = Duration.ofMillis(1_200);

  private static final int ATTEMPTS = 10;

  private static final String GENERATION = "generation";
  private static final String DIGEST = "digest";
  private static final String FLOOR = "floor";

  private final DynamoDbClient client;
  private final String table;
  private final Runs runs;

  public Publications(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.runs = new Runs(client, table);
  }

  /** The published years, newest first. One Query. */
  public List<Pointer> all() {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .scanIndexForward(false)
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(ScoreKeys.PUBLISHED))))
        .items()
        .stream()
        .map(Publications::read)
        .toList();
  }

  public Optional<Pointer> of(int year) {
    var key = ScoreKeys.key(ScoreKeys.PUBLISHED, Integer.toString(year));
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /**
   * Publishes a complete run as its order says: unless a newer run is published, or the bureau has
   * decided otherwise since it was ordered.
   *
   * @param zone the record of it in the facts table
   * @return false where it was overtaken: then nothing is changed
   * @throws RunLeaseLostException where another invocation holds the run
   */
  public boolean publish(RunLease lease, Run run, Instant now, TransactWriteItem zone) {
    var pointer = pointer(run, now, run.id(), run.order().noticeUntil());
    var move =
        Update.builder()
            .tableName(table)
            .key(ScoreKeys.key(ScoreKeys.PUBLISHED, Integer.toString(run.year())))
            .conditionExpression("attribute_not_exists(pk) OR #floor < :floor");
    var mark =
        mark(run, now)
            .conditionExpression(
                "#status = :complete AND #owner = :owner AND attribute_not_exists(#finished)");
    var names =
        Map.of(
            "#status", RunItems.STATUS,
            "#owner", RunItems.LEASE_OWNER,
            "#finished", RunItems.FINISHED_AT);
    var values =
        Map.of(
            ":complete", AttributeValue.fromS(RunStatus.COMPLETE.id()),
            ":owner", AttributeValue.fromS(lease.owner()));
    return switch (transact(set(move, pointer), with(mark, names, values), zone)) {
      case DONE -> true;
      case POINTER_REFUSED -> false;
      case RUN_REFUSED -> throw new RunLeaseLostException(lease);
    };
  }

  /**
   * Publishes, or goes back to, a complete generation because the bureau decides so.
   *
   * @param seen the pointer the decision was made by; null where the year had none
   * @param floor runs with ids up to this one do not publish by themselves any more
   * @param noticeUntil the last day of the notice period; null: none
   * @return false where the pointer has moved since, or the run is not complete
   */
  public boolean decide(
      Run run,
      @Nullable Pointer seen,
      String floor,
      @Nullable LocalDate noticeUntil,
      Instant now,
      TransactWriteItem zone) {
    // A changed end of the notice period is not another publication.
    Instant at = seen != null && seen.generation().equals(run.id()) ? seen.publishedAt() : now;
    var pointer = pointer(run, at, floor, noticeUntil);
    var move =
        Update.builder()
            .tableName(table)
            .key(ScoreKeys.key(ScoreKeys.PUBLISHED, Integer.toString(run.year())));
    if (seen == null) {
      move.conditionExpression("attribute_not_exists(pk)");
    } else {
      move.conditionExpression("#generation = :seen AND #floor = :seenFloor");
    }
    Map<String, AttributeValue> seenValues =
        seen == null
            ? Map.of()
            : Map.of(
                ":seen", AttributeValue.fromS(seen.generation()),
                ":seenFloor", AttributeValue.fromS(seen.floor()));
    var mark =
        with(
            mark(run, now).conditionExpression("#status IN (:complete, :published)"),
            Map.of("#status", RunItems.STATUS),
            Map.of(
                ":complete", AttributeValue.fromS(RunStatus.COMPLETE.id()),
                ":published", AttributeValue.fromS(RunStatus.PUBLISHED.id())));
    return transact(with(set(move, pointer), Map.of(), seenValues), mark, zone) == Outcome.DONE;
  }

  /** Records that every reader sees the publication by now. */
  public void settled(Run run) {
    runs.markPublished(run.year(), run.id());
  }

  private enum Outcome {
    DONE,
    POINTER_REFUSED,
    RUN_REFUSED
  }

  private Outcome transact(Update.Builder pointer, Update.Builder run, TransactWriteItem zone) {
    List<TransactWriteItem> items =
        List.of(
            TransactWriteItem.builder().update(pointer.build()).build(),
            TransactWriteItem.builder().update(run.build()).build(),
            zone);
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(transaction -> transaction.transactItems(items));
        return Outcome.DONE;
      } catch (TransactionCanceledException e) {
        List<CancellationReason> reasons = e.cancellationReasons();
        if (refused(reasons, 0)) {
          return Outcome.POINTER_REFUSED;
        }
        if (refused(reasons, 1)) {
          return Outcome.RUN_REFUSED;
        }
        // Intake records deliveries in the same zone item: the two collide occasionally.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static boolean refused(List<CancellationReason> reasons, int index) {
    return reasons.size() > index && "ConditionalCheckFailed".equals(reasons.get(index).code());
  }

  private Update.Builder mark(Run run, Instant now) {
    return Update.builder()
        .tableName(table)
        .key(ScoreKeys.key(ScoreKeys.run(run.year()), run.id()))
        .updateExpression("SET publishedAt = if_not_exists(publishedAt, :now)")
        .expressionAttributeValues(Map.of(":now", AttributeValue.fromS(now.toString())));
  }

  private static Pointer pointer(
      Run run, Instant now, String floor, @Nullable LocalDate noticeUntil) {
    var rulebook = run.rulebook();
    var counts = run.counts();
    if (rulebook == null || counts == null) {
      throw new IllegalArgumentException("expected a complete run, found " + run.status().id());
    }
    return new Pointer(
        run.year(), run.id(), now, rulebook.id(), rulebook.digest(), counts, floor, noticeUntil);
  }

  private static Update.Builder set(Update.Builder update, Pointer pointer) {
    String change =
        "SET #generation = :generation, #publishedAt = :publishedAt, #rulebook = :rulebook,"
            + " #digest = :digest, #counts = :counts, #floor = :floor";
    var names =
        Map.of(
            "#generation", GENERATION,
            "#publishedAt", RunItems.PUBLISHED_AT,
            "#rulebook", RunItems.RULEBOOK,
            "#digest", DIGEST,
            "#counts", RunItems.COUNTS,
            "#floor", FLOOR,
            "#notice", RunItems.NOTICE_UNTIL);
    var values =
        new HashMap<>(
            Map.of(
                ":generation", AttributeValue.fromS(pointer.generation()),
                ":publishedAt", AttributeValue.fromS(pointer.publishedAt().toString()),
                ":rulebook", AttributeValue.fromS(pointer.rulebook()),
                ":digest", AttributeValue.fromS(pointer.digest()),
                ":counts", AttributeValue.fromS(StoredJson.write(pointer.counts())),
                ":floor", AttributeValue.fromS(pointer.floor())));
    LocalDate notice = pointer.noticeUntil();
    if (notice == null) {
      return with(update.updateExpression(change + " REMOVE #notice"), names, values);
    }
    values.put(":notice", AttributeValue.fromS(notice.toString()));
    return with(update.updateExpression(change + ", #notice = :notice"), names, values);
  }

  private static Update.Builder with(
      Update.Builder update, Map<String, String> names, Map<String, AttributeValue> values) {
    Update built = update.build();
    var allNames = new HashMap<>(built.expressionAttributeNames());
    allNames.putAll(names);
    var allValues = new HashMap<>(built.expressionAttributeValues());
    allValues.putAll(values);
    update.expressionAttributeValues(allValues);
    return allNames.isEmpty() ? update : update.expressionAttributeNames(allNames);
  }

  private static Pointer read(Map<String, AttributeValue> item) {
    return new Pointer(
        Integer.parseInt(Attributes.text(item, "sk")),
        Attributes.text(item, GENERATION),
        Instant.parse(Attributes.text(item, RunItems.PUBLISHED_AT)),
        Attributes.text(item, RunItems.RULEBOOK),
        Attributes.text(item, DIGEST),
        CountsReader.read(Attributes.text(item, RunItems.COUNTS)),
        Attributes.text(item, FLOOR),
        RunItems.day(item, RunItems.NOTICE_UNTIL));
  }
}
