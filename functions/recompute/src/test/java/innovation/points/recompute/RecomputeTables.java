package innovation.points.recompute;

import innovation.points.store.table.TableShapes;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Fresh tables for each test on one embedded engine. */
final class RecomputeTables {

  private static final AmazonDynamoDBLocal ENGINE = DynamoDBEmbedded.create(true);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String suffix = "-" + NUMBER.incrementAndGet();

  RecomputeTables() {
    client().createTable(TableShapes.facts(facts()));
    client().createTable(TableShapes.scores(scores()));
  }

  DynamoDbClient client() {
    return ENGINE.dynamoDbClient();
  }

  String facts() {
    return "facts" + suffix;
  }

  String scores() {
    return "scores" + suffix;
  }
}
