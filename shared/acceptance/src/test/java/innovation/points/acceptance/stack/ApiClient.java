package innovation.points.acceptance.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the API of a stack as a browser would. */
public final class ApiClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration RUN = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(50);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String bureau;
  private final String approver;

  ApiClient(LocalStack stack) {
    this.api = stack.api();
    this.bureau = stack.token(List.of("bureau"), null, null);
    this.approver = stack.token(List.of("approver"), null, null);
  }

  String bureau() {
    return bureau;
  }

  HttpResponse<String> get(String path, @Nullable String token) {
    return send("GET", path, token, null);
  }

  HttpResponse<String> post(String path, @Nullable String token, String body) {
    return send("POST", path, token, body);
  }

  HttpResponse<String> send(
      String method, String path, @Nullable String token, @Nullable String body) {
    var request =
        HttpRequest.newBuilder(api.resolve(path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The body of a 200. */
  JsonNode json(String path, @Nullable String token) {
    HttpResponse<String> response = get(path, token);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return read(response.body());
  }

  public static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Orders a run and waits for its end, documents and all; what is to be published, another person
   * publishes.
   */
  JsonNode recompute(int year, String body) throws InterruptedException {
    HttpResponse<String> ordered =
        post(
            "/v1/years/%d/recomputations".formatted(year),
            bureau,
            body.contains("notice")
                ? body
                : body.replace("\"publish\":true", "\"publish\":true,\"noticeDays\":0"));
    if (ordered.statusCode() != 202) {
      throw new AssertionError(ordered.statusCode() + " " + ordered.body());
    }
    String location = ordered.headers().firstValue("Location").orElseThrow();
    long end = System.nanoTime() + RUN.toNanos();
    while (true) {
      JsonNode run = json(location, bureau);
      if (run.hasNonNull("finishedAt") && !run.path("documents").asText().equals("pending")) {
        return run.path("status").asText().equals("awaiting-approval")
            ? approve(year, location, run)
            : run;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("the run has not ended: " + run);
      }
      Thread.sleep(POLL);
    }
  }

  private JsonNode approve(int year, String location, JsonNode run) {
    String body =
        "{\"generation\":\"%s\",\"override\":{\"reason\":\"测试数据\"}}"
            .formatted(run.path("id").asText());
    publish(year, body);
    return json(location, bureau);
  }

  /** Has an approver publish something. */
  void publish(int year, String body) {
    HttpResponse<String> answer = post("/v1/years/%d/publication".formatted(year), approver, body);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }
}
