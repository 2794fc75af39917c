package innovation.points.acceptance.cloud;

import innovation.points.local.LocalDynamoDb;
import innovation.points.local.s3.LocalS3;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The engines of the local stack. */
class EmbeddedEngines implements ZoneEngines {

  private final LocalDynamoDb tables = new LocalDynamoDb(null, null);
  private final LocalS3 s3 = new LocalS3(null, 0, InstantSource.system(), _ -> {});

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
  public void makeBucket(String name) {
    s3.ensureBucket(name);
  }

  @Override
  public void close() {
    s3.close();
    tables.close();
  }
}
