package innovation.points.local;

import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Hooks between the functions and everything else. The local stack uses {@link #NONE}; tests inject
 * the faults of a cloud.
 */
public interface FaultHooks {

  /** No faults. */
  FaultHooks NONE = new FaultHooks() {};

  /** The client through which the functions reach the tables. */
  default DynamoDbClient tables(LocalDynamoDb tables) {
    return tables.client();
  }

  /** The same for the functions that work in the background. */
  default DynamoDbClient tablesInTurn(LocalDynamoDb tables) {
    return tables.inTurn();
  }

  /** The client through which the functions reach the bucket. */
  default S3Client bucket(LocalS3 s3) {
    return s3.client();
  }

  /** The function as its callers see it. */
  default LocalFunction function(LocalFunction function) {
    return function;
  }

  /** The bytes that are left on the disk of the data folder. */
  default long usableSpace(Path folder) {
    return DiskSpace.usable(folder);
  }

  /** The factor by which queues, streams and state machines shorten their waits before a retry. */
  default int pace() {
    return 1;
  }
}
