package innovation.points.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.SdkRequest;
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
    InvocationHandler taking =
        (proxy, method, arguments) -> {
          boolean request =
              arguments != null && arguments.length > 0 && arguments[0] instanceof SdkRequest;
          if (method.isDefault() && (!request || method.getName().endsWith("Paginator"))) {
            // Pages, and requests built in place, come back as the requests that they make.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          turn.acquireUninterruptibly();
          try {
            return method.invoke(tables, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          } finally {
            turn.release();
          }
        };
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, taking);
  }
}
