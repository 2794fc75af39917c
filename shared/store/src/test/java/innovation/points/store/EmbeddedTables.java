package innovation.points.store;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The three tables on the embedded engine. */
public final class EmbeddedTables implements AutoCloseable {

  public static final String FACTS = "facts";
  public static final String SCORES = "scores";
  public static final String UPLOADS = "uploads";

  private final AmazonDynamoDBLocal engine = DynamoDBEmbedded.create(true);

  public EmbeddedTables() {
    client().createTable(Tables.facts(FACTS));
    client().createTable(Tables.scores(SCORES));
    client().createTable(Tables.uploads(UPLOADS));
  }

  public DynamoDbClient client() {
    return engine.dynamoDbClient();
  }

  @Override
  public void close() {
    engine.shutdown();
  }
}
