package innovation.points.store.audit;

import innovation.points.person.Person;
import innovation.points.store.table.BatchWriter;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Adds to the audit trail; nothing else can be done with it from here. What is added is sealed,
 * with a number and a hash, within ten seconds.
 *
 * <p>One call records what was done:
 *
 * <pre>{@code
 * trail.add(
 *     TrailEntry.of(request.person(), TrailAction.RUN_ORDERED,
 *             "years/2025/recomputations/" + run.id(), request.id())
 *         .because(order.reason())
 *         .resulting("running"));
 * }</pre>
 *
 * Whoever writes its decision with a transaction adds {@link #item} to it, so that there is never
 * one without the other. Otherwise record after the write, and before the answer: if recording
 * fails, the call fails and is repeated. Thread-safe.
 */
public final class AuditTrail {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;

  /** What is stored until it is sealed. */
  record Open(Instant at, TrailEntry entry) {}

  /**
   * A trail.
   *
   * @param table the scores table, in which the function may put items of the trail
   */
  public AuditTrail(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  /** Records what was done. */
  public void add(TrailEntry entry) {
    client.putItem(put -> put.tableName(table).item(open(ScoreKeys.TRAIL_OPEN, entry)));
  }

  /** Records several things that were done. */
  public void addAll(Collection<TrailEntry> entries) {
    new BatchWriter(client)
        .write(
            table,
            entries.stream()
                .map(entry -> BatchWriter.put(open(ScoreKeys.TRAIL_OPEN, entry)))
                .toList());
  }

  /** The part of a transaction that records what the transaction does. */
  public TransactWriteItem item(TrailEntry entry) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(open(ScoreKeys.TRAIL_OPEN, entry)).build())
        .build();
  }

  /**
   * Records that somebody took a list away, as a file or whole as lines.
   *
   * @param object which one: the path without {@code /v1/}
   * @param form {@code csv}, {@code xlsx} or another ending of a file, or {@code ndjson}
   */
  public void exported(Person person, String requestId, String object, String form) {
    add(TrailEntry.of(person, TrailAction.EXPORT_MADE, object, requestId).resulting(form));
  }

  /**
   * Records that somebody was refused a call; an hour's refusals of a person become one item.
   *
   * @param call method and template of the path, e.g. {@code GET /v1/years/{year}/scores}
   */
  public void refused(Person person, String requestId, String call) {
    var entry = TrailEntry.of(person, TrailAction.ACCESS_REFUSED, call, requestId).resulting("1");
    client.putItem(put -> put.tableName(table).item(open(ScoreKeys.TRAIL_REFUSED, entry)));
  }

  private Map<String, AttributeValue> open(String partition, TrailEntry entry) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var item = new HashMap<>(ScoreKeys.key(partition, MILLIS.format(at) + "#" + UUID.randomUUID()));
    item.put("open", AttributeValue.fromS(StoredJson.write(new Open(at, entry))));
    return item;
  }
}
