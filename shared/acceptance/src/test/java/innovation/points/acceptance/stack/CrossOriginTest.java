package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cross-origin access of another web application, where one is configured. */
class CrossOriginTest {

  private static final String ELSEWHERE = "https://www.example.gov.cn";

  @Test
  void configuredOriginMayCallTheApiAndUpload() throws Exception {
    try (var stack =
        LocalStack.start(LocalSettings.empty().withCorsOrigin(ELSEWHERE), InstantSource.system())) {
      assertThat(allowed(stack.api().resolve("/v1/uploads"), "POST")).contains(ELSEWHERE);
      assertThat(
              allowed(stack.s3().endpoint().resolve("/" + LocalStack.BUCKET + "/uploads/x"), "PUT"))
          .contains(ELSEWHERE);
    }
  }

  @Test
  void withoutOneNoOtherOriginMay() throws Exception {
    try (var stack = LocalStack.start(LocalSettings.empty(), InstantSource.system())) {
      assertThat(allowed(stack.api().resolve("/v1/uploads"), "POST")).isEmpty();
    }
  }

  private static Optional<String> allowed(URI address, String method) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address)
                  .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                  .header("Origin", ELSEWHERE)
                  .header("Access-Control-Request-Method", method)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .headers()
          .firstValue("access-control-allow-origin");
    }
  }
}
