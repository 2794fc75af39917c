package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.gateway.SamplePersons;
import innovation.points.store.audit.TrailChain;
import innovation.points.web.time.OfficialTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;

/** The audit trail of a running stack: what persons do is in it, in a chain, and soon. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailEndToEndTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USCC = "91350100M000100Y43";
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final LocalStack stack = LocalStack.start(LocalSettings.empty(), InstantSource.system());
  private final HttpClient http = HttpClient.newHttpClient();
  private final String tax = stack.token(SamplePersons.first("department", "tax"));
  private final String auditor = stack.token(SamplePersons.first("auditor", null));

  @AfterAll
  void stop() {
    http.close();
    stack.close();
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(stack.api() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private List<JsonNode> trail(String query) throws Exception {
    HttpResponse<String> answer = send("GET", "/v1/audit" + query, auditor, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(JSON.readTree(answer.body()).path("items").spliterator(), false)
        .toList();
  }

  private List<JsonNode> await(String query, int items) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    List<JsonNode> found = trail(query);
    while (found.size() < items && System.nanoTime() < end) {
      Thread.sleep(100);
      found = trail(query);
    }
    assertThat(found).as(query).hasSizeGreaterThanOrEqualTo(items);
    return found;
  }

  @Test
  void whatIsDoneIsSealedWithinTenSeconds() throws Exception {
    String sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    HttpResponse<String> announced =
        send(
            "POST",
            "/v1/uploads",
            tax,
            "{\"dataset\":\"operations\",\"year\":2025,\"filename\":\"a.csv\",\"bytes\":10,"
                + "\"sha256\":\"%s\"}".formatted(sha256));
    assertThat(announced.statusCode()).isEqualTo(201);
    JsonNode item = await("?action=upload.announced", 1).getFirst();
    assertThat(item.path("person").toString())
        .isEqualTo(
            "{\"sub\":\"liu.yang\",\"name\":\"刘洋\",\"role\":\"department\","
                + "\"department\":\"tax\"}");
    assertThat(item.path("object").asText()).isEqualTo("uploads/tax/operations/2025/a.csv");
    assertThat(item.path("requestId").asText())
        .isEqualTo(announced.headers().firstValue("x-request-id").orElseThrow());

    send("GET", "/v1/years/2025/enterprises/" + USCC + "/profile", tax, "");
    JsonNode read = await("?action=profile.read&uscc=" + USCC, 1).getFirst();
    assertThat(read.path("person").path("name").asText()).isEqualTo("刘洋");
    String own = stack.token(List.of("enterprise"), null, USCC);
    JsonNode readers =
        JSON.readTree(send("GET", "/v1/enterprises/" + USCC + "/readers", own, "").body());
    assertThat(readers.path("items").path(0).path("office").asText()).isEqualTo("tax");
    assertThat(readers.toString()).contains("profile").doesNotContain("刘洋", "liu.yang");

    stack
        .s3()
        .client()
        .putObject(
            put -> put.bucket(LocalStack.BUCKET).key("uploads/tax/operations/2025/b.csv"),
            RequestBody.fromString("统一社会信用代码,营业收入(万元)\n" + USCC + ",1500\n"));
    JsonNode accepted = await("?action=upload.accepted", 1).getFirst();
    assertThat(accepted.path("person").path("sub").asText()).isEqualTo("system:s3");
    stack
        .s3()
        .client()
        .deleteObject(
            delete -> delete.bucket(LocalStack.BUCKET).key("uploads/tax/operations/2025/b.csv"));
    await("?action=upload.withdrawn", 1);

    HttpResponse<String> whole = send("GET", "/v1/audit?limit=200", auditor, "");
    String items = whole.body().replaceFirst("^\\{\"items\":\\[", "").replaceFirst("].*$", "");
    var lines = new ArrayList<>(List.of(items.split("(?<=\"})(,)(?=\\{\"seq\")")));
    var chain = new TrailChain();
    lines.reversed().forEach(line -> chain.next("item", line));
    assertThat(chain.faults()).isEmpty();
    assertThat(chain.last()).isGreaterThanOrEqualTo(4);

    HttpResponse<String> csv = send("GET", "/v1/audit?format=csv", auditor, "");
    assertThat(csv.body()).contains("姓名", "刘洋", "upload.announced");
    assertThat(await("?action=export.made", 1).getFirst().path("person").path("name").asText())
        .isEqualTo("赵静");
    aDayIsFiledWhenItIsOver();
  }

  private void aDayIsFiledWhenItIsOver() throws Exception {
    List<JsonNode> items = trail("?limit=200");
    LocalDate day = LocalDate.now(OfficialTime.ZONE);
    var next = day.plusDays(1).atTime(9, 0).atZone(OfficialTime.ZONE).toInstant();
    send("POST", "/local/clock", auditor, "{\"now\":\"%s\"}".formatted(next));
    send("GET", "/v1/audit?format=csv", auditor, "");
    stack.wiring().awaitQuiet(LONGEST.multipliedBy(3));
    String key = "audit/" + day.toString().replace('-', '/') + ".jsonl";
    String filed =
        stack
            .s3()
            .client()
            .getObjectAsBytes(get -> get.bucket(LocalStack.BUCKET).key(key))
            .asUtf8String();
    var chain = new TrailChain();
    filed.lines().forEach(line -> chain.next(key, line));
    assertThat(chain.faults()).isEmpty();
    assertThat(chain.last()).isEqualTo(items.getFirst().path("seq").asInt());
  }
}
