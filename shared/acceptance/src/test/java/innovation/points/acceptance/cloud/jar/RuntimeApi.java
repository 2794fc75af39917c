package innovation.points.acceptance.cloud.jar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The server side of Lambda's runtime API: hands out events and receives answers. On loopback, for
 * one function at a time.
 */
final class RuntimeApi implements AutoCloseable {

  /** The result: a response, or the error that the function reported. */
  sealed interface Answer {
    String body();

    record Response(String body) implements Answer {}

    record Failure(String body) implements Answer {}
  }

  private static final String PREFIX = "/2018-06-01/runtime";
  private static final Duration BUDGET = Duration.ofMinutes(2);

  private final HttpServer server;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PREFIX + "/invocation/next", this::next);
    server.createContext(PREFIX + "/invocation/", this::answered);
    server.createContext(PREFIX + "/init/error", exchange -> take(exchange, true));
    server.start();
  }

  /** Value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  void send(String event) {
    events.add(event);
  }

  /** The next answer; fails where there is none in time. */
  Answer await(Duration patience) throws InterruptedException {
    Answer answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    return answer == null ? new Answer.Failure("no answer in " + patience) : answer;
  }

  private void next(HttpExchange exchange) throws IOException {
    String event;
    try {
      event = events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closed");
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(BUDGET).toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-west-1:000000000000:function:packaged:live");
    headers.set("Content-Type", "application/json");
    byte[] body = event.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void answered(HttpExchange exchange) throws IOException {
    take(exchange, exchange.getRequestURI().getPath().endsWith("/error"));
  }

  private void take(HttpExchange exchange, boolean failed) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    answers.add(failed ? new Answer.Failure(body) : new Answer.Response(body));
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
