package innovation.points.acceptance.cloud;

import innovation.points.local.LocalDynamoDb;
import innovation.points.local.s3.LocalS3;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The engines of the local stack. */
public class EmbeddedEngines implements ZoneEngines, ReachableEngines {

  private final LocalDynamoDb tables;
  private final LocalS3 s3 = new LocalS3(null, 0, InstantSource.system(), _ -> {});

  EmbeddedEngines() {
    this(null);
  }

  /**
   * Started.
   *
   * @param port of the tables, 0 for any free one; null: no other process reaches them
   */
  public EmbeddedEngines(@Nullable Integer port) {
    tables = new LocalDynamoDb(null, port);
  }

  @Override
  public DynamoDbClient tables() {
    return tables.client();
  }

  @Override
  public DynamoDbStreamsClient streams() {
    return tables.streams();
  }

  @Override
  public S3Client s3() {
    return s3.client();
  }

  @Override
  public URI tablesAddress() {
    return tables.endpoint().orElseThrow();
  }

  @Override
  public URI s3Address() {
    return s3.endpoint();
  }

  @Override
  public void makeBucket(String name) {
    s3.ensureBucket(name);
  }

  @Override
  public void close() {
    s3.close();
    tables.close();
  }
}
