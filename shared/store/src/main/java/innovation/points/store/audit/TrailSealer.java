package innovation.points.store.audit;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Gives what was added to the trail its number, its place in the chain and its day. Items move in
 * transactions on the head of the chain, so that two sealers at once, or one that dies, change
 * nothing: each item is sealed once. Thread-safe.
 */
public final class TrailSealer {

  /** A transaction has at most 100 actions; an item takes up to four. */
  private static final int BATCH = 24;

  /** Of the calls that a person was refused within an hour, those that an item names. */
  private static final int NAMED_CALLS = 5;

  /** Late refusals of an hour still count to it. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final String OPEN = "open";
  private static final String LINE = "line";

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final ZoneId zone;
  private final TrailReader reader;

  /** Where a day's file is written. */
  @FunctionalInterface
  public interface DayFiles {

    /**
     * Writes the file of a day that is over, unless it is there.
     *
     * @param lines the items, each a line
     */
    void write(LocalDate day, List<String> lines);
  }

  /** Something to seal, and the stored items that it stands for. */
  private record Pending(Instant at, TrailEntry entry, List<Map<String, AttributeValue>> keys) {}

  /**
   * A sealer.
   *
   * @param zone whose days the files are of
   */
  public TrailSealer(DynamoDbClient client, String table, InstantSource clock, ZoneId zone) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.zone = zone;
    this.reader = new TrailReader(client, table);
  }

  /**
   * Seals all that is open, counts the refusals of past hours, and writes the files of past days.
   *
   * @return how many items were sealed
   */
  public int seal(DayFiles files) {
    int sealed = sealAll();
    sealed += sealRefusals();
    writeFiles(files);
    return sealed;
  }

  private int sealAll() {
    int sealed = 0;
    List<Pending> batch = open();
    while (!batch.isEmpty()) {
      sealed += move(batch) ? batch.size() : 0;
      batch = open();
    }
    return sealed;
  }

  private List<Pending> open() {
    return stored(ScoreKeys.TRAIL_OPEN, BATCH).stream().map(TrailSealer::pending).toList();
  }

  private static Pending pending(Map<String, AttributeValue> item) {
    var open = StoredJson.read(Attributes.text(item, OPEN), AuditTrail.Open.class);
    return new Pending(open.at(), open.entry(), List.of(key(item)));
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return ScoreKeys.key(Attributes.text(item, "pk"), Attributes.text(item, "sk"));
  }

  /** One item a person and hour: the calls, and how often. */
  private int sealRefusals() {
    Instant over = clock.instant().minus(GRACE).truncatedTo(ChronoUnit.HOURS);
    int sealed = 0;
    Optional<Pending> next = nextRefusals(over);
    while (next.isPresent()) {
      sealed += move(List.of(next.get())) ? 1 : 0;
      next = nextRefusals(over);
    }
    return sealed;
  }

  /** The oldest person and hour, of what one transaction can take away. */
  private Optional<Pending> nextRefusals(Instant over) {
    var groups = new TreeMap<String, List<Map<String, AttributeValue>>>();
    for (var item : stored(ScoreKeys.TRAIL_REFUSED, 10 * BATCH)) {
      var open = StoredJson.read(Attributes.text(item, OPEN), AuditTrail.Open.class);
      if (open.at().isBefore(over)) {
        String group = open.at().truncatedTo(ChronoUnit.HOURS) + " " + open.entry().person().sub();
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
      }
    }
    return groups.values().stream().findFirst().map(TrailSealer::counted);
  }

  private static Pending counted(List<Map<String, AttributeValue>> refusals) {
    List<Map<String, AttributeValue>> taken =
        refusals.subList(0, Math.min(refusals.size(), 3 * BATCH));
    List<Pending> each = taken.stream().map(TrailSealer::pending).toList();
    var calls = new TreeSet<String>();
    each.forEach(one -> calls.add(one.entry().object()));
    String named = String.join("; ", calls.stream().limit(NAMED_CALLS).toList());
    String object = calls.size() > NAMED_CALLS ? named + "; …" : named;
    Pending first = each.getFirst();
    var entry =
        TrailEntry.of(
                first.entry().person(),
                TrailAction.ACCESS_REFUSED,
                object,
                first.entry().requestId())
            .resulting(Integer.toString(each.size()));
    Instant hour = first.at().truncatedTo(ChronoUnit.HOURS);
    return new Pending(hour, entry, taken.stream().map(TrailSealer::key).toList());
  }

  /** Moves items into the chain; false where another sealer was faster. */
  private boolean move(List<Pending> batch) {
    TrailHead head = reader.head();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate last = head.day();
    // Days do not go back: a day's file has the items sealed on that day, without a gap.
    LocalDate day = last == null || last.isBefore(today) ? today : last;
    var actions = new ArrayList<TransactWriteItem>();
    TrailHead end = head;
    for (Pending pending : batch) {
      TrailItem item = TrailItem.after(end, pending.at(), pending.entry());
      actions.add(put(sealed(day, item), "attribute_not_exists(pk)"));
      item.uscc().ifPresent(uscc -> actions.add(put(place(uscc, day, item), null)));
      pending.keys().forEach(key -> actions.add(delete(key)));
      end = new TrailHead(item.seq(), item.hash(), day, head.filed());
    }
    if (!day.equals(last)) {
      actions.add(
          put(ScoreKeys.key(ScoreKeys.TRAIL_DAYS, day.toString()), "attribute_not_exists(pk)"));
    }
    actions.add(advance(head, end));
    try {
      client.transactWriteItems(transaction -> transaction.transactItems(actions));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream()
          .map(reason -> String.valueOf(reason.code()))
          .anyMatch(
              code ->
                  code.equals("ConditionalCheckFailed") || code.equals("TransactionConflict"))) {
        return false;
      }
      throw e;
    }
  }

  private static Map<String, AttributeValue> sealed(LocalDate day, TrailItem item) {
    var sealed = new HashMap<>(ScoreKeys.key(ScoreKeys.TRAIL + day, sort(item.seq())));
    sealed.put(LINE, AttributeValue.fromS(item.line()));
    return sealed;
  }

  private static Map<String, AttributeValue> place(String uscc, LocalDate day, TrailItem item) {
    var place = new HashMap<>(ScoreKeys.key(ScoreKeys.TRAIL_OF + uscc, sort(item.seq())));
    place.put("day", AttributeValue.fromS(day.toString()));
    place.put(LINE, AttributeValue.fromS(item.line()));
    return place;
  }

  static String sort(long seq) {
    return "%015d".formatted(seq);
  }

  /** Writes the files of the days that are over, oldest first, and remembers how far it came. */
  private void writeFiles(DayFiles files) {
    TrailHead head = reader.head();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate filed = head.filed();
    for (LocalDate day : reader.days(filed)) {
      if (day.isBefore(today)) {
        files.write(day, reader.lines(day));
        remember(day);
      }
    }
  }

  private void remember(LocalDate filed) {
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(ScoreKeys.key(ScoreKeys.TRAIL_HEAD, ScoreKeys.TRAIL_HEAD))
                .updateExpression("SET filed = :day")
                .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(filed.toString()))));
  }

  private List<Map<String, AttributeValue>> stored(String partition, int most) {
    return client
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                    .limit(most))
        .items();
  }

  private TransactWriteItem put(Map<String, AttributeValue> item, @Nullable String condition) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table).item(item).conditionExpression(condition))
        .build();
  }

  /** The new head, if the old one is still where the chain ends. */
  private TransactWriteItem advance(TrailHead from, TrailHead to) {
    var values =
        new HashMap<>(
            Map.of(
                ":seq", AttributeValue.fromN(Long.toString(to.seq())),
                ":hash", AttributeValue.fromS(to.hash()),
                ":day", AttributeValue.fromS(String.valueOf(to.day()))));
    if (from.seq() > 0) {
      values.put(":from", AttributeValue.fromN(Long.toString(from.seq())));
    }
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(ScoreKeys.key(ScoreKeys.TRAIL_HEAD, ScoreKeys.TRAIL_HEAD))
                    .conditionExpression(
                        from.seq() == 0 ? "attribute_not_exists(seq)" : "seq = :from")
                    .updateExpression("SET seq = :seq, #hash = :hash, #day = :day")
                    .expressionAttributeNames(Map.of("#hash", "hash", "#day", "day"))
                    .expressionAttributeValues(values))
        .build();
  }

  private TransactWriteItem delete(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .delete(
            delete -> delete.tableName(table).key(key).conditionExpression("attribute_exists(pk)"))
        .build();
  }
}
