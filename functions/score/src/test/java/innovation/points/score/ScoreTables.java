package innovation.points.score;

import innovation.points.store.table.TableShapes;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Fresh tables for each test on one embedded engine. */
final class ScoreTables {

  private static final AmazonDynamoDBLocal ENGINE = DynamoDBEmbedded.create(true);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String suffix = "-" + NUMBER.incrementAndGet();

  ScoreTables() {
    client().createTable(TableShapes.facts(facts()));
    client().createTable(TableShapes.scores(scores()));
  }

  DynamoDbClient client() {
    return ENGINE.dynamoDbClient();
  }

  DynamoDbStreamsClient streams() {
    return ENGINE.dynamoDbStreamsClient();
  }

  String facts() {
    return "facts" + suffix;
  }

  String scores() {
    return "scores" + suffix;
  }
}
