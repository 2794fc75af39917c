package innovation.points.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.gateway.Routes;
import innovation.points.local.s3.LocalS3;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.scoring.Rulebooks;
import innovation.points.upload.UploadHandler;
import innovation.points.upload.UploadSettings;
import innovation.points.web.Role;
import innovation.points.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The document is well-formed OpenAPI 3.1, and describes every route that there is and no other.
 */
class OpenApiDocumentTest {

  private static final String KEY = "a key of at least sixteen bytes";

  private final LocalDynamoDb tables = new LocalDynamoDb(null, null);
  private final S3Presigner presigner =
      S3Presigner.builder()
          .region(Region.CN_NORTH_1)
          .credentialsProvider(LocalS3.credentials())
          .build();
  private final S3Client s3 =
      S3Client.builder()
          .region(Region.CN_NORTH_1)
          .credentialsProvider(LocalS3.credentials())
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final LookupHandler lookup =
      new LookupHandler(
          tables.client(),
          InstantSource.system(),
          new LookupSettings("facts", "scores", "uploads", LookupSettings.DUE, KEY));
  private final JsonNode document = Documents.served(lookup);

  OpenApiDocumentTest() throws IOException {}

  @AfterEach
  void stop() {
    s3.close();
    presigner.close();
    tables.close();
  }

  /** Against the specification's own schema, © the OpenAPI Initiative, Apache-2.0. */
  @Test
  void itIsOpenApi() throws IOException {
    try (InputStream in =
        OpenApiDocumentTest.class.getResourceAsStream("/openapi/oas-3.1-schema.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Error> faults =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema, InputFormat.JSON)
              .validate(document.toString(), InputFormat.JSON);
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }

  @Test
  void everyVariableOfAPathIsAParameter() {
    assertThat(Operation.of(document))
        .allSatisfy(
            operation ->
                assertThat(
                        operation.in("path").stream()
                            .map(parameter -> "{" + parameter.name() + "}")
                            .toList())
                    .as(operation.key())
                    .containsExactlyInAnyOrderElementsOf(
                        Stream.of(operation.path().split("/", -1))
                            .filter(segment -> segment.startsWith("{"))
                            .toList()));
  }

  @Test
  void operationsHaveNamesOfTheirOwnAndSayWhatTheyDo() {
    assertThat(Operation.of(document))
        .extracting(o -> o.node().path("operationId").asText())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
    assertThat(Operation.of(document)).allMatch(o -> !o.node().path("summary").asText().isEmpty());
  }

  @Test
  void everyRouteIsDescribedWithWhoMayCallIt() {
    var upload =
        new UploadHandler(
            tables.client(),
            s3,
            presigner,
            InstantSource.system(),
            new UploadSettings("bucket", "uploads", "scores", KEY));
    var recompute =
        new RecomputeHandler(
            tables.client(),
            InstantSource.system(),
            new RecomputeSettings("facts", "scores", KEY),
            Rulebooks.builtIn());
    List<String> served =
        Stream.of(upload.routes(), lookup.routes(), recompute.routes())
            .flatMap(List::stream)
            .map(OpenApiDocumentTest::line)
            .toList();
    assertThat(Operation.of(document).stream().map(OpenApiDocumentTest::line))
        .as("add it to functions/lookup/src/main/resources/openapi/{the function's}.yaml")
        .containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void theGatewayAsksForATokenWhereTheDocumentDoes() {
    assertThat(
            Operation.of(document).stream()
                .map(o -> o.key() + (o.node().has("security") ? "" : " (token)")))
        .containsExactlyInAnyOrderElementsOf(
            Routes.all().stream()
                .filter(route -> !route.method().isEmpty())
                .map(
                    route ->
                        route.method() + " " + route.path() + (route.token() ? " (token)" : ""))
                .toList());
  }

  private static String line(Operation operation) {
    return operation.key() + " " + operation.roles().stream().sorted().toList();
  }

  private static String line(Route route) {
    return route.key() + " " + route.access().roles().stream().map(Role::group).sorted().toList();
  }
}
