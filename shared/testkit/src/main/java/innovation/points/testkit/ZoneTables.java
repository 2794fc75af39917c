package innovation.points.testkit;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.TableShapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * The three tables of a separate zone on an embedded engine that a few zones share: starting the
 * first engine takes a second, creating three tables a few milliseconds, and an engine becomes
 * slower with all that its zones ever wrote.
 */
public final class ZoneTables {

  private static final int ZONES_OF_AN_ENGINE = 8;

  private static final AtomicInteger ZONES = new AtomicInteger();

  /** The engines of the latest zones. */
  private static final Map<Integer, AmazonDynamoDBLocal> ENGINES = new ConcurrentHashMap<>();

  private final AmazonDynamoDBLocal engine;
  private final String suffix;

  /** Creates the tables, empty. */
  public ZoneTables() {
    int number = ZONES.incrementAndGet();
    int shared = number / ZONES_OF_AN_ENGINE;
    this.engine = ENGINES.computeIfAbsent(shared, _ -> DynamoDBEmbedded.create(true));
    ENGINES.keySet().removeIf(engine -> engine < shared);
    this.suffix = "-" + number;
    client().createTable(TableShapes.facts(facts()));
    client().createTable(TableShapes.scores(scores()));
    client().createTable(TableShapes.uploads(uploads()));
  }

  /** The engine's client; it sees the tables of other zones too. */
  public DynamoDbClient client() {
    return engine.dynamoDbClient();
  }

  public DynamoDbStreamsClient streams() {
    return engine.dynamoDbStreamsClient();
  }

  /** The name of the facts table. */
  public String facts() {
    return "facts" + suffix;
  }

  /** The name of the scores table. */
  public String scores() {
    return "scores" + suffix;
  }

  /** The name of the uploads table. */
  public String uploads() {
    return "uploads" + suffix;
  }

  /** All items of one of the tables. */
  public List<Map<String, AttributeValue>> items(String table) {
    return client()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  /** What is on record and not sealed yet, in no order: who, what, to which object, its result. */
  public List<String> recorded() {
    return items(scores()).stream()
        .filter(item -> item.containsKey("open"))
        .map(item -> StoredJson.tree(Attributes.text(item, "open")).path("entry"))
        .map(
            entry ->
                String.join(
                    " ",
                    entry.at("/person/sub").asText(),
                    entry.path("action").asText(),
                    entry.path("object").asText(),
                    entry.path("result").asText()))
        .toList();
  }

  /** Deletes every item. */
  public void clear() {
    for (String table : List.of(facts(), scores(), uploads())) {
      Set<String> names =
          Set.copyOf(
              client()
                  .describeTable(describe -> describe.tableName(table))
                  .table()
                  .keySchema()
                  .stream()
                  .map(KeySchemaElement::attributeName)
                  .toList());
      for (Map<String, AttributeValue> item : items(table)) {
        var key = new HashMap<>(item);
        key.keySet().retainAll(names);
        client().deleteItem(delete -> delete.tableName(table).key(key));
      }
    }
  }
}
