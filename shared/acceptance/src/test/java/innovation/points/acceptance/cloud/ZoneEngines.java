package innovation.points.acceptance.cloud;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Tables, their streams and an S3 service, initially empty, of any provider. */
interface ZoneEngines extends AutoCloseable {

  DynamoDbClient tables();

  /** The tables as a function may use them. */
  default DynamoDbClient tables(String function) {
    return tables();
  }

  DynamoDbStreamsClient streams();

  S3Client s3();

  /** The bucket as a function may use it. */
  default S3Client s3(String function) {
    return s3();
  }

  /** Creates a versioned bucket. */
  void makeBucket(String name);

  @Override
  void close();
}
