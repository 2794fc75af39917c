package innovation.points.store.questions;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredPage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The objections to published years. Each is written once and answered once; neither is ever
 * rewritten or taken out. An enterprise objects to an indicator of a publication once. Thread-safe.
 */
public final class Objections {

  private static final String ANSWER = "answer";
  private static final String STATUS = "status";

  private final DynamoDbClient client;
  private final String table;

  public Objections(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Files an objection, unless the enterprise has objected to that indicator of that publication.
   *
   * @param record what is written with it or not at all
   * @return the objection it has
   */
  public Objection file(Objection objection, TransactWriteItem record) {
    var first = new HashMap<>(key(objected(objection.year()), place(objection)));
    first.put("objection", AttributeValue.fromS(objection.id()));
    try {
      client.transactWriteItems(
          transaction ->
              transaction.transactItems(
                  NewItem.put(table, item(objection)), NewItem.put(table, first), record));
      return objection;
    } catch (TransactionCanceledException e) {
      return filed(objection).orElseThrow(() -> e);
    }
  }

  /** What was filed in the place of an objection. */
  private Optional<Objection> filed(Objection objection) {
    var key = key(objected(objection.year()), place(objection));
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty()
        ? Optional.empty()
        : find(objection.year(), Attributes.text(item, "objection"));
  }

  /**
   * Answers an objection.
   *
   * @param record what is written with it or not at all
   * @return false where it was answered before, or there is none: then nothing is written
   */
  public boolean answer(int year, String id, Objection.Answer answer, TransactWriteItem record) {
    return Revisions.write(
        client,
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key(objections(year), id))
                        .conditionExpression(
                            "attribute_exists(pk) AND attribute_not_exists(#answer)")
                        .updateExpression("SET #answer = :answer, #status = :answered")
                        .expressionAttributeNames(Map.of("#answer", ANSWER, "#status", STATUS))
                        .expressionAttributeValues(
                            Map.of(
                                ":answer", AttributeValue.fromS(StoredJson.write(answer)),
                                ":answered", AttributeValue.fromS(Objection.Status.ANSWERED.id()))))
            .build(),
        List.of(record));
  }

  public Optional<Objection> find(int year, String id) {
    var key = key(objections(year), id);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /**
   * The objections to a year, newest first.
   *
   * @param status null: all
   * @param after the last id of the page before; null for the first page
   */
  public StoredPage<Objection> list(
      int year, Objection.@Nullable Status status, int limit, @Nullable String after) {
    var values = new HashMap<>(Map.of(":pk", AttributeValue.fromS(objections(year))));
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk")
            .scanIndexForward(false);
    if (status != null) {
      values.put(":status", AttributeValue.fromS(status.id()));
      request
          .filterExpression("#status = :status")
          .expressionAttributeNames(Map.of("#status", STATUS));
    }
    if (after != null) {
      request.exclusiveStartKey(key(objections(year), after));
    }
    List<Objection> found =
        client.queryPaginator(request.expressionAttributeValues(values).build()).items().stream()
            .limit(limit + 1L)
            .map(Objections::read)
            .toList();
    return found.size() <= limit
        ? new StoredPage<>(found, null)
        : new StoredPage<>(found.subList(0, limit), found.get(limit - 1).id());
  }

  /** An enterprise's objections to a year, newest first. */
  public List<Objection> of(int year, String uscc) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :uscc)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(objected(year)),
                            ":uscc", AttributeValue.fromS(uscc + "#"))))
        .items()
        .stream()
        .map(item -> Attributes.text(item, "objection"))
        .sorted((one, other) -> other.compareTo(one))
        .map(id -> find(year, id).orElseThrow())
        .toList();
  }

  private static Map<String, AttributeValue> item(Objection objection) {
    var item = new HashMap<>(key(objections(objection.year()), objection.id()));
    item.put("generation", AttributeValue.fromS(objection.generation()));
    item.put("uscc", AttributeValue.fromS(objection.uscc()));
    Attributes.putText(item, "name", objection.name());
    item.put("indicator", AttributeValue.fromS(objection.indicator()));
    item.put("indicatorName", AttributeValue.fromS(objection.indicatorName()));
    item.put("text", AttributeValue.fromS(objection.text()));
    item.put("filedAt", AttributeValue.fromS(objection.filedAt().toString()));
    item.put(STATUS, AttributeValue.fromS(objection.status().id()));
    return item;
  }

  private static Objection read(Map<String, AttributeValue> item) {
    String answer = Attributes.textOrNull(item, ANSWER);
    String partition = Attributes.text(item, "pk");
    return new Objection(
        Attributes.text(item, "sk"),
        Integer.parseInt(partition.substring(partition.indexOf('#') + 1)),
        Attributes.text(item, "generation"),
        Attributes.text(item, "uscc"),
        Attributes.textOrNull(item, "name"),
        Attributes.text(item, "indicator"),
        Attributes.text(item, "indicatorName"),
        Attributes.text(item, "text"),
        Instant.parse(Attributes.text(item, "filedAt")),
        answer == null ? null : StoredJson.read(answer, Objection.Answer.class));
  }

  private static String place(Objection objection) {
    return String.join("#", objection.uscc(), objection.generation(), objection.indicator());
  }

  private static String objections(int year) {
    return ScoreKeys.OBJECTIONS + year;
  }

  private static String objected(int year) {
    return ScoreKeys.OBJECTED + year;
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return ScoreKeys.key(partition, sort);
  }
}
