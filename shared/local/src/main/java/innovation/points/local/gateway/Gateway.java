package innovation.points.local.gateway;

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
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final InstantSource clock;
  private final Duration timeout;
  private final CrossOrigin crossOrigin;
  private Map<String, LocalFunction> functions = Map.of();
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
   */
  public void serve(Map<String, LocalFunction> functions, Tokens tokens, LocalCalls local) {
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
      return Answer.problem(413, "请求过大", "请求正文不得超过 10 MB");
    }
    String path = HttpEvent.path(exchange);
    if (path.startsWith(LOCAL) && local != null) {
      return local.answer(exchange.getRequestMethod(), path, body);
    }
    // An HTTP API has no routes for HEAD unless they are declared: $default takes it.
    Match match = Routes.match(exchange.getRequestMethod(), path);
    Map<String, String> claims = null;
    if (match.route().token()) {
      switch (check(exchange)) {
        case Check.Invalid(String reason) -> {
          return Answer.problem(401, "未登录", reason).with("www-authenticate", "Bearer");
        }
        case Check.Valid(Map<String, String> valid) -> claims = valid;
      }
    }
    return invoke(
        match.route().function(),
        HttpEvent.of(exchange, match, body, requestId, clock.instant(), claims),
        requestId);
  }

  private Check check(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null || tokens == null
        ? new Check.Invalid("此接口需要登录令牌（Authorization: Bearer …）")
        : tokens.check(header);
  }

  private Answer invoke(String name, byte[] event, String requestId)
      throws InterruptedException, IOException {
    LocalFunction function = functions.get(name);
    if (function == null) {
      return Answer.problem(500, "系统内部错误", "没有函数 " + name);
    }
    if (event.length > MOST_PAYLOAD_BYTES) {
      return Answer.problem(413, "请求过大", "请求换算为事件后不得超过 6 MB");
    }
    var running = threads.submit(() -> function.invoke(event, requestId));
    try {
      byte[] payload = running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (payload.length > MOST_PAYLOAD_BYTES) {
        return internalError(requestId);
      }
      return Answer.of(payload);
    } catch (TimeoutException e) {
      running.cancel(true);
      return Answer.problem(503, "服务暂不可用", "处理超过 %d 秒".formatted(timeout.toSeconds()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvocationException) {
        return internalError(requestId);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Answer internalError(String requestId) {
    return Answer.problem(500, "系统内部错误", "请求 %s 处理失败".formatted(requestId));
  }

  /** Waits up to a second for running requests to end. */
  @Override
  public void close() {
    server.stop(1);
    threads.close();
  }
}
