package innovation.points.ingest;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * One invocation's way to the services: any call may fail before or after it took effect, the
 * invocation may die at any call, and anything may happen between two calls.
 */
final class S3Faults {

  /** Calls that reach a service; all others only lead to these. */
  private static final Set<String> CALLS =
      Set.of(
          "batchWriteItem",
          "deleteItem",
          "getItem",
          "getObject",
          "listObjectVersions",
          "listObjectsV2",
          "putItem",
          "putObject",
          "query",
          "scan",
          "transactWriteItems",
          "updateItem");

  /** The process is gone: no code of the handler may run after this. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Random random;
  private final double failures;
  private final double deaths;
  private final Runnable meanwhile;
  private final BooleanSupplier timeIsUp;
  private boolean dead;
  private int calls;

  /**
   * The faults of one invocation.
   *
   * @param failures how likely a call fails
   * @param deaths how likely the invocation dies at a call
   * @param meanwhile runs before each call
   * @param timeIsUp whether the platform has ended the invocation, asked before each call
   */
  S3Faults(
      Random random, double failures, double deaths, Runnable meanwhile, BooleanSupplier timeIsUp) {
    this.random = random;
    this.failures = failures;
    this.deaths = deaths;
    this.meanwhile = meanwhile;
    this.timeIsUp = timeIsUp;
  }

  int calls() {
    return calls;
  }

  <T> T on(Class<T> type, T client) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            isCall(method, arguments)
                ? call(client, method, arguments)
                : InvocationHandler.invokeDefault(proxy, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static boolean isCall(Method method, @Nullable Object @Nullable [] arguments) {
    boolean streaming =
        method.getName().equals("getObject") || method.getName().equals("putObject");
    return CALLS.contains(method.getName())
        && arguments != null
        && arguments[0] instanceof SdkRequest
        && arguments.length == (streaming ? 2 : 1);
  }

  private Object call(Object client, Method method, Object[] arguments) throws Throwable {
    if (dead) {
      throw new Death();
    }
    calls++;
    meanwhile.run();
    end(timeIsUp.getAsBoolean(), false);
    double draw = random.nextDouble();
    boolean before = random.nextBoolean();
    boolean dies = draw < deaths;
    boolean fails = !dies && draw < deaths + failures;
    if (before) {
      end(dies, fails);
    }
    Object answer;
    try {
      answer = method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
    end(dies, fails);
    return answer;
  }

  private void end(boolean dies, boolean fails) {
    if (dies) {
      dead = true;
      throw new Death();
    }
    if (fails) {
      throw SdkClientException.create("injected");
    }
  }
}
