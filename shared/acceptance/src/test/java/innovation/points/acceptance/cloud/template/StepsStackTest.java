package innovation.points.acceptance.cloud.template;

import static innovation.points.acceptance.cloud.template.Template.listed;
import static innovation.points.acceptance.cloud.template.Template.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.template.Policy.Request;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack within the stack, which computes a year in steps. */
class StepsStackTest {

  private static final String STATES = "arn:aws:states:eu-west-1:" + Deployment.ACCOUNT + ":";
  private static final String MACHINE = "RunMachine-AbCdEf012345";

  private final Template zone = Template.read();
  private final Template steps = Template.steps();
  private final Deployment deployment =
      new Deployment(
          steps,
          "eu-west-1",
          Map.of("Tracing", "off", "Zone", "xinxiang", "RecomputeFunction", "recompute:live"));

  StepsStackTest() throws IOException {}

  @Test
  void theZonesStackGivesItEveryParameterAndItsPlace() {
    Resource nested = zone.resource("Steps");
    assertThat(nested.body().path("Condition").asText()).isEqualTo("InSteps");
    assertThat(Repository.root().resolve(nested.property("/TemplateURL").asText())).exists();
    assertThat(names(nested.property("/Parameters")))
        .containsExactlyInAnyOrderElementsOf(names(steps.root().path("Parameters")));
    assertThat(Repository.root().resolve(".ci/stacks").resolve(definition())).exists();
    assertThat(zone.text()).doesNotContain("AWS::Pipes", "AWS::StepFunctions");
  }

  /** A packaged definition with a name that nobody replaces would be refused by Step Functions. */
  @Test
  void everyNameInTheDefinitionIsReplaced() throws IOException {
    String text =
        Files.readString(Repository.root().resolve(".ci/stacks").resolve(definition()).normalize());
    JsonNode substitutions = steps.resource("RunMachine").property("/DefinitionSubstitutions");
    for (String name : names(substitutions)) {
      assertThat(text).contains("${" + name + "}");
      text = text.replace("${" + name + "}", "");
    }
    assertThat(text).doesNotContain("${");
  }

  @ParameterizedTest
  @CsvSource({
    "states:StartExecution, stateMachine:%s, true",
    // The executions of a distributed map, which are named after its label.
    "states:RedriveExecution, execution:%s/Score:0c6f, true",
    "states:RedriveExecution, execution:%s/Write:0c6f, true",
    "states:StopExecution, execution:%s/Write:0c6f, true",
    "states:DescribeExecution, execution:%s/Write:0c6f, true",
    "states:RedriveExecution, execution:Payroll-1:0c6f, false",
    "states:StartExecution, stateMachine:Payroll-1, false"
  })
  void theMachineMayStartAndRedriveTheItemsOfItsMaps(
      String action, String resource, boolean allowed) {
    Policy policy =
        Policy.of(
            deployment,
            Stream.of(steps.resource("RunMachineRole").property("/Policies/0/PolicyDocument")));
    assertThat(policy.allows(new Request(action, STATES + resource.formatted(MACHINE), Map.of())))
        .isEqualTo(allowed);
  }

  @Test
  void whateverEndsWithoutAResultIsSaidOfTheRunAndRings() {
    Resource rule = steps.resource("RunEnded");
    assertThat(rule.property("/EventPattern/detail/status"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("FAILED", "TIMED_OUT", "ABORTED");
    assertThat(target(rule.property("/EventPattern/detail/stateMachineArn/0")))
        .isEqualTo("RunMachine");
    assertThat(target(rule.property("/Targets/0/Arn"))).isEqualTo("RecomputeFunction");
    Resource permission = steps.resource("RunEndedPermission");
    assertThat(target(permission.property("/FunctionName"))).isEqualTo("RecomputeFunction");
    assertThat(target(permission.property("/SourceArn"))).isEqualTo("RunEnded");
    assertThat(steps.resource("RunsFailedAlarm").property("/Metrics").toString())
        .contains("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted");
  }

  @Test
  void thePipeOutlastsAnOutage() {
    JsonNode stream =
        steps.resource("RunPipe").property("/SourceParameters/DynamoDBStreamParameters");
    assertThat(stream.path("MaximumRetryAttempts").asInt()).isEqualTo(-1);
    assertThat(target(stream.path("DeadLetterConfig").path("Arn"))).isEqualTo("DeadLetters");
  }

  @Test
  void alarmsReachTheTopicAndRolesHaveTheBoundary() {
    assertThat(steps.ofType("AWS::CloudWatch::Alarm"))
        .hasSize(2)
        .allSatisfy(
            alarm -> {
              assertThat(target(alarm.property("/AlarmActions/0"))).isEqualTo("AlarmTopic");
              assertThat(alarm.property("/TreatMissingData").asText()).isEqualTo("notBreaching");
              assertThat(alarm.property("/AlarmName/Fn::Sub").asText())
                  .startsWith("innovation-points-${Zone}-");
            });
    assertThat(steps.ofType("AWS::IAM::Role"))
        .hasSize(2)
        .allSatisfy(
            role -> {
              assertThat(target(role.property("/PermissionsBoundary/Fn::If/1")))
                  .isEqualTo("PermissionsBoundary");
              for (JsonNode statement :
                  listed(role.property("/Policies/0/PolicyDocument/Statement"))) {
                assertThat(listed(statement.path("Action")))
                    .noneMatch(action -> action.asText().contains("*"));
                assertThat(statement.path("Resource").asText()).isNotEqualTo("*");
              }
            });
    assertThat(steps.text()).doesNotContain("arn:aws");
  }

  private String definition() {
    return steps.resource("RunMachine").property("/DefinitionS3Location").asText();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
