package innovation.points.acceptance.cloud.emulated;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.cloud.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SAM does not put the value of a parameter into the id of a function's version: a changed
 * parameter alone would publish none, and the alias would keep the old environment. The release,
 * which {@code .ci/deploy} makes of jars and parameters, does.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReleaseTest {

  private static final int FUNCTIONS = 7;

  @TempDir private Path folder;

  @Test
  void anotherReleasePublishesEveryFunctionAnew() throws IOException, InterruptedException {
    Set<String> before = versions("1a2b3c4d5e0000", "5");
    Set<String> after = versions("2a2b3c4d5e0000", "10");

    assertThat(before).hasSize(FUNCTIONS);
    assertThat(after).hasSize(FUNCTIONS).doesNotContainAnyElementsOf(before);
    assertThat(versions("1a2b3c4d5e0000", "5")).isEqualTo(before);
  }

  /** What no version depends on cannot be published by the parameter alone: the trap. */
  @Test
  void aParameterAlonePublishesNothing() throws IOException, InterruptedException {
    assertThat(versions("1a2b3c4d5e0000", "10")).isEqualTo(versions("1a2b3c4d5e0000", "5"));
  }

  /** Without a changed property, Lambda has nothing to publish. */
  @Test
  void everyFunctionHasTheReleaseInItsVariables() throws IOException, InterruptedException {
    assertThat(transformed("1a2b3c4d5e0000", "5").ofType("AWS::Lambda::Function"))
        .hasSize(FUNCTIONS)
        .allSatisfy(
            function ->
                assertThat(function.property("/Environment/Variables/RELEASE/Ref").asText())
                    .as(function.id())
                    .isEqualTo("Release"));
  }

  /** By default no CodeDeploy is needed, and a release takes all calls at once. */
  @Test
  void aCanaryIsThereWhereItIsAskedFor() throws IOException, InterruptedException {
    assertThat(transformed("1a2b3c4d5e0000", "5").ofType("AWS::CodeDeploy::DeploymentGroup"))
        .isEmpty();
    Template template = transformed("1a2b3c4d5e0000", "5", "Canary=true");
    assertThat(template.ofType("AWS::CodeDeploy::DeploymentGroup"))
        .extracting(Template.Resource::id)
        .containsExactlyInAnyOrder(
            "UploadFunctionDeploymentGroup",
            "DeskFunctionDeploymentGroup",
            "LookupFunctionDeploymentGroup");
    assertThat(template.ofType("AWS::CodeDeploy::DeploymentGroup"))
        .allSatisfy(
            group -> {
              assertThat(group.property("/AlarmConfiguration/Alarms").findValuesAsText("Ref"))
                  .as(group.id())
                  .containsExactly("ReleaseErrorsAlarm", "TimeOutsAlarm");
              assertThat(group.property("/ServiceRoleArn/Fn::GetAtt/0").asText())
                  .isEqualTo("CanaryRole");
              assertThat(group.property("/AutoRollbackConfiguration/Enabled").asBoolean()).isTrue();
            });
    assertThat(
            template
                .root()
                .path("Resources")
                .valueStream()
                .filter(each -> each.has("UpdatePolicy")))
        .hasSize(3);
  }

  private Set<String> versions(String release, String days)
      throws IOException, InterruptedException {
    return transformed(release, days).ofType("AWS::Lambda::Version").stream()
        .map(Template.Resource::id)
        .collect(Collectors.toSet());
  }

  private Template transformed(String release, String days, String... more)
      throws IOException, InterruptedException {
    var parameters =
        new ArrayList<>(
            List.of(
                "JwtIssuer=https://issuer.example.invalid",
                "JwtAudiences=portal",
                "Release=" + release,
                "NoticeDays=" + days));
    parameters.addAll(List.of(more));
    return Emulator.transformed("eu-west-1", parameters, folder);
  }
}
