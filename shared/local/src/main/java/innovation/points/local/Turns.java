package innovation.points.local;

import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Lets one request at a time of the functions that work in the background through to the engine of
 * the tables, which works them off one after the other anyway: a lookup then stands behind one of
 * their requests and not behind dozens. Thread-safe.
 */
final class Turns {

  private Turns() {}

  /** A client whose requests take turns. */
  static DynamoDbClient of(DynamoDbClient tables) {
    var turn = new Semaphore(1, true);
    return TableRequests.by(
        (method, arguments) -> {
          turn.acquireUninterruptibly();
          try {
            return TableRequests.call(tables, method, arguments);
          } finally {
            turn.release();
          }
        });
  }
}
