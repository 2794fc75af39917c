package innovation.points.ingest;

import innovation.points.store.facts.FactsTable;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.testkit.TestBucket;
import innovation.points.testkit.ZoneTables;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A bucket and the tables of a zone, and the settings that name them. */
public final class IntakeEngines implements AutoCloseable {

  public final TestBucket bucket = new TestBucket();
  public final ZoneTables tables = new ZoneTables();
  public final IngestSettings settings =
      new IngestSettings(TestBucket.NAME, tables.facts(), tables.uploads(), tables.scores());

  public DynamoDbClient dynamoDb() {
    return tables.client();
  }

  /** The function on these engines. */
  public IngestHandler handler(InstantSource clock) {
    return new IngestHandler(dynamoDb(), bucket.client(), clock, settings);
  }

  public FactsTable factsTable() {
    return new FactsTable(dynamoDb(), tables.facts());
  }

  public UploadsTable uploadsTable() {
    return new UploadsTable(dynamoDb(), tables.uploads());
  }

  /** All items of the facts table. */
  List<Map<String, AttributeValue>> facts() {
    return tables.items(tables.facts());
  }

  /** All items of the uploads table. */
  List<Map<String, AttributeValue>> uploads() {
    return tables.items(tables.uploads());
  }

  @Override
  public void close() {
    bucket.close();
  }
}
