package innovation.points.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A handler as Lambda runs it: the event arrives as bytes, the runtime's own serializers read it,
 * and the answer leaves as bytes. Thread-safe where the handler is.
 */
public final class LocalFunction {

  private final String name;
  private final Duration timeout;
  private final InstantSource clock;
  private final Consumer<String> log;
  private final Body body;

  private LocalFunction(
      String name, Duration timeout, InstantSource clock, Consumer<String> log, Body body) {
    this.name = name;
    this.timeout = timeout;
    this.clock = clock;
    this.log = log;
    this.body = body;
  }

  /**
   * A function that reads and writes bytes.
   *
   * @param timeout from which the context counts down
   * @param log receives the handler's log, one call per line
   */
  public static LocalFunction of(
      String name,
      Duration timeout,
      InstantSource clock,
      Consumer<String> log,
      RequestStreamHandler handler) {
    return new LocalFunction(
        name,
        timeout,
        clock,
        log,
        (event, context) -> {
          var output = new ByteArrayOutputStream();
          handler.handleRequest(new ByteArrayInputStream(event), output, context);
          return output.toByteArray();
        });
  }

  /** A function that takes and gives objects. */
  public static <I, O> LocalFunction of(
      String name,
      Duration timeout,
      InstantSource clock,
      Consumer<String> log,
      RequestHandler<I, O> handler,
      Class<I> input,
      Class<O> output) {
    PojoSerializer<I> reader = serializer(input);
    PojoSerializer<O> writer = serializer(output);
    return new LocalFunction(
        name,
        timeout,
        clock,
        log,
        (event, context) -> {
          O answer =
              handler.handleRequest(reader.fromJson(new ByteArrayInputStream(event)), context);
          var bytes = new ByteArrayOutputStream();
          writer.toJson(answer, bytes);
          return bytes.toByteArray();
        });
  }

  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(type, LocalFunction.class.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }

  /** This function at the far end of a line, through which events and answers pass. */
  public LocalFunction behind(Line line) {
    return new LocalFunction(
        name,
        timeout,
        clock,
        log,
        (event, context) ->
            line.carry(event, carried -> invoke(carried, context.getAwsRequestId())));
  }

  /** A connection between a caller and a function; may repeat, delay and lose. */
  @FunctionalInterface
  public interface Line {

    /**
     * Carries an event to the function and the answer back.
     *
     * @throws InvocationException where the function ended with an error
     */
    byte[] carry(byte[] event, Far function) throws InvocationException;
  }

  /** The function at the far end. */
  @FunctionalInterface
  public interface Far {
    byte[] invoke(byte[] event) throws InvocationException;
  }

  public String name() {
    return name;
  }

  public Duration timeout() {
    return timeout;
  }

  /** Invokes the function once, with {@link #timeout()} as the time remaining in the context. */
  public byte[] invoke(byte[] event) throws InvocationException {
    return invoke(event, UUID.randomUUID().toString());
  }

  public byte[] invoke(byte[] event, String requestId) throws InvocationException {
    var context = new LocalContext(name, requestId, clock, clock.instant().plus(timeout), log);
    try {
      return body.run(event, context);
    } catch (IOException | RuntimeException | Error e) {
      log.accept("%s %s %s".formatted(name, requestId, describe(e)));
      throw new InvocationException(name, requestId, e);
    }
  }

  /**
   * The error as Lambda's runtime writes it, messages included: data that must not be logged would
   * show here too.
   */
  private static String describe(Throwable error) {
    var text = new StringBuilder(error.toString());
    for (StackTraceElement frame : error.getStackTrace()) {
      text.append("\n\tat ").append(frame);
    }
    if (error.getCause() != null) {
      text.append("\ncaused by ").append(describe(error.getCause()));
    }
    return text.toString();
  }

  private interface Body {
    byte[] run(byte[] event, Context context) throws IOException, InvocationException;
  }
}
