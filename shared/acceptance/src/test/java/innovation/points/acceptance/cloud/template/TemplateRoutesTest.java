package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.gateway.Routes;
import innovation.points.local.s3.LocalS3;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.upload.UploadHandler;
import innovation.points.upload.UploadSettings;
import innovation.points.web.route.Route;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The API of the cloud, of the local stack and of the code is one API. */
class TemplateRoutesTest {

  private static final String KEY = "a key of at least sixteen bytes";

  private final Template template = Template.read();
  private final LocalDynamoDb tables = new LocalDynamoDb(null, null);

  /** A route as a line: who serves what, and whether a token is needed to get there. */
  private static String line(String function, String key, boolean token) {
    return function + ": " + key + (token ? " (token)" : "");
  }

  TemplateRoutesTest() throws IOException {}

  @AfterEach
  void stop() {
    tables.close();
  }

  @Test
  void theTemplateRoutesWhatTheLocalStackRoutes() {
    assertThat(template.functions().stream().flatMap(TemplateRoutesTest::declared))
        .containsExactlyInAnyOrderElementsOf(
            Routes.all().stream()
                .map(
                    route ->
                        line(
                            route.function(),
                            (route.method() + " " + route.path()).strip(),
                            route.token()))
                .toList());
  }

  @Test
  void theTemplateRoutesWhatUploadServes() {
    try (var s3 =
            S3Client.builder()
                .region(Region.CN_NORTH_1)
                .credentialsProvider(LocalS3.credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        var presigner =
            S3Presigner.builder()
                .region(Region.CN_NORTH_1)
                .credentialsProvider(LocalS3.credentials())
                .build()) {
      var upload =
          new UploadHandler(
              tables.client(),
              s3,
              presigner,
              InstantSource.system(),
              new UploadSettings("bucket", "uploads", "scores", KEY));
      assertServed("upload", upload.routes());
    }
  }

  @Test
  void theTemplateRoutesWhatLookupServes() {
    var lookup =
        new LookupHandler(
            tables.client(),
            InstantSource.system(),
            new LookupSettings("facts", "scores", "uploads", LookupSettings.DUE, KEY));
    assertServed("lookup", lookup.routes());
  }

  @Test
  void theTemplateRoutesWhatRecomputeServes() {
    var recompute =
        new RecomputeHandler(
            tables.client(),
            InstantSource.system(),
            new RecomputeSettings("facts", "scores", KEY),
            Rulebooks.builtIn());
    assertServed("recompute", recompute.routes());
  }

  @Test
  void thePortalTakesEverythingElse() {
    assertThat(declared(template.function("portal"))).containsExactly("portal: $default");
  }

  private void assertServed(String name, List<Route> served) {
    assertThat(declared(template.function(name)))
        .containsExactlyInAnyOrderElementsOf(
            served.stream()
                .map(route -> line(name, route.key(), !route.access().isPublic()))
                .toList());
  }

  private static Stream<String> declared(Resource function) {
    return function
        .property("/Events")
        .valueStream()
        .filter(event -> event.path("Type").asText().equals("HttpApi"))
        .map(event -> event.path("Properties"))
        .map(
            route ->
                line(
                    Template.nameOf(function),
                    route.has("Path") ? key(route) : "$default",
                    !route.at("/Auth/Authorizer").asText().equals("NONE")));
  }

  private static String key(JsonNode route) {
    return route.path("Method").asText() + " " + route.path("Path").asText();
  }
}
