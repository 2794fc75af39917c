package innovation.points.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Does over the API what the bureau does: order a run, wait for it, read the ranking. */
final class Bureau implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(200);

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalStack stack;
  private final String token;

  Bureau(LocalStack stack) {
    this.stack = stack;
    this.token = stack.token(List.of("bureau"), null, null);
  }

  /** Computes and publishes a year; the run as it ended. */
  JsonNode publish(int year) throws InterruptedException {
    HttpResponse<String> ordered =
        send(
            HttpRequest.newBuilder(
                    stack.api().resolve("/v1/years/%d/recomputations".formatted(year)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"publish\":true}")));
    String location =
        ordered
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new IllegalStateException("无法启动计算:" + ordered.body()));
    while (true) {
      JsonNode run = get(location);
      if (run.hasNonNull("finishedAt")) {
        return run;
      }
      Thread.sleep(POLL);
    }
  }

  JsonNode get(String path) throws InterruptedException {
    HttpResponse<String> response = send(HttpRequest.newBuilder(stack.api().resolve(path)));
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "%s 答复 %d:%s".formatted(path, response.statusCode(), response.body()));
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      return http.send(
          request.header("Authorization", "Bearer " + token).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
