package innovation.points.acceptance.faults;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;

/** An HTTP client below the SDK's retries: an attempt may be lost, refused or late. */
final class FaultyHttp extends RelayedHttp {

  /** The process has died: no code of the handler may run after this. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death() {
      super("injected: the process is gone", null, false, false);
    }
  }

  /** Decides the fault of an attempt. */
  interface Fortune {

    /** The fault; null for none. */
    @org.jspecify.annotations.Nullable
    Fault of(HttpExecuteRequest request, String body);

    Duration delay();

    /** The invocation, which records late calls. */
    void late(Future<?> call);

    void died();
  }

  private final Fortune fortune;
  private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();

  FaultyHttp(SdkHttpClient line, Fortune fortune) {
    super(line);
    this.fortune = fortune;
  }

  @Override
  HttpExecuteResponse attempt(HttpExecuteRequest request) throws IOException {
    byte[] body = body(request);
    Fault fault = fortune.of(request, new String(body, StandardCharsets.UTF_8));
    if (fault == null) {
      return send(request, body);
    }
    switch (fault) {
      case LOST_REQUEST -> throw new SocketTimeoutException("injected: no answer");
      case LOST_ANSWER -> {
        close(send(request, body));
        throw new SocketTimeoutException("injected: no answer");
      }
      case LATE_EFFECT -> {
        fortune.late(later.submit(() -> sendLate(request, body)));
        throw new SocketTimeoutException("injected: no answer");
      }
      case LATE_ANSWER -> {
        HttpExecuteResponse response = send(request, body);
        sleep(fortune.delay());
        return response;
      }
      case THROTTLED -> {
        return throttled(request);
      }
      case SERVER_ERROR -> {
        return broken(request);
      }
      case SERVER_ERROR_AFTER_EFFECT -> {
        close(send(request, body));
        return broken(request);
      }
      case CUT_ANSWER -> {
        return cut(send(request, body));
      }
      case DEATH -> {
        if (fortune.delay().toMillis() % 2 == 0) {
          close(send(request, body));
        }
        fortune.died();
        throw new Death();
      }
      case PARTIAL_BATCH, EVENT_TWICE, EVENT_HELD, EVENT_ANSWER_LOST ->
          throw new IllegalStateException(fault + " is no fault of an attempt");
    }
    throw new IllegalStateException(fault.name());
  }

  private Void sendLate(HttpExecuteRequest request, byte[] body) throws IOException {
    sleep(fortune.delay());
    close(send(request, body));
    return null;
  }

  private static void close(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isPresent()) {
      response.responseBody().get().close();
    }
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean toTables(HttpExecuteRequest request) {
    return request.httpRequest().firstMatchingHeader(TARGET).isPresent();
  }

  private static HttpExecuteResponse throttled(HttpExecuteRequest request) {
    return toTables(request)
        ? exceeded()
        : answer(503, request, "<Error><Code>SlowDown</Code><Message>injected</Message></Error>");
  }

  private static HttpExecuteResponse broken(HttpExecuteRequest request) {
    return toTables(request)
        ? answer(
            500,
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
                + "\"message\":\"injected\"}")
        : answer(
            500, request, "<Error><Code>InternalError</Code><Message>injected</Message></Error>");
  }

  private static HttpExecuteResponse answer(int status, HttpExecuteRequest request, String xml) {
    boolean head = request.httpRequest().method() == SdkHttpMethod.HEAD;
    return answer(status, head ? "" : xml);
  }

  /** The first half of the content, then a broken connection. */
  private static HttpExecuteResponse cut(HttpExecuteResponse response) {
    if (response.responseBody().isEmpty()) {
      return response;
    }
    AbortableInputStream whole = response.responseBody().get();
    var part =
        new FilterInputStream(whole) {
          private int left = 100;

          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
              throw new SocketException("injected: connection reset");
            }
            int read = super.read(bytes, offset, Math.min(length, left));
            left -= read;
            return read;
          }
        };
    return HttpExecuteResponse.builder()
        .response(response.httpResponse())
        .responseBody(AbortableInputStream.create(part, whole))
        .build();
  }

  @Override
  public void close() {
    later.close();
    super.close();
  }
}
