package innovation.points.store.uploads;

import innovation.points.datasets.key.UploadKey;
import innovation.points.person.Person;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.StoredJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The status of every upload, and the findings of every version. Thread-safe. */
public final class UploadsTable {

  /** The one partition of the list of all uploads: some thousands a year. */
  static final String ZONE = "zone";

  private static final String BY_ID = "id/";

  /** The most keys a batch may ask for. */
  private static final int BATCH = 100;

  private final DynamoDbClient client;
  private final String table;

  public UploadsTable(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** All that is known of a key, strongly consistent. */
  public KeyHistory history(String key) {
    var verdicts = new HashMap<String, Verdict>();
    var uploads = new HashMap<String, UploadRecord>();
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("#key = :key")
            .expressionAttributeNames(Map.of("#key", "key"))
            .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(key)))
            .build();
    for (Map<String, AttributeValue> item : client.queryPaginator(request).items()) {
      String sortKey = Attributes.text(item, "sk");
      if (sortKey.startsWith(UploadItems.RECORD)) {
        UploadRecord upload = UploadItems.readRecord(item);
        uploads.put(upload.id(), upload);
      } else if (sortKey.startsWith(UploadItems.VERSION)) {
        Verdict verdict = UploadItems.readVerdict(item);
        verdicts.put(verdict.version(), verdict);
      }
    }
    return new KeyHistory(verdicts, uploads);
  }

  /** One upload, strongly consistent. */
  public Optional<UploadRecord> get(String id) {
    return pointer(id)
        .flatMap(
            pointer ->
                item(Attributes.text(pointer, "of"), UploadItems.RECORD + id)
                    .map(UploadItems::readRecord));
  }

  /** What the check found, as {@link #details(String, String, String)} was given it. */
  public Optional<String> details(String id) {
    return pointer(id)
        .map(pointer -> pointer.get("details"))
        .map(details -> Compressed.read(details.b().asByteArray()));
  }

  /**
   * Notes that a person has withdrawn an upload.
   *
   * @param said who, when and why, as JSON
   * @param record the item of the audit trail, written with it or not at all
   */
  public void withdrawal(String id, String key, String said, TransactWriteItem record) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(UploadItems.key(BY_ID + id, "id"))
            .updateExpression("SET #of = :of, withdrawal = :withdrawal")
            .expressionAttributeNames(Map.of("#of", "of"))
            .expressionAttributeValues(
                Map.of(
                    ":of", AttributeValue.fromS(key),
                    ":withdrawal", AttributeValue.fromS(said)))
            .build();
    write(List.of(TransactWriteItem.builder().update(update).build(), record));
  }

  private void write(List<TransactWriteItem> items) {
    client.transactWriteItems(transaction -> transaction.transactItems(items));
  }

  /** Who withdrew an upload last, when and why, as JSON. */
  public Optional<String> withdrawal(String id) {
    return pointer(id).map(pointer -> pointer.get("withdrawal")).map(AttributeValue::s);
  }

  /**
   * {@link #details(String)} of several uploads; those of which nothing was found yet are not in.
   */
  public Map<String, String> details(Collection<String> ids) {
    var found = new HashMap<String, String>();
    var left = new ArrayList<>(Set.copyOf(ids));
    while (!left.isEmpty()) {
      List<String> some = left.subList(0, Math.min(left.size(), BATCH));
      var keys = some.stream().map(id -> UploadItems.key(BY_ID + id, "id")).toList();
      some.clear();
      var response =
          client.batchGetItem(
              get ->
                  get.requestItems(Map.of(table, KeysAndAttributes.builder().keys(keys).build())));
      for (Map<String, AttributeValue> item : response.responses().getOrDefault(table, List.of())) {
        AttributeValue details = item.get("details");
        if (details != null) {
          found.put(id(item), Compressed.read(details.b().asByteArray()));
        }
      }
      KeysAndAttributes unread = response.unprocessedKeys().get(table);
      if (unread != null) {
        unread.keys().forEach(key -> left.add(id(key)));
      }
    }
    return found;
  }

  private static String id(Map<String, AttributeValue> pointer) {
    return Attributes.text(pointer, "key").substring(BY_ID.length());
  }

  /**
   * Announces an upload. A known one stays as it is, as the same content under the same key is the
   * same upload; one that was withdrawn, or only checked, is pending again.
   *
   * @param by who announces it
   * @return the upload as it is now
   */
  public UploadRecord announce(UploadRecord pending, Person by) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(UploadItems.write(pending))
            .conditionExpression("attribute_not_exists(sk) OR #status IN (:withdrawn, :checked)")
            .expressionAttributeNames(Map.of("#status", "status"))
            .expressionAttributeValues(
                Map.of(
                    ":withdrawn", AttributeValue.fromS(UploadStatus.WITHDRAWN.id()),
                    ":checked", AttributeValue.fromS(UploadStatus.CHECKED.id())))
            .build();
    Update pointer =
        Update.builder()
            .tableName(table)
            .key(UploadItems.key(BY_ID + pending.id(), "id"))
            .updateExpression("SET #of = :of, announcedBy = :by")
            .expressionAttributeNames(Map.of("#of", "of"))
            .expressionAttributeValues(
                Map.of(
                    ":of", AttributeValue.fromS(pending.key()),
                    ":by", AttributeValue.fromS(StoredJson.write(by))))
            .build();
    try {
      write(
          List.of(
              TransactWriteItem.builder().put(put).build(),
              TransactWriteItem.builder().update(pointer).build()));
      return pending;
    } catch (TransactionCanceledException e) {
      return get(pending.id()).orElseThrow(() -> e);
    }
  }

  /** How a version of a key that was looked at came; empty where it was not. */
  public Optional<Arrival> arrival(String key, String version) {
    return item(key, UploadItems.VERSION + version)
        .map(UploadItems::readVerdict)
        .map(
            verdict ->
                new Arrival(
                    verdict.uploadedAt(),
                    announcedBy(verdict.uploadId()).orElse(Person.S3),
                    UploadKey.parse(key) instanceof UploadKey known && known.fromDepartment()
                        ? known.source()
                        : null));
  }

  /** The upload that a version of a key belongs to; empty where it was not looked at. */
  public Optional<String> of(String key, String version) {
    return item(key, UploadItems.VERSION + version)
        .map(UploadItems::readVerdict)
        .map(Verdict::uploadId);
  }

  /** Who announced an upload; empty where nobody did. */
  private Optional<Person> announcedBy(String id) {
    return pointer(id)
        .map(pointer -> pointer.get("announcedBy"))
        .map(by -> StoredJson.read(by.s(), Person.class));
  }

  /** Writes an upload; called by the holder of the key's lease only. */
  public void put(UploadRecord upload) {
    point(upload.id(), upload.key());
    client.putItem(put -> put.tableName(table).item(UploadItems.write(upload)));
  }

  public void put(String key, Verdict verdict) {
    client.putItem(put -> put.tableName(table).item(UploadItems.write(key, verdict)));
  }

  /**
   * Writes the verdict on a version that a person has said more of.
   *
   * @param record the item of the audit trail, written with it or not at all
   */
  public void put(String key, Verdict verdict, TransactWriteItem record) {
    Put put = Put.builder().tableName(table).item(UploadItems.write(key, verdict)).build();
    write(List.of(TransactWriteItem.builder().put(put).build(), record));
  }

  /**
   * Stores the findings of the check beside the record, so that lists stay small.
   *
   * @param details JSON
   */
  public void details(String id, String key, String details) {
    SdkBytes bytes = SdkBytes.fromByteArray(Compressed.write(details));
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(UploadItems.key(BY_ID + id, "id"))
                .updateExpression("SET #of = :of, details = :details")
                .expressionAttributeNames(Map.of("#of", "of"))
                .expressionAttributeValues(
                    Map.of(
                        ":of", AttributeValue.fromS(key),
                        ":details", AttributeValue.fromB(bytes))));
  }

  /**
   * Uploads, the newest year first, in it the newest first. Those that were only to be checked are
   * in no list but that of their status.
   *
   * @param limit how many at most, from 1
   * @param after the {@code next} of the page before
   */
  public UploadPage list(UploadFilter filter, int limit, Optional<String> after) {
    var items = new ArrayList<UploadRecord>();
    QueryRequest request = listing(filter, after);
    for (Map<String, AttributeValue> item : client.queryPaginator(request).items()) {
      if (items.size() == limit) {
        return new UploadPage(items, Optional.of(position(items.getLast())));
      }
      items.add(UploadItems.readRecord(item));
    }
    return new UploadPage(items, Optional.empty());
  }

  /** All uploads that a filter lets through, in the same order. */
  public List<UploadRecord> all(UploadFilter filter) {
    return list(filter, Integer.MAX_VALUE, Optional.empty()).items();
  }

  private QueryRequest listing(UploadFilter filter, Optional<String> after) {
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    // Each enterprise owns its own; all of theirs are those of the zone with that beginning.
    boolean enterprises = filter.owner().equals(Optional.of(UploadPath.ENTERPRISE));
    Optional<String> owner = enterprises ? Optional.empty() : filter.owner();
    String partition = owner.isPresent() ? "source" : "zone";
    names.put("#partition", partition);
    values.put(":partition", AttributeValue.fromS(owner.orElse(ZONE)));
    String condition = "#partition = :partition";
    if (filter.year().isPresent()) {
      condition += " AND begins_with(listed, :year)";
      values.put(":year", AttributeValue.fromS("%04d#".formatted(filter.year().get())));
    }
    var filters = new ArrayList<String>();
    if (enterprises) {
      filters.add("begins_with(#source, :enterprises)");
      names.put("#source", "source");
      values.put(":enterprises", AttributeValue.fromS(UploadPath.enterprise("")));
    }
    equal("dataset", filter.dataset(), filters, names, values);
    equal("status", filter.status().map(UploadStatus::id), filters, names, values);
    if (filter.status().isEmpty()) {
      filters.add("NOT begins_with(#key, :checks)");
      names.put("#key", "key");
      values.put(":checks", AttributeValue.fromS(UploadKey.CHECKS));
    }
    var request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(owner.isPresent() ? "bySource" : "byZone")
            .scanIndexForward(false)
            .keyConditionExpression(condition)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values);
    if (!filters.isEmpty()) {
      request.filterExpression(String.join(" AND ", filters));
    }
    after.ifPresent(
        position -> request.exclusiveStartKey(startKey(position, partition, owner.orElse(ZONE))));
    return request.build();
  }

  private static void equal(
      String name,
      Optional<String> value,
      List<String> filters,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    value.ifPresent(
        text -> {
          names.put("#" + name, name);
          values.put(":" + name, AttributeValue.fromS(text));
          filters.add("#" + name + " = :" + name);
        });
  }

  /** Key, sort key and place in the list; the key comes last as it may hold anything. */
  private static String position(UploadRecord last) {
    return String.join("\n", UploadItems.RECORD + last.id(), UploadItems.listed(last), last.key());
  }

  private static Map<String, AttributeValue> startKey(
      String position, String partition, String owner) {
    String[] parts = position.split("\n", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("expected a position of this list, found another text");
    }
    var key = new HashMap<String, AttributeValue>(UploadItems.key(parts[2], parts[0]));
    key.put("listed", AttributeValue.fromS(parts[1]));
    key.put(partition, AttributeValue.fromS(owner));
    return key;
  }

  /**
   * The id points to the key; it is written before the record, so that every record can be found.
   */
  private void point(String id, String key) {
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(UploadItems.key(BY_ID + id, "id"))
                .updateExpression("SET #of = :of")
                .expressionAttributeNames(Map.of("#of", "of"))
                .expressionAttributeValues(Map.of(":of", AttributeValue.fromS(key))));
  }

  private Optional<Map<String, AttributeValue>> pointer(String id) {
    return item(BY_ID + id, "id");
  }

  private Optional<Map<String, AttributeValue>> item(String key, String sortKey) {
    var response =
        client.getItem(
            GetItemRequest.builder()
                .tableName(table)
                .key(UploadItems.key(key, sortKey))
                .consistentRead(true)
                .build());
    return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
  }
}
