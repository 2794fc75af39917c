package innovation.points.acceptance.cloud.emulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.cloud.template.Deployment;
import innovation.points.acceptance.cloud.template.KeyedCalls;
import innovation.points.acceptance.cloud.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * The template, transformed by SAM and deployed by moto, gives the resources that the code expects.
 * Skipped with a message where Python lacks the two.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmulatedStackTest {

  private static final List<String> PARAMETERS =
      List.of(
          "JwtIssuer=https://issuer.example.invalid", "JwtAudiences=portal", "Release=0123456789");

  /** The resource types that moto creates; it ignores others silently. */
  private static final Set<String> MADE =
      Set.of(
          "AWS::S3::Bucket",
          "AWS::DynamoDB::Table",
          "AWS::SQS::Queue",
          "AWS::SNS::Topic",
          "AWS::IAM::Role",
          "AWS::Logs::LogGroup",
          "AWS::Lambda::Function",
          "AWS::Lambda::EventSourceMapping");

  private JsonNode stack;
  private Template transformed;

  @BeforeAll
  void make(@TempDir Path folder) throws IOException, InterruptedException {
    transformed = Emulator.transformed("eu-west-1", PARAMETERS, folder);
    stack = Emulator.created("eu-west-1", PARAMETERS, folder);
  }

  @Test
  void everythingThatTheEmulatorSupportsIsCreated() {
    assertThat(stack.path("status").asText()).isEqualTo("CREATE_COMPLETE");
    for (String type : MADE) {
      Set<String> made =
          stack.path("resources").properties().stream()
              .filter(each -> each.getValue().path("type").asText().equals(type))
              .map(each -> each.getKey())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(made)
          .as(type)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(existing(type).map(Template.Resource::id).toList());
    }
  }

  @Test
  void theTablesAreTheOnesOfTheCode() {
    for (CreateTableRequest expected : KeyedCalls.tables().toList()) {
      JsonNode table = resource(expected.tableName()).path("table");
      assertThat(KeyedCalls.by(table.path("KeySchema")))
          .isEqualTo(KeyedCalls.by(expected.keySchema()));
      assertThat(table.at("/BillingModeSummary/BillingMode").asText())
          .isEqualTo(expected.billingModeAsString());
      assertThat(table.path("DeletionProtectionEnabled").asBoolean()).isTrue();
      assertThat(table.at("/StreamSpecification/StreamViewType").asText())
          .isEqualTo(KeyedCalls.stream(expected));
      assertThat(indexes(table))
          .isEqualTo(
              expected.globalSecondaryIndexes().stream()
                  .collect(
                      Collectors.toMap(
                          index -> index.indexName(), index -> KeyedCalls.by(index.keySchema()))));
    }
  }

  /** Moto's stacks create only the bucket's name; TemplateTest checks its settings. */
  @Test
  void theBucketHasTheNameThatTheQueueLetsIn() {
    assertThat(resource("Bucket").path("id").asText())
        .isEqualTo("innovation-points-xinxiang-123456789012-eu-west-1");
  }

  @Test
  void whatCannotBeTakenInGoesToTheDeadLetters() throws IOException {
    JsonNode queue = resource("UploadQueue").path("queue");
    JsonNode redrive = new ObjectMapper().readTree(queue.path("RedrivePolicy").asText());
    assertThat(redrive.path("deadLetterTargetArn").asText())
        .isEqualTo(resource("UploadDeadLetters").at("/queue/QueueArn").asText());
    assertThat(redrive.path("maxReceiveCount").asInt()).isEqualTo(5);
    assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(1800);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upload", "Ingest", "Score", "Recompute", "Desk", "Lookup", "Portal"})
  void afterTheTransformationAFunctionHasOnlyItsOwnRole(String name) {
    Template.Resource function = transformed.resource(name + "Function");
    assertThat(function.property("/Role/Fn::GetAtt/0").asText()).isEqualTo(name + "Role");
    assertThat(function.property("/Runtime/Ref").asText()).isEqualTo("Runtime");
    assertThat(function.property("/LoggingConfig/LogFormat").asText()).isEqualTo("Text");
    assertThat(function.property("/LoggingConfig/LogGroup/Ref").asText()).isEqualTo(name + "Log");
    assertThat(existing("AWS::IAM::Role")).as("SAM makes no role besides").hasSize(8);
  }

  private Stream<Template.Resource> existing(String type) {
    var deployment = Deployment.inEurope(transformed);
    return transformed.ofType(type).stream().filter(deployment::exists);
  }

  private JsonNode resource(String id) {
    return Objects.requireNonNull(stack.path("resources").get(id), id);
  }

  private static Map<String, List<String>> indexes(JsonNode table) {
    return table
        .path("GlobalSecondaryIndexes")
        .valueStream()
        .collect(
            Collectors.toMap(
                index -> index.path("IndexName").asText(),
                index -> KeyedCalls.by(index.path("KeySchema"))));
  }
}
