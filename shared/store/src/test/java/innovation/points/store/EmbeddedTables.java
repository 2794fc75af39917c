package innovation.points.store;

import innovation.points.store.table.TableShapes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * The three tables on an embedded engine of their own. The other modules' tests have {@code
 * ZoneTables}, in a module that stands on this one and so cannot be used here.
 */
public final class EmbeddedTables implements AutoCloseable {

  public static final String FACTS = "facts";
  public static final String SCORES = "scores";
  public static final String UPLOADS = "uploads";

  private final AmazonDynamoDBLocal engine = DynamoDBEmbedded.create(true);

  public EmbeddedTables() {
    client().createTable(TableShapes.facts(FACTS));
    client().createTable(TableShapes.scores(SCORES));
    client().createTable(TableShapes.uploads(UPLOADS));
  }

  public DynamoDbClient client() {
    return engine.dynamoDbClient();
  }

  @Override
  public void close() {
    engine.shutdown();
  }
}
