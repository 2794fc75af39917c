package innovation.points.acceptance.cloud.jar;

import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The tables, initially empty, and an S3 service that other processes reach. */
interface JarEngines extends AutoCloseable {

  DynamoDbClient tables();

  S3Client s3();

  URI tablesAddress();

  URI s3Address();

  /** Creates a versioned bucket. */
  void makeBucket(String name);

  @Override
  void close();
}
