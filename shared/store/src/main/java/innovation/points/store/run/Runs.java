package innovation.points.store.run;

import static innovation.points.store.run.RunItems.ATTEMPTS;
import static innovation.points.store.run.RunItems.CHANGES;
import static innovation.points.store.run.RunItems.CHECKS;
import static innovation.points.store.run.RunItems.COUNTS;
import static innovation.points.store.run.RunItems.DOCUMENTS;
import static innovation.points.store.run.RunItems.FAILURE;
import static innovation.points.store.run.RunItems.FINISHED_AT;
import static innovation.points.store.run.RunItems.LEASE_OWNER;
import static innovation.points.store.run.RunItems.LEASE_UNTIL;
import static innovation.points.store.run.RunItems.MANIFEST;
import static innovation.points.store.run.RunItems.NOTE;
import static innovation.points.store.run.RunItems.PARTS;
import static innovation.points.store.run.RunItems.PROGRESS;
import static innovation.points.store.run.RunItems.RULEBOOK;
import static innovation.points.store.run.RunItems.STATUS;
import static innovation.points.store.run.RunItems.WORKSPACE;

import innovation.points.store.run.Run.RulebookUsed;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredPage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The runs of a year. Writing a run starts it through the table's stream. One invocation at a time
 * works on a run; its writes are conditional on its lease. Thread-safe.
 */
public final class Runs {

  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String HELD = "leaseOwner = :owner";
  private static final String UNFINISHED = " AND attribute_not_exists(finishedAt)";

  private final DynamoDbClient client;
  private final String table;

  public Runs(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Orders a run.
   *
   * @return false where a run of that id was ordered before: then nothing is changed
   */
  public boolean order(Run run) {
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(RunItems.write(run))
                  .conditionExpression("attribute_not_exists(pk)"));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  public Optional<Run> find(int year, String id) {
    return item(year, id).map(RunItems::read);
  }

  /**
   * The runs of a year, newest first.
   *
   * @param after the last id of the page before; null for the first page
   */
  public StoredPage<Run> list(int year, int limit, @Nullable String after) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(ScoreKeys.run(year))))
            .scanIndexForward(false)
            .limit(limit + 1);
    if (after != null) {
      request.exclusiveStartKey(ScoreKeys.key(ScoreKeys.run(year), after));
    }
    List<Run> runs = client.query(request.build()).items().stream().map(RunItems::read).toList();
    return runs.size() <= limit
        ? new StoredPage<>(runs, null)
        : new StoredPage<>(runs.subList(0, limit), runs.get(limit - 1).id());
  }

  /**
   * Takes a run that is not over or whose documents are pending, unless another holds it. A run
   * that failed is begun again.
   *
   * @param owner names this invocation
   * @param until when the lease ends
   */
  public RunClaim claim(int year, String id, String owner, Instant now, Instant until) {
    var lease = new RunLease(year, id, owner);
    try {
      var item =
          client
              .updateItem(
                  UpdateItemRequest.builder()
                      .tableName(table)
                      .key(ScoreKeys.key(ScoreKeys.run(year), id))
                      .conditionExpression(
                          "attribute_exists(pk)"
                              + " AND (attribute_not_exists(#finished) OR #documents = :pending)"
                              + " AND (attribute_not_exists(#owner) OR #owner = :owner"
                              + " OR #until < :now)")
                      .updateExpression(
                          "SET #owner = :owner, #until = :until ADD #attempts :one"
                              + " REMOVE #failure")
                      .expressionAttributeNames(
                          Map.of(
                              "#finished", FINISHED_AT,
                              "#documents", DOCUMENTS,
                              "#owner", LEASE_OWNER,
                              "#until", LEASE_UNTIL,
                              "#attempts", ATTEMPTS,
                              "#failure", FAILURE))
                      .expressionAttributeValues(
                          Map.of(
                              ":owner", AttributeValue.fromS(owner),
                              ":until", AttributeValue.fromS(sortable(until)),
                              ":now", AttributeValue.fromS(sortable(now)),
                              ":pending", AttributeValue.fromS(DocumentsState.PENDING.id()),
                              ":one", AttributeValue.fromN("1")))
                      .returnValues(ReturnValue.ALL_NEW)
                      .build())
              .attributes();
      return new RunClaim.Held(lease, RunItems.read(item));
    } catch (ConditionalCheckFailedException _) {
      return refused(year, id);
    }
  }

  /** The run has begun, or begun again, by this rulebook. */
  public void begin(RunLease lease, RulebookUsed rulebook) {
    change(
        lease,
        Map.of(
            STATUS, AttributeValue.fromS(RunStatus.RUNNING.id()),
            RULEBOOK, AttributeValue.fromS(StoredJson.write(rulebook))));
  }

  public void progress(RunLease lease, RunStep progress) {
    update(
        lease,
        "SET #progress = :progress REMOVE #parts",
        Map.of("#progress", PROGRESS, "#parts", PARTS),
        Map.of(":progress", AttributeValue.fromS(StoredJson.write(progress))));
  }

  /**
   * A part of the step is done, which has as many parts as its progress says: for parts that are
   * done on different machines. Told twice, it counts once.
   */
  public void partDone(RunLease lease, int part) {
    update(
        lease,
        "ADD #parts :part",
        Map.of("#parts", PARTS),
        Map.of(":part", AttributeValue.fromNs(List.of(Integer.toString(part)))));
  }

  /** What the run was made of. */
  public void describe(RunLease lease, Manifest manifest) {
    change(lease, Map.of(MANIFEST, AttributeValue.fromS(StoredJson.write(manifest))));
  }

  /**
   * Every row is written and counted; the lease is kept.
   *
   * @param checks what there is to look at before it is published
   * @param workspace where the files lie that the documents are made from; null: there are none to
   *     be made
   */
  public void complete(
      RunLease lease,
      GenerationCounts counts,
      RunChanges changes,
      List<RunCheck> checks,
      @Nullable String workspace) {
    var complete =
        new HashMap<>(
            Map.of(
                STATUS, AttributeValue.fromS(RunStatus.COMPLETE.id()),
                COUNTS, AttributeValue.fromS(StoredJson.write(counts)),
                CHANGES, AttributeValue.fromS(StoredJson.write(changes)),
                CHECKS, AttributeValue.fromS(StoredJson.write(checks))));
    if (workspace != null) {
      complete.put(WORKSPACE, AttributeValue.fromS(workspace));
      complete.put(DOCUMENTS, AttributeValue.fromS(DocumentsState.PENDING.id()));
    }
    change(lease, complete);
  }

  /** The audit and the report of the generation are written. */
  public void documented(RunLease lease) {
    update(
        lease,
        "SET #documents = :ready, #progress = :done REMOVE #workspace, #parts",
        Map.of(
            "#documents", DOCUMENTS,
            "#progress", PROGRESS,
            "#workspace", WORKSPACE,
            "#parts", PARTS),
        Map.of(
            ":ready", AttributeValue.fromS(DocumentsState.READY.id()),
            ":done", AttributeValue.fromS(StoredJson.write(RunStep.DONE))));
  }

  /**
   * The run is over; nobody can take it again, but to write its documents. It is published where
   * its pointer was moved to, by itself or by a person's decision meanwhile, else it waits for one,
   * or is complete.
   *
   * @param awaiting whether it waits for an approver
   * @param note in Chinese, for who reads a run that is not published; null where there is nothing
   *     to say
   * @param with from how it ended to what else is written with it or not at all
   */
  public void finish(
      RunLease lease,
      boolean awaiting,
      @Nullable String note,
      Instant now,
      Function<RunStatus, List<TransactWriteItem>> with) {
    var over = new HashMap<String, AttributeValue>();
    over.put(FINISHED_AT, AttributeValue.fromS(now.toString()));
    over.put(PROGRESS, AttributeValue.fromS(StoredJson.write(RunStep.DONE)));
    var complete = new HashMap<>(over);
    RunStatus left = awaiting ? RunStatus.AWAITING_APPROVAL : RunStatus.COMPLETE;
    complete.put(STATUS, AttributeValue.fromS(left.id()));
    Attributes.putText(complete, NOTE, note);
    TransactWriteItem waits = ending(lease, complete, "attribute_not_exists(publishedAt)");
    if (!Revisions.write(client, waits, with.apply(left))) {
      over.put(STATUS, AttributeValue.fromS(RunStatus.PUBLISHED.id()));
      TransactWriteItem published = ending(lease, over, "attribute_exists(publishedAt)");
      if (!Revisions.write(client, published, with.apply(RunStatus.PUBLISHED))) {
        throw new RunLeaseLostException(lease);
      }
    }
  }

  private TransactWriteItem ending(
      RunLease lease, Map<String, AttributeValue> changes, String condition) {
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    String set = setting(changes, names, values);
    values.put(":owner", AttributeValue.fromS(lease.owner()));
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(ScoreKeys.key(ScoreKeys.run(lease.year()), lease.run()))
                    .conditionExpression(
                        "leaseOwner = :owner AND attribute_not_exists(finishedAt) AND " + condition)
                    .updateExpression(set)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .build();
  }

  /**
   * The run failed.
   *
   * @param reason in Chinese
   * @param overAt when it failed for good; null where it may be begun again
   */
  public void fail(RunLease lease, String reason, @Nullable Instant overAt) {
    if (!fail(lease, reason, overAt, Instant.EPOCH)) {
      throw new RunLeaseLostException(lease);
    }
  }

  /**
   * The run failed while other parts of it may still be at work. One that nobody has taken yet, or
   * that this lease holds, says so; one that is over stays as it is, its documents are pending; one
   * that another holds is not touched.
   *
   * @param until when they may be: it is not started again before
   */
  public void failUntil(RunLease lease, String reason, Instant until) {
    if (!tryChange(
        lease,
        "(attribute_not_exists(leaseOwner) OR " + HELD + ") AND attribute_exists(pk)",
        failed(reason, until),
        UNFINISHED)) {
      tryChange(lease, HELD, Map.of(LEASE_UNTIL, AttributeValue.fromS(sortable(until))), "");
    }
  }

  /**
   * The lease's owner goes on with a run that was said to have failed; does nothing where it was
   * not.
   *
   * @param until when the lease ends
   */
  public void resume(RunLease lease, Instant until) {
    tryUpdate(
        lease,
        HELD,
        "SET #status = :running, #until = :until REMOVE #failure",
        Map.of("#status", STATUS, "#until", LEASE_UNTIL, "#failure", FAILURE),
        Map.of(
            ":running", AttributeValue.fromS(RunStatus.RUNNING.id()),
            ":until", AttributeValue.fromS(sortable(until)),
            ":failed", AttributeValue.fromS(RunStatus.FAILED.id())),
        UNFINISHED + " AND #status = :failed");
  }

  private boolean fail(RunLease lease, String reason, @Nullable Instant overAt, Instant heldUntil) {
    var changes = failed(reason, heldUntil);
    if (overAt != null) {
      changes.put(FINISHED_AT, AttributeValue.fromS(overAt.toString()));
    }
    return tryChange(lease, HELD, changes, UNFINISHED);
  }

  private static Map<String, AttributeValue> failed(String reason, Instant heldUntil) {
    var changes = new HashMap<String, AttributeValue>();
    changes.put(STATUS, AttributeValue.fromS(RunStatus.FAILED.id()));
    changes.put(FAILURE, AttributeValue.fromS(reason));
    // Then it is free for the next attempt.
    changes.put(LEASE_UNTIL, AttributeValue.fromS(sortable(heldUntil)));
    return changes;
  }

  /** Releases a run for the next invocation. */
  public void release(RunLease lease) {
    change(lease, Map.of(LEASE_UNTIL, AttributeValue.fromS(sortable(Instant.EPOCH))));
  }

  /**
   * An approver refuses to publish a run.
   *
   * @param with what else is written with it or not at all
   * @return false where it does not wait, or waits no longer: then nothing is changed
   */
  public boolean refuse(int year, String id, RunDecision decision, List<TransactWriteItem> with) {
    var values =
        new HashMap<>(
            Map.of(
                ":refused", AttributeValue.fromS(RunStatus.REFUSED.id()),
                ":awaiting", AttributeValue.fromS(RunStatus.AWAITING_APPROVAL.id())));
    String decided = RunItems.deciding(decision, values);
    return Revisions.write(
        client,
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(ScoreKeys.key(ScoreKeys.run(year), id))
                        .conditionExpression(
                            "#status = :awaiting AND attribute_not_exists(publishedAt)")
                        .updateExpression("SET #status = :refused, " + decided)
                        .expressionAttributeNames(Map.of("#status", STATUS))
                        .expressionAttributeValues(values))
            .build(),
        with);
  }

  /** Marks a published run as visible to every reader. */
  public void markPublished(int year, String id) {
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(ScoreKeys.key(ScoreKeys.run(year), id))
                .conditionExpression("attribute_exists(publishedAt)")
                .updateExpression("SET #status = :published")
                .expressionAttributeNames(Map.of("#status", STATUS))
                .expressionAttributeValues(
                    Map.of(":published", AttributeValue.fromS(RunStatus.PUBLISHED.id()))));
  }

  private RunClaim refused(int year, String id) {
    Run run = find(year, id).orElse(null);
    if (run == null) {
      return new RunClaim.Unknown();
    }
    Instant until = run.heldUntil();
    boolean over = run.finishedAt() != null && run.documents() != DocumentsState.PENDING;
    return over || until == null ? new RunClaim.Over(run) : new RunClaim.Busy(until);
  }

  private void change(RunLease lease, Map<String, AttributeValue> changes) {
    if (!tryChange(lease, HELD, changes, "")) {
      throw new RunLeaseLostException(lease);
    }
  }

  private boolean tryChange(
      RunLease lease, String held, Map<String, AttributeValue> changes, String condition) {
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    return tryUpdate(lease, held, setting(changes, names, values), names, values, condition);
  }

  private static String setting(
      Map<String, AttributeValue> changes,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    var sets = new ArrayList<String>();
    changes.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, value);
          sets.add("#%s = :%s".formatted(name, name));
        });
    return "SET " + String.join(", ", sets);
  }

  private void update(
      RunLease lease,
      String expression,
      Map<String, String> names,
      Map<String, AttributeValue> set) {
    if (!tryUpdate(lease, HELD, expression, names, set, "")) {
      throw new RunLeaseLostException(lease);
    }
  }

  /**
   * Updates a run that is not over, or whose documents are pending.
   *
   * @param held the condition on who holds it
   * @param condition more, beginning with {@code AND}
   */
  private boolean tryUpdate(
      RunLease lease,
      String held,
      String expression,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      String condition) {
    var all = new HashMap<>(values);
    all.put(":owner", AttributeValue.fromS(lease.owner()));
    all.put(":pending", AttributeValue.fromS(DocumentsState.PENDING.id()));
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(ScoreKeys.key(ScoreKeys.run(lease.year()), lease.run()))
                  .conditionExpression(
                      held
                          + " AND (attribute_not_exists(finishedAt) OR documents = :pending)"
                          + condition)
                  .updateExpression(expression)
                  .expressionAttributeNames(names)
                  .expressionAttributeValues(all));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private Optional<Map<String, AttributeValue>> item(int year, String id) {
    var key = ScoreKeys.key(ScoreKeys.run(year), id);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /** Of one width, so that the table compares instants as texts. */
  private static String sortable(Instant instant) {
    return SORTABLE.format(instant);
  }
}
