package innovation.points.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.gateway.SamplePersons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Acts as an officer over the API: orders a job, waits for it, reads the result, decides. */
public final class BureauClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(200);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String token;

  public BureauClient(LocalStack stack) {
    this(stack, "bureau");
  }

  /** Acts as the first sample person of a group. */
  BureauClient(LocalStack stack, String group) {
    this(stack.api(), stack.token(SamplePersons.first(group, null)));
  }

  /**
   * Acts as the first sample person of a group in the running stack.
   *
   * @param repository its root
   */
  static BureauClient running(Path repository, String group) throws IOException {
    Path endpoints = repository.resolve("target/local/endpoints.json");
    if (!Files.exists(endpoints)) {
      throw new IllegalStateException("没有正在运行的本地服务：先用 mvn -q -Plocal 启动");
    }
    JsonNode stack = JSON.readTree(Files.readAllBytes(endpoints));
    return new BureauClient(
        URI.create(stack.path("api").asText()), stack.path("tokens").path(group).asText());
  }

  public BureauClient(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  /**
   * Computes a year without a notice period; returns the finished run.
   *
   * @param publish whether it is to be published where nothing is in the way
   */
  JsonNode compute(int year, boolean publish) throws InterruptedException {
    return order(
        "/v1/years/%d/recomputations".formatted(year),
        "{\"publish\":%s,\"noticeDays\":0}".formatted(publish));
  }

  /** Publishes what another person has had computed; returns the run. */
  JsonNode approve(JsonNode run, String reason) throws InterruptedException {
    int year = run.path("year").asInt();
    String id = run.path("id").asText();
    var decision = JSON.createObjectNode().put("generation", id);
    decision.putObject("override").put("reason", reason);
    HttpResponse<String> answer =
        post("/v1/years/%d/publication".formatted(year), decision.toString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("请求未被接受：" + answer.body());
    }
    return get("/v1/years/%d/recomputations/%s".formatted(year, id));
  }

  /**
   * Compares the facts with the bucket and repairs them unless it is a dry run; returns the
   * finished rebuild.
   */
  public JsonNode rebuild(boolean dryRun) throws InterruptedException {
    return order("/v1/rebuilds", "{\"dryRun\":%s}".formatted(dryRun));
  }

  private JsonNode order(String path, String body) throws InterruptedException {
    HttpResponse<String> ordered = post(path, body);
    String location =
        ordered
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new IllegalStateException("请求未被接受：" + ordered.body()));
    while (true) {
      JsonNode state = get(location);
      if (state.hasNonNull("finishedAt") && !state.path("documents").asText().equals("pending")) {
        return state;
      }
      Thread.sleep(POLL);
    }
  }

  private HttpResponse<String> post(String path, String body) throws InterruptedException {
    return send(
        HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  JsonNode get(String path) throws InterruptedException {
    HttpResponse<String> response = send(HttpRequest.newBuilder(api.resolve(path)));
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "%s 答复 %d：%s".formatted(path, response.statusCode(), response.body()));
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
