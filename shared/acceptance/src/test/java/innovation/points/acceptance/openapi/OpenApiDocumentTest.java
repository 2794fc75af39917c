package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import innovation.points.datasets.problem.FileSize;
import innovation.points.store.audit.TrailAction;
import innovation.points.testkit.GeneratedPart;
import innovation.points.web.access.Role;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The document is valid OpenAPI 3.1 and describes every route and no other. */
class OpenApiDocumentTest {

  private final ApiFunctions functions = new ApiFunctions();
  private final JsonNode document = functions.document();

  @AfterEach
  void stop() {
    functions.close();
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
  void announcedFilesAreAsLargeAsFilesMayBe() {
    JsonNode body = document.at("/components/schemas/AnnounceUploadRequest");
    assertThat(body.at("/properties/bytes/maximum").asLong()).isEqualTo(FileSize.LARGEST);
  }

  @Test
  void actionsOfTheTrailAreThoseThatAreRecorded() {
    assertThat(document.at("/components/schemas/TrailAction/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TrailAction.values()).map(TrailAction::id).toList());
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
    assertThat(Operation.of(document)).allMatch(o -> !o.node().path("x-en").asText().isEmpty());
  }

  /**
   * A generator names the values of a parameter by its operation and those of a property by its
   * schema: {@code ProfileEditionEnum} would be both, and the client would not compile.
   */
  @Test
  void noValuesOfAParameterAreNamedAsThoseOfASchema() {
    Set<String> ofSchemas = new HashSet<>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(
                        property -> {
                          if (property.getValue().has("enum")) {
                            ofSchemas.add(
                                (schema.getKey() + property.getKey()).toLowerCase(Locale.ROOT));
                          }
                        }));
    List<String> ofParameters =
        Operation.of(document).stream()
            .flatMap(
                operation ->
                    operation.parameters().stream()
                        .filter(parameter -> parameter.node().path("schema").has("enum"))
                        .map(
                            parameter ->
                                operation.node().path("operationId").asText() + parameter.name()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    assertThat(ofSchemas).isNotEmpty();
    assertThat(ofParameters).isNotEmpty().doesNotContainAnyElementsOf(ofSchemas);
  }

  @Test
  void everyParameterAndBodyHasAnExampleAndEveryBodyAName() {
    for (Operation operation : Operation.of(document)) {
      assertThat(operation.parameters())
          .as(operation.key())
          .allMatch(parameter -> parameter.node().has("example"), "has an example");
      JsonNode body = operation.node().at("/requestBody/content/application~1json");
      if (body.isObject()) {
        assertThat(body.has("example")).as("example of the body of " + operation.key()).isTrue();
      }
    }
    assertThat(document.at("/components/schemas").properties())
        .as("schemas of bodies that have no name")
        .isNotEmpty();
    assertThat(document.path("paths").findValues("application/json"))
        .isNotEmpty()
        .allMatch(content -> !content.path("schema").path("type").asText().equals("object"));
  }

  /** Else a generated client drops what came. */
  @Test
  void everyAnswerHasASchemaInOneOfItsForms() {
    for (Operation operation : Operation.of(document)) {
      JsonNode content = operation.node().at("/responses/200/content");
      if (content.isObject()) {
        assertThat(content.valueStream().anyMatch(form -> form.has("schema")))
            .as(operation.key())
            .isTrue();
      }
    }
  }

  @Test
  void theContractListsTheCalls() throws IOException {
    if (GeneratedPart.renewing()) {
      ContractCalls.TABLES.write(ContractCalls.made(document));
    }
    assertThat(ContractCalls.TABLES.written())
        .as("the calls in docs/contract.md; renew them with: " + GeneratedPart.RENEW)
        .isEqualTo(ContractCalls.made(document));
  }

  @Test
  void everyRouteIsDescribedWithWhoMayCallIt() {
    assertThat(Operation.of(document).stream().map(OpenApiDocumentTest::line))
        .as("add it to functions/lookup/src/main/resources/openapi/{the function's}.yaml")
        .containsExactlyInAnyOrderElementsOf(
            DeclaredRoutes.all().stream().map(OpenApiDocumentTest::line).toList());
  }

  private static String line(Operation operation) {
    return operation.key()
        + " "
        + operation.roles().stream().sorted().toList()
        + (operation.node().has("security") ? "" : " (token)");
  }

  private static String line(DeclaredRoute route) {
    return route.key()
        + " "
        + route.access().roles().stream().map(Role::group).sorted().toList()
        + (route.access().isPublic() ? "" : " (token)");
  }
}
