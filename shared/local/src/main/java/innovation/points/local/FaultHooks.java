package innovation.points.local;

import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What lies between the functions and everything else. In the local stack nothing does; a test puts
 * there what goes wrong in a cloud.
 */
public interface FaultHooks {

  /** Nothing in between. */
  FaultHooks NONE = new FaultHooks() {};

  /** What the functions reach the tables through. */
  default DynamoDbClient tables(LocalDynamoDb tables) {
    return tables.client();
  }

  /** What the functions reach the bucket through. */
  default S3Client bucket(LocalS3 s3) {
    return s3.client();
  }

  /** What whoever invokes a function invokes. */
  default LocalFunction function(LocalFunction function) {
    return function;
  }

  /** How many times faster the waits before a retry pass: of queues, streams, state machines. */
  default int pace() {
    return 1;
  }
}
