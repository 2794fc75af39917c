package innovation.points.store.questions;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredPage;
import java.util.ArrayList;
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
 * The objections to published years. None is ever taken out, and no answer is lost. An enterprise
 * objects to a part of a publication once. Thread-safe.
 */
public final class Objections {

  private static final String DOCUMENT = "document";
  private static final String DEPARTMENTS = "departments";
  private static final String STATUS = "status";

  private final DynamoDbClient client;
  private final String table;

  public Objections(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Files an objection, unless the enterprise has objected to that part of that publication.
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
   * Writes what an objection is next; the first answer stays in its reopening.
   *
   * @param seen as it was read; what was decided since is never overwritten
   * @param record what is written with it or not at all
   * @return false where somebody else was first: then nothing is written
   */
  public boolean save(Objection seen, Objection next, TransactWriteItem record) {
    return Revisions.write(
        client,
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(item(next))
                        .conditionExpression("#document = :seen")
                        .expressionAttributeNames(Map.of("#document", DOCUMENT))
                        .expressionAttributeValues(
                            Map.of(":seen", AttributeValue.fromS(StoredJson.write(seen)))))
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
   * @param status {@code OPEN}: that wait for an answer, {@code ANSWERED}: the others; null: all
   * @param department whose figures they are about; null: all
   * @param after the last id of the page before; null for the first page
   */
  public StoredPage<Objection> list(
      int year,
      Objection.@Nullable Status status,
      @Nullable String department,
      int limit,
      @Nullable String after) {
    var values = new HashMap<>(Map.of(":pk", AttributeValue.fromS(objections(year))));
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk")
            .scanIndexForward(false);
    var names = new HashMap<String, String>();
    var filters = new ArrayList<String>();
    if (status != null) {
      values.put(":status", AttributeValue.fromS(status.id()));
      names.put("#status", STATUS);
      filters.add("#status = :status");
    }
    if (department != null) {
      values.put(":department", AttributeValue.fromS(department));
      names.put("#departments", DEPARTMENTS);
      filters.add("contains(#departments, :department)");
    }
    if (!filters.isEmpty()) {
      request.filterExpression(String.join(" AND ", filters)).expressionAttributeNames(names);
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
    item.put(DOCUMENT, AttributeValue.fromS(StoredJson.write(objection)));
    item.put(
        DEPARTMENTS,
        AttributeValue.fromL(objection.departments().stream().map(AttributeValue::fromS).toList()));
    var status = objection.answer() == null ? Objection.Status.OPEN : Objection.Status.ANSWERED;
    item.put(STATUS, AttributeValue.fromS(status.id()));
    return item;
  }

  private static Objection read(Map<String, AttributeValue> item) {
    return StoredJson.read(Attributes.text(item, DOCUMENT), Objection.class);
  }

  private static String place(Objection objection) {
    return String.join("#", objection.uscc(), objection.generation(), objection.about().place());
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
