package innovation.points.store.brief;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The briefs of all quarters. Thread-safe. */
public final class Briefs {

  private static final String BRIEF = "brief";

  private final DynamoDbClient client;
  private final String table;

  public Briefs(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** All, the newest quarter first. One Query. */
  public List<Brief> all() {
    return Partition.newestFirst(client, table, ScoreKeys.BRIEF).stream()
        .map(Briefs::read)
        .toList();
  }

  /** That of a quarter. One GetItem. */
  public Optional<Brief> of(String quarter) {
    var key = ScoreKeys.key(ScoreKeys.BRIEF, quarter);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /**
   * Writes the next revision.
   *
   * @param with what else is written with it or not at all
   * @return false where somebody else was first: then nothing is written
   */
  public boolean save(Brief next, List<TransactWriteItem> with) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.BRIEF, next.quarter()));
    item.put(BRIEF, AttributeValue.fromS(StoredJson.write(next)));
    return Revisions.save(client, table, item, next.revision(), with);
  }

  private static Brief read(Map<String, AttributeValue> item) {
    return StoredJson.read(Attributes.text(item, BRIEF), Brief.class);
  }
}
