package innovation.points.recompute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Counts the calls to the table, and from a chosen one on fails them all: the process has died. */
final class FaultyClient implements InvocationHandler {

  /** The process ends before the call takes effect, or after. */
  enum When {
    BEFORE,
    AFTER
  }

  /** What a caller sees of its own death. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final Set<String> READS = Set.of("getItem", "batchGetItem", "query", "scan");

  private final DynamoDbClient client;
  private final AtomicInteger calls = new AtomicInteger();
  private final int fatal;
  private final When when;
  private final boolean writes;
  private volatile boolean dead;

  private FaultyClient(DynamoDbClient client, int fatal, When when, boolean writes) {
    this.client = client;
    this.fatal = fatal;
    this.when = when;
    this.writes = writes;
  }

  /** Dies at that call, from 1. */
  static FaultyClient dyingAt(DynamoDbClient client, int fatal, When when) {
    return new FaultyClient(client, fatal, when, false);
  }

  /** Dies at that call of those that are not reads, from 1. */
  static FaultyClient dyingAtWrite(DynamoDbClient client, int fatal, When when) {
    return new FaultyClient(client, fatal, when, true);
  }

  static FaultyClient counting(DynamoDbClient client) {
    return new FaultyClient(client, Integer.MAX_VALUE, When.BEFORE, false);
  }

  int calls() {
    return calls.get();
  }

  DynamoDbClient proxy() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] args)
      throws Throwable {
    boolean call = args != null && args.length == 1 && args[0] instanceof DynamoDbRequest;
    if (!call || method.getName().endsWith("Paginator")) {
      // The interface's own code, which comes back here with the plain calls it consists of.
      return InvocationHandler.invokeDefault(proxy, method, args);
    }
    boolean here =
        !(writes && READS.contains(method.getName())) && calls.incrementAndGet() == fatal;
    dead |= here && when == When.BEFORE;
    if (dead) {
      throw new Died();
    }
    try {
      Object answer = method.invoke(client, args);
      if (here) {
        throw new Died();
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    } finally {
      dead |= here;
    }
  }
}
