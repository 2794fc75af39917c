package innovation.points.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts something between the functions and the engine of the tables. */
final class TableRequests {

  private TableRequests() {}

  /** What each request goes by. */
  @FunctionalInterface
  interface Way {
    @Nullable Object send(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
  }

  /** A client all of whose requests go that way, however they were made. */
  static DynamoDbClient by(Way way) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          boolean built = arguments != null && !(arguments[0] instanceof SdkRequest);
          if (method.isDefault() && (built || method.getName().endsWith("Paginator"))) {
            // Pages, and requests built in place, come back as the requests that they make.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          return way.send(method, arguments);
        };
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
  }

  /** Makes a call, whose fault is the client's own. */
  static @Nullable Object call(
      DynamoDbClient tables, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(tables, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
