package innovation.points.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Counts the calls to the tables and the bucket, and from a chosen one on fails them all: the
 * process has died. Or another one does something just before a call.
 */
public final class FaultyClient {

  /** The process ends before the call takes effect, or after. */
  public enum When {
    BEFORE,
    AFTER
  }

  /** What a caller sees of its own death. */
  public static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final Set<String> READS =
      Set.of("getItem", "batchGetItem", "query", "scan", "getObject", "headObject");

  private final AtomicInteger calls = new AtomicInteger();
  private final int fatal;
  private final When when;
  private final boolean writes;
  private final @Nullable Runnable other;
  private volatile boolean dead;

  private FaultyClient(int fatal, When when, boolean writes, @Nullable Runnable other) {
    this.fatal = fatal;
    this.when = when;
    this.writes = writes;
    this.other = other;
  }

  /** Another process does something just before that call of those that are not reads, from 1. */
  public static FaultyClient meanwhile(int write, Runnable other) {
    return new FaultyClient(write, When.BEFORE, true, other);
  }

  /** Dies at that call, from 1. */
  public static FaultyClient dyingAt(int fatal, When when) {
    return new FaultyClient(fatal, when, false, null);
  }

  /** Dies at that call of those that are not reads, from 1. */
  public static FaultyClient dyingAtWrite(int fatal, When when) {
    return new FaultyClient(fatal, when, true, null);
  }

  public static FaultyClient counting() {
    return new FaultyClient(Integer.MAX_VALUE, When.BEFORE, false, null);
  }

  public int calls() {
    return calls.get();
  }

  @Override
  public String toString() {
    return "died %s call %d".formatted(when, fatal);
  }

  public boolean died() {
    return dead;
  }

  public DynamoDbClient of(DynamoDbClient client) {
    return proxy(DynamoDbClient.class, client);
  }

  public S3Client of(S3Client client) {
    return proxy(S3Client.class, client);
  }

  private <T> T proxy(Class<T> type, T client) {
    InvocationHandler handler = (proxy, method, args) -> invoke(client, proxy, method, args);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object invoke(
      Object client, Object proxy, Method method, @Nullable Object[] args) throws Throwable {
    boolean call = args != null && args.length > 0 && args[0] instanceof SdkRequest;
    if (!call || method.getName().endsWith("Paginator")) {
      // The interface's own code, which comes back here with the plain calls it consists of.
      return InvocationHandler.invokeDefault(proxy, method, args);
    }
    boolean here =
        !(writes && READS.contains(method.getName())) && calls.incrementAndGet() == fatal;
    if (here && other != null) {
      other.run();
      return invoke(client, proxy, method, args);
    }
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
