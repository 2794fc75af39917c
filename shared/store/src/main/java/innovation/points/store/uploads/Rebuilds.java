package innovation.points.store.uploads;

import innovation.points.person.Person;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.Rebuild.Found;
import innovation.points.store.uploads.Rebuild.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rebuilds that were ordered, in the uploads table. Thread-safe. */
public final class Rebuilds {

  /** Their one partition; keys of uploads begin otherwise. */
  private static final String PARTITION = "rebuild";

  private static final int LISTED = 50;

  private final DynamoDbClient client;
  private final String table;

  public Rebuilds(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Writes a rebuild as it is now. */
  public void put(Rebuild rebuild) {
    client.putItem(put -> put.tableName(table).item(write(rebuild)));
  }

  /** One rebuild, strongly consistent. */
  public Optional<Rebuild> find(String id) {
    var response =
        client.getItem(
            get -> get.tableName(table).key(UploadItems.key(PARTITION, id)).consistentRead(true));
    return response.hasItem() ? Optional.of(read(response.item())) : Optional.empty();
  }

  /** The last fifty, the newest first. */
  public List<Rebuild> list() {
    return client
        .query(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("#key = :rebuild")
                    .expressionAttributeNames(Map.of("#key", "key"))
                    .expressionAttributeValues(Map.of(":rebuild", text(PARTITION)))
                    .scanIndexForward(false)
                    .limit(LISTED))
        .items()
        .stream()
        .map(Rebuilds::read)
        .toList();
  }

  private static Map<String, AttributeValue> write(Rebuild rebuild) {
    var item = new HashMap<>(UploadItems.key(PARTITION, rebuild.id()));
    item.put("dryRun", AttributeValue.fromBool(rebuild.dryRun()));
    rebuild.reason().ifPresent(reason -> item.put("reason", text(reason)));
    item.put("orderedBy", text(StoredJson.write(rebuild.orderedBy())));
    item.put("orderedAt", text(rebuild.orderedAt().toString()));
    item.put("status", text(rebuild.status().id()));
    rebuild.after().ifPresent(after -> item.put("after", text(after)));
    item.put("found", write(rebuild.found()));
    item.put("keys", AttributeValue.fromL(rebuild.keys().stream().map(Rebuilds::text).toList()));
    rebuild.finishedAt().ifPresent(at -> item.put("finishedAt", text(at.toString())));
    return item;
  }

  private static Rebuild read(Map<String, AttributeValue> item) {
    return new Rebuild(
        Attributes.text(item, "sk"),
        item.getOrDefault("dryRun", AttributeValue.fromBool(false)).bool(),
        Optional.ofNullable(item.get("reason")).map(AttributeValue::s),
        Optional.ofNullable(item.get("orderedBy"))
            .map(by -> StoredJson.read(by.s(), Person.class))
            .orElse(Person.S3),
        Instant.parse(Attributes.text(item, "orderedAt")),
        Status.of(Attributes.text(item, "status")),
        Optional.ofNullable(item.get("after")).map(AttributeValue::s),
        readFound(item.getOrDefault("found", AttributeValue.fromM(Map.of())).m()),
        item.getOrDefault("keys", AttributeValue.fromL(List.of())).l().stream()
            .map(AttributeValue::s)
            .toList(),
        Optional.ofNullable(item.get("finishedAt")).map(at -> Instant.parse(at.s())));
  }

  private static AttributeValue write(Found found) {
    return AttributeValue.fromM(
        Map.of(
            "files", number(found.files()),
            "items", number(found.items()),
            "missing", number(found.missing()),
            "different", number(found.different()),
            "surplus", number(found.surplus()),
            "deliveries", number(found.deliveries())));
  }

  private static Found readFound(Map<String, AttributeValue> found) {
    return new Found(
        number(found, "files"),
        number(found, "items"),
        number(found, "missing"),
        number(found, "different"),
        number(found, "surplus"),
        number(found, "deliveries"));
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  private static long number(Map<String, AttributeValue> map, String name) {
    AttributeValue value = map.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }
}
