package innovation.points.acceptance.cost;

import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Counts the usage of functions, in front of their clients and around the functions. Thread-safe.
 */
final class CostMeter {

  private final Map<MeteredQuantity, DoubleAdder> counters = new EnumMap<>(MeteredQuantity.class);

  CostMeter() {
    for (MeteredQuantity quantity : MeteredQuantity.values()) {
      counters.put(quantity, new DoubleAdder());
    }
  }

  /** Write units of each table. */
  private final Map<String, DoubleAdder> written = new ConcurrentHashMap<>();

  /** The write units of a table so far. */
  double written(String table) {
    return written.computeIfAbsent(table, _ -> new DoubleAdder()).sum();
  }

  /** The usage counted so far. */
  Usage total() {
    var amounts = new EnumMap<MeteredQuantity, Double>(MeteredQuantity.class);
    counters.forEach((quantity, counter) -> amounts.put(quantity, counter.sum()));
    return new Usage(amounts);
  }

  void add(MeteredQuantity quantity, double amount) {
    Objects.requireNonNull(counters.get(quantity)).add(amount);
  }

  /** A client that requests the consumed capacity of each call and sums it. */
  DynamoDbClient before(DynamoDbClient client) {
    return proxy(
        DynamoDbClient.class,
        (proxy, method, arguments) -> {
          if (arguments == null || arguments.length != 1) {
            return call(client, method, arguments);
          }
          if (!(arguments[0] instanceof DynamoDbRequest request)
              || method.getName().endsWith("Paginator")) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          Object response = call(client, method, new Object[] {asking(request)});
          book(method.getName(), (SdkPojo) Objects.requireNonNull(response));
          return response;
        });
  }

  /** A client that counts requests and stored bytes. */
  S3Client before(S3Client client) {
    return proxy(
        S3Client.class,
        (proxy, method, arguments) -> {
          if (arguments == null || arguments.length == 0) {
            return call(client, method, arguments);
          }
          if (!(arguments[0] instanceof S3Request) || method.getName().endsWith("Paginator")) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          String name = method.getName();
          if (name.startsWith("get") || name.startsWith("head")) {
            add(MeteredQuantity.S3_READS, 1);
          } else if (!name.startsWith("delete")) {
            add(MeteredQuantity.S3_WRITES, 1);
          }
          if (arguments.length > 1 && arguments[1] instanceof RequestBody body) {
            add(MeteredQuantity.S3_BYTES, body.optionalContentLength().orElse(0L));
          }
          return call(client, method, arguments);
        });
  }

  /**
   * A function that counts its invocations and their time.
   *
   * @param gigabytes of memory, as the template gives it
   */
  LocalFunction around(LocalFunction function, double gigabytes) {
    return LocalFunction.of(
        function.name(),
        function.timeout(),
        InstantSource.system(),
        log(),
        (input, output, _) -> {
          long start = System.nanoTime();
          try {
            output.write(function.invoke(input.readAllBytes()));
          } catch (InvocationException e) {
            throw new IOException(e);
          } finally {
            add(MeteredQuantity.INVOCATIONS, 1);
            add(MeteredQuantity.GIGABYTE_SECONDS, (System.nanoTime() - start) / 1e9 * gigabytes);
          }
        });
  }

  Consumer<String> log() {
    return line -> add(MeteredQuantity.LOG_BYTES, line.getBytes(StandardCharsets.UTF_8).length);
  }

  private static DynamoDbRequest asking(DynamoDbRequest request) {
    for (SdkField<?> field : request.sdkFields()) {
      if (field.memberName().equals("ReturnConsumedCapacity")) {
        var builder = request.toBuilder();
        field.set(builder, "TOTAL");
        return builder.build();
      }
    }
    return request;
  }

  private void book(String operation, SdkPojo response) {
    boolean reads =
        operation.startsWith("get")
            || operation.startsWith("batchGet")
            || operation.startsWith("query")
            || operation.startsWith("scan");
    for (SdkField<?> field : response.sdkFields()) {
      if (field.memberName().equals("ConsumedCapacity")) {
        for (Object capacity : listed(field.getValueOrDefault(response))) {
          book((ConsumedCapacity) capacity, reads);
        }
      }
    }
  }

  private void book(ConsumedCapacity capacity, boolean reads) {
    double units = capacity.capacityUnits();
    if (reads) {
      add(MeteredQuantity.DYNAMODB_READ_UNITS, units);
    } else {
      add(MeteredQuantity.DYNAMODB_WRITE_UNITS, units);
      written.computeIfAbsent(capacity.tableName(), _ -> new DoubleAdder()).add(units);
    }
  }

  private static Collection<?> listed(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> several -> several;
      default -> List.of(value);
    };
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
