package innovation.points.acceptance.cloud.jar;

import innovation.points.local.LocalDynamoDb;
import innovation.points.local.s3.LocalS3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The jars on the engines of the local stack. */
class PackagedJarsTest extends PackagedJars {

  PackagedJarsTest() throws IOException {}

  @Override
  JarEngines start(Path log) {
    var tables = new LocalDynamoDb(null, 0);
    var s3 = new LocalS3(null, 0, InstantSource.system(), _ -> {});
    return new JarEngines() {
      @Override
      public DynamoDbClient tables() {
        return tables.client();
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
    };
  }
}
