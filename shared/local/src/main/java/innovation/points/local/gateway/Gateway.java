package innovation.points.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import innovation.points.local.gateway.Routes.Match;
import innovation.points.local.gateway.Tokens.Check;
import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP API on 127.0.0.1: finds the route, checks the token where the route requires one, invokes
 * the function and sends its answer, within the limits of an HTTP API.
 */
public final class Gateway implements AutoCloseable {

  static final int MOST_REQUEST_BYTES = 10 * 1024 * 1024;
  static final int MOST_PAYLOAD_BYTES = 6 * 1024 * 1024;

  private static final String HOST = "127.0.0.1";
  private static final String LOCAL = "/local/";
  private static final String THROTTLE = "/local/throttle";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> READS = Set.of("GET", "HEAD");

  private static final Answer UNAUTHORIZED = Answer.ofGateway(401, "Unauthorized");
  private static final Answer TOO_LARGE = Answer.ofGateway(413, "Request Entity Too Large");
  private static final Answer TOO_MANY = Answer.ofGateway(429, "Too Many Requests");
  private static final Answer INTERNAL_ERROR = Answer.ofGateway(500, "Internal Server Error");
  private static final Answer UNAVAILABLE = Answer.ofGateway(503, "Service Unavailable");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final InstantSource clock;
  private final Throttle throttle;
  private final Duration timeout;
  private final CrossOrigin crossOrigin;
  private Map<String, LocalFunction> functions = Map.of();
  private LongFunction<Optional<String>> full = _ -> Optional.empty();
  private @Nullable LocalCalls local;
  private @Nullable Tokens tokens;

  /**
   * Binds a port; answers requests after {@link #serve}.
   *
   * @param port 0 for any free port
   * @param timeout after which a request is answered with 503; 30 s in the cloud
   */
  public Gateway(int port, InstantSource clock, Duration timeout, CrossOrigin crossOrigin) {
    this.clock = clock;
    this.throttle = new Throttle(clock);
    this.timeout = timeout;
    this.crossOrigin = crossOrigin;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "端口 %d 无法使用（%s），请用 LOCAL_PORT 另选一个，0 为任意空闲端口".formatted(port, e.getMessage()), e);
    }
    server.setExecutor(threads);
  }

  public URI endpoint() {
    return URI.create("http://" + HOST + ":" + server.getAddress().getPort());
  }

  /**
   * Starts answering requests.
   *
   * @param functions by name
   * @param local answers the calls that exist only in the local stack
   * @param full says why so many bytes cannot be written; empty where they can
   */
  public void serve(
      Map<String, LocalFunction> functions,
      Tokens tokens,
      LocalCalls local,
      LongFunction<Optional<String>> full) {
    this.full = full;
    this.functions = Map.copyOf(functions);
    this.tokens = tokens;
    this.local = local;
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    String asked = exchange.getRequestHeaders().getFirst("Access-Control-Request-Method");
    try (exchange) {
      var preflight = crossOrigin.preflight(exchange.getRequestMethod(), origin, asked);
      Answer answer =
          preflight.isPresent()
              ? preflight.get()
              : crossOrigin.on(body(exchange, requestId), origin);
      answer.send(exchange, requestId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer body(HttpExchange exchange, String requestId)
      throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_REQUEST_BYTES + 1);
    if (body.length > MOST_REQUEST_BYTES) {
      return TOO_LARGE;
    }
    String path = HttpEvent.path(exchange);
    if (path.equals(THROTTLE)) {
      return throttled(body);
    }
    if (path.startsWith(LOCAL) && local != null) {
      return local.answer(exchange.getRequestMethod(), path, body);
    }
    if (!throttle.admits()) {
      return TOO_MANY;
    }
    Match match = Routes.match(exchange.getRequestMethod(), path);
    Map<String, String> claims = null;
    if (match.route().token()) {
      switch (check(exchange)) {
        case Check.Invalid(String reason) -> {
          return UNAUTHORIZED.with("www-authenticate", challenge(reason));
        }
        case Check.Valid(Map<String, String> valid) -> claims = valid;
      }
    }
    Optional<String> refusal =
        READS.contains(exchange.getRequestMethod()) ? Optional.empty() : full.apply(body.length);
    if (refusal.isPresent()) {
      return Answer.problem(507, "磁盘空间不足", refusal.get());
    }
    return invoke(
        match.route().function(),
        HttpEvent.of(exchange, match, body, requestId, clock.instant(), claims),
        requestId);
  }

  /** {@code {"requestsPerSecond": 5}} limits the rate of requests; 0 ends the limit. */
  private Answer throttled(byte[] body) throws IOException {
    JsonNode rate;
    try {
      rate = JSON.readTree(body).path("requestsPerSecond");
    } catch (JsonProcessingException e) {
      return Answer.problem(400, "请求有误", "正文应为 JSON");
    }
    if (!rate.isInt() || rate.intValue() < 0) {
      return Answer.problem(400, "请求有误", "requestsPerSecond 应为不小于 0 的整数，0 为不限");
    }
    throttle.limit(rate.intValue());
    return Answer.json(200, JSON.createObjectNode().put("requestsPerSecond", rate.intValue()));
  }

  private Check check(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null || tokens == null ? new Check.Invalid("") : tokens.check(header);
  }

  /** What an HTTP API says about a token that is missing or does not hold. */
  private static String challenge(String reason) {
    return reason.isEmpty()
        ? "Bearer"
        : "Bearer error=\"invalid_token\" error_description=\"%s\"".formatted(reason);
  }

  private Answer invoke(String name, byte[] event, String requestId)
      throws InterruptedException, IOException {
    LocalFunction function = functions.get(name);
    if (function == null) {
      return INTERNAL_ERROR;
    }
    if (event.length > MOST_PAYLOAD_BYTES) {
      return TOO_LARGE;
    }
    var running = threads.submit(() -> function.invoke(event, requestId));
    try {
      byte[] payload = running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (payload.length > MOST_PAYLOAD_BYTES) {
        return INTERNAL_ERROR;
      }
      return Answer.of(payload);
    } catch (TimeoutException e) {
      running.cancel(true);
      return UNAVAILABLE;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvocationException) {
        return INTERNAL_ERROR;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Waits up to a second for running requests to end. */
  @Override
  public void close() {
    server.stop(1);
    threads.close();
  }
}
