package innovation.points.ingest;

import innovation.points.store.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The embedded engines: a bucket and the two tables that ingest writes. */
final class Engines implements AutoCloseable {

  static final Settings SETTINGS = new Settings(Bucket.NAME, "facts", "uploads", "scores");

  final Bucket bucket = new Bucket();
  private final AmazonDynamoDBLocal tables = DynamoDBEmbedded.create(true);

  Engines() {
    dynamoDb().createTable(Tables.facts(SETTINGS.factsTable()));
    dynamoDb().createTable(Tables.uploads(SETTINGS.uploadsTable()));
    dynamoDb().createTable(Tables.scores(SETTINGS.scoresTable()));
  }

  DynamoDbClient dynamoDb() {
    return tables.dynamoDbClient();
  }

  List<Map<String, AttributeValue>> items(String table) {
    return dynamoDb()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  void clear() {
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
