package innovation.points.ingest;

import innovation.points.store.table.TableShapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The embedded engines: a bucket and the two tables that ingest writes. */
public final class IntakeEngines implements AutoCloseable {

  public static final IngestSettings SETTINGS =
      new IngestSettings(TestBucket.NAME, "facts", "uploads", "scores");

  public final TestBucket bucket = new TestBucket();
  private final AmazonDynamoDBLocal tables = DynamoDBEmbedded.create(true);

  public IntakeEngines() {
    dynamoDb().createTable(TableShapes.facts(SETTINGS.factsTable()));
    dynamoDb().createTable(TableShapes.uploads(SETTINGS.uploadsTable()));
    dynamoDb().createTable(TableShapes.scores(SETTINGS.scoresTable()));
  }

  public DynamoDbClient dynamoDb() {
    return tables.dynamoDbClient();
  }

  List<Map<String, AttributeValue>> items(String table) {
    return dynamoDb()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  public void clear() {
    clear(SETTINGS.factsTable(), Set.of("uscc", "sk"));
    clear(SETTINGS.uploadsTable(), Set.of("key", "sk"));
    clear(SETTINGS.scoresTable(), Set.of("pk", "sk"));
  }

  private void clear(String table, Set<String> keys) {
    for (Map<String, AttributeValue> item : items(table)) {
      var key = new HashMap<>(item);
      key.keySet().retainAll(keys);
      dynamoDb().deleteItem(delete -> delete.tableName(table).key(key));
    }
  }

  @Override
  public void close() {
    bucket.close();
    tables.shutdown();
  }
}
