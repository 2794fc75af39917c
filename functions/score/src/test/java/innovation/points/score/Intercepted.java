package innovation.points.score;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** A client that lets a test act at its calls. */
final class Intercepted {

  private Intercepted() {}

  static DynamoDbClient before(DynamoDbClient client, Consumer<DynamoDbRequest> action) {
    return of(client, action, _ -> {});
  }

  static DynamoDbClient after(DynamoDbClient client, Consumer<DynamoDbRequest> action) {
    return of(client, _ -> {}, action);
  }

  private static DynamoDbClient of(
      DynamoDbClient client, Consumer<DynamoDbRequest> before, Consumer<DynamoDbRequest> after) {
    InvocationHandler handler =
        (proxy, method, args) -> {
          boolean call = args != null && args.length == 1 && args[0] instanceof DynamoDbRequest;
          if (!call || method.getName().endsWith("Paginator")) {
            // The interface's own code, which comes back here with the plain calls it consists of.
            return InvocationHandler.invokeDefault(proxy, method, args);
          }
          before.accept((DynamoDbRequest) args[0]);
          try {
            Object answer = method.invoke(client, args);
            after.accept((DynamoDbRequest) args[0]);
            return answer;
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        };
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
  }
}
