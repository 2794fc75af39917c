package innovation.points.acceptance.cloud;

import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Tables and an S3 service, initially empty, that other processes reach. */
public interface ReachableEngines extends AutoCloseable {

  DynamoDbClient tables();

  S3Client s3();

  URI tablesAddress();

  URI s3Address();

  /** Creates a versioned bucket. */
  void makeBucket(String name);

  @Override
  void close();
}
