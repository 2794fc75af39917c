package innovation.points.store.publication;

import innovation.points.store.run.CountsReader;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunDecision;
import innovation.points.store.run.RunDecision.Kind;
import innovation.points.store.run.RunItems;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.RunLeaseLostException;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

  /** How long a reader may go on with a pointer it has read. */
  public static final Duration POINTER_TTL = Run.READERS_KEEP;

  private static final int ATTEMPTS = 10;

  private static final String GENERATION = "generation";
  private static final String DIGEST = "digest";
  private static final String FLOOR = "floor";
  private static final String PROPOSAL = "proposal";

  /** The pointer is as the decision saw it. */
  private static final String UNMOVED = "#generation = :seen AND #floor = :seenFloor";

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
    return Partition.newestFirst(client, table, ScoreKeys.PUBLISHED).stream()
        .map(Publications::read)
        .toList();
  }

  public Optional<Pointer> of(int year) {
    var key = ScoreKeys.key(ScoreKeys.PUBLISHED, Integer.toString(year));
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /**
   * Publishes a complete run as its order says, by the person who ordered it, where nobody else has
   * to approve: unless a newer run is published, or somebody has decided otherwise since it was
   * ordered.
   *
   * @param noticeUntil the last day of the notice period; null: none
   * @param with what else is written with it or not at all: the record of it in the facts table
   *     first
   * @return false where it was overtaken: then nothing is changed
   * @throws RunLeaseLostException where another invocation holds the run
   */
  public boolean publish(
      RunLease lease,
      Run run,
      @Nullable LocalDate noticeUntil,
      Instant now,
      List<TransactWriteItem> with) {
    var pointer = pointer(run, now, run.id(), noticeUntil);
    var order = run.order();
    var decision = new RunDecision(Kind.PUBLISHED, order.by(), now, order.override(), noticeUntil);
    var move =
        Update.builder()
            .tableName(table)
            .key(ScoreKeys.key(ScoreKeys.PUBLISHED, Integer.toString(run.year())))
            .conditionExpression("attribute_not_exists(pk) OR #floor < :floor");
    var mark =
        mark(run, decision)
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
    return switch (transact(set(move, pointer), with(mark, names, values), with)) {
      case DONE -> true;
      case POINTER_REFUSED -> false;
      case RUN_REFUSED -> throw new RunLeaseLostException(lease);
    };
  }

  /**
   * Publishes, or goes back to, a complete generation because a person decides so.
   *
   * @param seen the pointer the decision was made by; null where the year had none
   * @param floor runs with ids up to this one do not publish by themselves any more
   * @param decision who decides, and until when the notice period runs
   * @param with what else is written with it or not at all: the record of it in the facts table
   *     first
   * @return false where the pointer has moved since, or the run is not complete or was refused
   */
  public boolean decide(
      Run run,
      @Nullable Pointer seen,
      String floor,
      RunDecision decision,
      List<TransactWriteItem> with) {
    Instant now = decision.at();
    // A changed end of the notice period is not another publication.
    Instant at = seen != null && seen.generation().equals(run.id()) ? seen.publishedAt() : now;
    var pointer = pointer(run, at, floor, decision.noticeUntil());
    var move =
        Update.builder()
            .tableName(table)
            .key(ScoreKeys.key(ScoreKeys.PUBLISHED, Integer.toString(run.year())));
    move.conditionExpression(seen == null ? "attribute_not_exists(pk)" : UNMOVED);
    Map<String, AttributeValue> seenValues = seen == null ? Map.of() : unmoved(seen);
    var mark =
        with(
            mark(run, decision)
                .conditionExpression("#status IN (:complete, :awaiting, :published)"),
            Map.of("#status", RunItems.STATUS),
            Map.of(
                ":complete", AttributeValue.fromS(RunStatus.COMPLETE.id()),
                ":awaiting", AttributeValue.fromS(RunStatus.AWAITING_APPROVAL.id()),
                ":published", AttributeValue.fromS(RunStatus.PUBLISHED.id())));
    return transact(with(set(move, pointer), Map.of(), seenValues), mark, with) == Outcome.DONE;
  }

  /**
   * Asks to go back to a generation that was published before: it takes effect when another
   * approver decides the same, as long as the year is published as it was seen.
   *
   * @param asked by whom
   * @param with what else is written with it or not at all
   * @return false where the pointer has moved since, or somebody else has asked for something
   */
  public boolean ask(Run run, Pointer seen, RunDecision asked, List<TransactWriteItem> with) {
    var proposal = new Pointer.Proposal(run.id(), asked);
    var proposed =
        new HashMap<>(Map.of(":proposal", AttributeValue.fromS(StoredJson.write(proposal))));
    Pointer.Proposal before = seen.proposal();
    if (before != null) {
      proposed.put(":before", AttributeValue.fromS(StoredJson.write(before)));
    }
    var propose =
        with(
            Update.builder()
                .tableName(table)
                .key(ScoreKeys.key(ScoreKeys.PUBLISHED, Integer.toString(run.year())))
                .conditionExpression(
                    UNMOVED
                        + (before == null
                            ? " AND attribute_not_exists(#proposal)"
                            : " AND #proposal = :before"))
                .updateExpression("SET #proposal = :proposal"),
            Map.of("#generation", GENERATION, "#floor", FLOOR, "#proposal", PROPOSAL),
            proposed);
    var values = new HashMap<String, AttributeValue>();
    String decided = RunItems.deciding(asked, values);
    var note =
        Update.builder()
            .tableName(table)
            .key(ScoreKeys.key(ScoreKeys.run(run.year()), run.id()))
            .conditionExpression("attribute_exists(publishedAt)")
            .updateExpression("SET " + decided)
            .expressionAttributeValues(values);
    return transact(with(propose, Map.of(), unmoved(seen)), note, with) == Outcome.DONE;
  }

  private static Map<String, AttributeValue> unmoved(Pointer seen) {
    return Map.of(
        ":seen", AttributeValue.fromS(seen.generation()),
        ":seenFloor", AttributeValue.fromS(seen.floor()));
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

  private Outcome transact(
      Update.Builder pointer, Update.Builder run, List<TransactWriteItem> with) {
    var items = new ArrayList<TransactWriteItem>();
    items.add(TransactWriteItem.builder().update(pointer.build()).build());
    items.add(TransactWriteItem.builder().update(run.build()).build());
    items.addAll(with);
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

  private Update.Builder mark(Run run, RunDecision decision) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":now", AttributeValue.fromS(decision.at().toString()));
    String decided = RunItems.deciding(decision, values);
    return Update.builder()
        .tableName(table)
        .key(ScoreKeys.key(ScoreKeys.run(run.year()), run.id()))
        .updateExpression("SET publishedAt = if_not_exists(publishedAt, :now), " + decided)
        .expressionAttributeValues(values);
  }

  private static Pointer pointer(
      Run run, Instant now, String floor, @Nullable LocalDate noticeUntil) {
    var rulebook = run.rulebook();
    var counts = run.counts();
    if (rulebook == null || counts == null) {
      throw new IllegalArgumentException("expected a complete run, found " + run.status().id());
    }
    return new Pointer(
        run.year(),
        run.id(),
        now,
        rulebook.id(),
        rulebook.digest(),
        counts,
        floor,
        noticeUntil,
        null);
  }

  private static Update.Builder set(Update.Builder update, Pointer pointer) {
    String change =
        "SET #generation = :generation, #publishedAt = :publishedAt, #rulebook = :rulebook,"
            + " #digest = :digest, #counts = :counts, #floor = :floor";
    var names =
        Map.of(
            "#generation",
            GENERATION,
            "#publishedAt",
            RunItems.PUBLISHED_AT,
            "#rulebook",
            RunItems.RULEBOOK,
            "#digest",
            DIGEST,
            "#counts",
            RunItems.COUNTS,
            "#floor",
            FLOOR,
            "#notice",
            RunItems.NOTICE_UNTIL,
            "#proposal",
            PROPOSAL);
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
      return with(update.updateExpression(change + " REMOVE #notice, #proposal"), names, values);
    }
    values.put(":notice", AttributeValue.fromS(notice.toString()));
    return with(
        update.updateExpression(change + ", #notice = :notice REMOVE #proposal"), names, values);
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
    String proposal = Attributes.textOrNull(item, PROPOSAL);
    return new Pointer(
        Integer.parseInt(Attributes.text(item, "sk")),
        Attributes.text(item, GENERATION),
        Instant.parse(Attributes.text(item, RunItems.PUBLISHED_AT)),
        Attributes.text(item, RunItems.RULEBOOK),
        Attributes.text(item, DIGEST),
        CountsReader.read(Attributes.text(item, RunItems.COUNTS)),
        Attributes.text(item, FLOOR),
        RunItems.day(item, RunItems.NOTICE_UNTIL),
        proposal == null ? null : StoredJson.read(proposal, Pointer.Proposal.class));
  }
}
