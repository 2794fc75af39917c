package innovation.points.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client of the API that retries requests without an answer, as cloud clients do. */
final class FaultyCaller implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ATTEMPTS = 40;
  private static final int POLL = 50;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String bureau;

  FaultyCaller(LocalStack stack) {
    api = stack.api();
    bureau = stack.token(List.of("bureau"), null, null);
  }

  HttpResponse<String> send(String method, String path, String body) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("Authorization", "Bearer " + bureau)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of a 200; empty for another status. */
  Optional<JsonNode> once(String path) throws InterruptedException {
    HttpResponse<String> response = send("GET", path, "");
    return response.statusCode() == 200 ? Optional.of(read(response.body())) : Optional.empty();
  }

  JsonNode get(String path) throws InterruptedException {
    return read(insist("GET", path, "").body());
  }

  /** Repeats a request while the answer is a 5xx. */
  private HttpResponse<String> insist(String method, String path, String body)
      throws InterruptedException {
    HttpResponse<String> response = send(method, path, body);
    for (int attempt = 1; attempt < ATTEMPTS && response.statusCode() >= 500; attempt++) {
      Thread.sleep(POLL);
      response = send(method, path, body);
    }
    if (response.statusCode() >= 300) {
      throw new AssertionError(
          "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
    }
    return response;
  }

  /** Orders a job and waits for its end. */
  JsonNode order(String path, String body) throws InterruptedException {
    String location = insist("POST", path, body).headers().firstValue("Location").orElseThrow();
    while (true) {
      JsonNode state = get(location);
      if (state.hasNonNull("finishedAt")) {
        return state;
      }
      Thread.sleep(POLL);
    }
  }

  JsonNode publish(int year) throws InterruptedException {
    return order(
        "/v1/years/%d/recomputations".formatted(year),
        "{\"publish\":true,\"override\":{\"reason\":\"测试数据\"}}");
  }

  /** All items of a list. */
  List<JsonNode> items(String path) throws InterruptedException {
    var items = new ArrayList<JsonNode>();
    String cursor = "";
    do {
      JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor);
      page.path("items").forEach(items::add);
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
