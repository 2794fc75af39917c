package innovation.points.store.grants;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The grants: every one under its enterprise for good, and what a bank may read now under the bank,
 * once for each enterprise and scope. Both are written together. Reads are consistent: what was
 * withdrawn is not read again. Thread-safe.
 */
public final class Grants {

  private static final String GRANT = "grant";
  private static final String LAST_DAY = "lastDay";

  private final DynamoDbClient client;
  private final String table;

  public Grants(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Gives a grant, unless the bank has one of the same scope that holds.
   *
   * @param today in official time
   * @param with what else is written with it or not at all
   * @return false where there is one, or somebody else is just writing: then nothing is written
   */
  public boolean give(Grant grant, LocalDate today, List<TransactWriteItem> with) {
    var held = new HashMap<>(held(grant.bank(), grant.uscc(), grant.scope()));
    held.put(GRANT, AttributeValue.fromS(StoredJson.write(grant)));
    held.put(LAST_DAY, AttributeValue.fromS(grant.until().toString()));
    TransactWriteItem first =
        put(
            Put.builder()
                .item(held)
                .conditionExpression("attribute_not_exists(pk) OR #day < :today")
                .expressionAttributeNames(Map.of("#day", LAST_DAY))
                .expressionAttributeValues(
                    Map.of(":today", AttributeValue.fromS(today.toString()))));
    var more = new ArrayList<>(with);
    more.add(put(Put.builder().item(item(grant)).conditionExpression("attribute_not_exists(pk)")));
    return Revisions.write(client, first, more);
  }

  /**
   * Withdraws a grant that holds or has run out.
   *
   * @param with what else is written with it or not at all
   * @return false where somebody else has withdrawn it, or is just writing: then nothing is written
   */
  public boolean withdraw(Grant grant, Instant at, List<TransactWriteItem> with) {
    AttributeValue seen = AttributeValue.fromS(StoredJson.write(grant));
    TransactWriteItem first =
        put(
            Put.builder()
                .item(item(grant.withdrawn(at)))
                .conditionExpression("#grant = :seen")
                .expressionAttributeNames(Map.of("#grant", GRANT))
                .expressionAttributeValues(Map.of(":seen", seen)));
    var more = new ArrayList<>(with);
    if (by(grant.bank(), grant.uscc(), grant.scope()).filter(grant::equals).isPresent()) {
      more.add(
          TransactWriteItem.builder()
              .delete(
                  Delete.builder()
                      .tableName(table)
                      .key(held(grant.bank(), grant.uscc(), grant.scope()))
                      .conditionExpression("#grant = :seen")
                      .expressionAttributeNames(Map.of("#grant", GRANT))
                      .expressionAttributeValues(Map.of(":seen", seen))
                      .build())
              .build());
    }
    return Revisions.write(client, first, more);
  }

  /** A grant of an enterprise. One GetItem. */
  public Optional<Grant> find(String uscc, String id) {
    return read(ScoreKeys.key(ScoreKeys.GRANTS + uscc, id));
  }

  /** The grants of an enterprise, newest first, past ones too. One Query. */
  public StoredPage<Grant> of(String uscc, int limit, @Nullable String after) {
    return page(ScoreKeys.GRANTS + uscc, limit, after);
  }

  /** What a bank has of an enterprise for a scope, whether it still holds or not. One GetItem. */
  public Optional<Grant> by(String bank, String uscc, GrantScope scope) {
    return read(held(bank, uscc, scope));
  }

  /**
   * What a bank may read on a day, an enterprise's grants together, by enterprise.
   *
   * @param limit of enterprises
   * @param after the last enterprise of the page before; null at the beginning
   */
  public StoredPage<List<Grant>> holding(
      String bank, LocalDate today, int limit, @Nullable String after) {
    var items =
        Partition.after(
            client, table, ScoreKeys.GRANTED + bank, after == null ? "#" : after + "#~");
    var byEnterprise = new LinkedHashMap<String, List<Grant>>();
    String last = null;
    for (var item : items) {
      Grant grant = grant(item);
      if (!grant.holds(today)) {
        continue;
      }
      if (byEnterprise.size() == limit && !byEnterprise.containsKey(grant.uscc())) {
        return new StoredPage<>(List.copyOf(byEnterprise.values()), last);
      }
      last = grant.uscc();
      byEnterprise.computeIfAbsent(last, _ -> new ArrayList<>()).add(grant);
    }
    return new StoredPage<>(List.copyOf(byEnterprise.values()), null);
  }

  private StoredPage<Grant> page(String partition, int limit, @Nullable String after) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .scanIndexForward(false)
            .limit(limit)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)));
    if (after != null) {
      request.exclusiveStartKey(ScoreKeys.key(partition, after));
    }
    var answer = client.query(request.build());
    return new StoredPage<>(
        answer.items().stream().map(Grants::grant).toList(),
        answer.hasLastEvaluatedKey() ? Attributes.text(answer.lastEvaluatedKey(), "sk") : null);
  }

  private Optional<Grant> read(Map<String, AttributeValue> key) {
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(grant(item));
  }

  private static Grant grant(Map<String, AttributeValue> item) {
    return StoredJson.read(Attributes.text(item, GRANT), Grant.class);
  }

  private static Map<String, AttributeValue> item(Grant grant) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.GRANTS + grant.uscc(), grant.id()));
    item.put(GRANT, AttributeValue.fromS(StoredJson.write(grant)));
    return item;
  }

  private static Map<String, AttributeValue> held(String bank, String uscc, GrantScope scope) {
    return ScoreKeys.key(ScoreKeys.GRANTED + bank, uscc + "#" + scope.id());
  }

  private TransactWriteItem put(Put.Builder put) {
    return TransactWriteItem.builder().put(put.tableName(table).build()).build();
  }
}
