package innovation.points.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.gateway.SamplePersons;
import innovation.points.local.gateway.TokenWish;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * What the sample zone's persons have decided and asked: settings that one proposed and another
 * approved, a rulebook's draft that waits, grants to a bank, and questions with what was done with
 * them. The files are under {@code events/settings/}, {@code events/rulebooks/}, {@code
 * events/grants/} and {@code events/questions/}.
 */
public final class SampleDecisions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path events;

  /** The folder {@code events} of the repository. */
  public SampleDecisions(Path events) {
    this.events = events;
  }

  /** Puts the drafts into the bucket and the settings in force, and grants. */
  public void provide(LocalStack stack) throws InterruptedException {
    for (Path file : files("rulebooks")) {
      String key = key(file);
      stack
          .s3()
          .client()
          .putObject(put -> put.bucket(LocalStack.BUCKET).key(key), RequestBody.fromFile(file));
    }
    try (var http = HttpClient.newHttpClient()) {
      for (Path file : files("settings")) {
        for (String group : List.of("bureau", "approver")) {
          put(http, stack, SamplePersons.first(group, null), file);
        }
      }
      for (Path file : files("grants")) {
        grant(http, stack, file);
      }
    }
  }

  /** Asks the questions, once what they are about is published. */
  public void ask(LocalStack stack) throws InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      for (Path file : files("questions")) {
        String path = "/v1/questions";
        for (JsonNode step : JSON.readTree(Files.readAllBytes(file))) {
          JsonNode by = step.path("by");
          TokenWish person =
              by.has("uscc")
                  ? TokenWish.of(List.of("enterprise"), null, by.path("uscc").asText())
                  : SamplePersons.first(
                      by.path("group").asText(), by.path("department").asText(null));
          String to = step.has("step") ? path + "/" + step.path("step").asText() : path;
          String answer = send(http, stack, person, "POST", to, step.path("send").toString());
          path = "/v1/questions/" + JSON.readTree(answer).path("id").asText();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(HttpClient http, LocalStack stack, TokenWish person, Path file)
      throws InterruptedException {
    try {
      send(http, stack, person, "PUT", "/v1/" + key(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A grant for a year from now, by the enterprise whose code the file begins with. */
  private void grant(HttpClient http, LocalStack stack, Path file) throws InterruptedException {
    String uscc = file.getFileName().toString().split("-", 2)[0];
    try {
      String until = OfficialTime.day(Instant.now()).plusYears(1).toString();
      send(
          http,
          stack,
          TokenWish.of(List.of("enterprise"), null, uscc),
          "POST",
          "/v1/enterprises/%s/grants".formatted(uscc),
          Files.readString(file).replace("{until}", until));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String send(
      HttpClient http, LocalStack stack, TokenWish person, String method, String path, String body)
      throws InterruptedException {
    URI address = stack.api().resolve(path);
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .header("Authorization", "Bearer " + stack.token(person))
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s 答复 %d：%s".formatted(address.getPath(), answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String key(Path file) {
    return events.relativize(file).toString().replace('\\', '/');
  }

  private List<Path> files(String folder) {
    Path place = events.resolve(folder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
