package innovation.points.acceptance.cloud.emulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.template.Deployment;
import innovation.points.acceptance.cloud.template.Template;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beijing and Ningxia: another partition, other endpoints, no Cognito user pools, no X-Ray. */
class ChineseRegionsTest {

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "JwtIssuer", "https://id.example.gov.cn",
          "JwtAudiences", "portal",
          "Release", "0123456789",
          "Tracing", "off",
          "Snapshots", "off",
          "Architecture", "x86_64");

  private static final List<String> WITHOUT_PIPES =
      List.of(
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-7",
          "ca-west-1",
          "il-central-1",
          "mx-central-1",
          "us-gov-east-1",
          "us-gov-west-1");

  @ParameterizedTest
  @ValueSource(strings = {"cn-north-1", "cn-northwest-1"})
  void nothingIsOfTheOtherPartition(String region) throws IOException {
    holds(Template.read(), region);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-north-1", "cn-northwest-1"})
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void neitherIsTheTransformedTemplate(String region, @TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> settings =
        PARAMETERS.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList();
    holds(Emulator.transformed(region, settings, folder), region);
  }

  /**
   * Also where there are no pipes: such a region refuses a template that has one, in a condition or
   * not. Where there are no HTTP APIs (ap-east-2, ap-southeast-6), the system cannot be.
   */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void theRegionsHaveEveryKindOfResource() throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("cfn-lint", "--regions", "cn-north-1", "cn-northwest-1"));
    command.addAll(WITHOUT_PIPES);
    command.addAll(List.of("--", "template.yaml"));
    Process lint;
    try {
      lint =
          new ProcessBuilder(command)
              .directory(Repository.root().toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      abort("cfn-lint is not installed here: nobody looked whether the regions have it all");
      throw e;
    }
    String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lint.waitFor()).as(said).isZero();
  }

  /** Features that a region may lack are parameters, all of which have defaults. */
  @Test
  void whatARegionMayLackIsAParameter() throws IOException {
    JsonNode parameters = Template.read().root().path("Parameters");
    for (String name : List.of("Tracing", "Snapshots", "Architecture", "Runtime")) {
      assertThat(parameters.at("/" + name + "/Default").asText()).as(name).isNotEmpty();
    }
  }

  /** The commands of the deployment page, in these regions and elsewhere. */
  @Test
  void whatTheDeploymentPageSetsAreValuesOfTheTemplatesParameters() throws IOException {
    JsonNode parameters = Template.read().root().path("Parameters");
    String page = Files.readString(Repository.root().resolve("docs/deploy.md"));
    var settings =
        Pattern.compile("(?m)^(?:\\w+=\\S+ )?\\.ci/deploy (.*)$")
            .matcher(page)
            .results()
            .flatMap(
                command ->
                    Pattern.compile("\\b([A-Z]\\w+)=(\\S+)").matcher(command.group(1)).results())
            .toList();
    assertThat(settings)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            setting -> {
              JsonNode parameter = parameters.path(setting.group(1));
              assertThat(parameter.path("Type").asText()).as(setting.group(1)).isNotEmpty();
              if (parameter.has("AllowedValues")) {
                assertThat(parameter.path("AllowedValues"))
                    .extracting(JsonNode::asText)
                    .contains(setting.group(2));
              }
            });
    assertThat(page).contains("AWS_REGION=cn-north-1 .ci/deploy", "Tracing=off");
  }

  private static void holds(Template template, String region) {
    var deployment = new Deployment(template, region, PARAMETERS);
    assertThat(template.resources().filter(deployment::exists))
        .isNotEmpty()
        .allSatisfy(
            resource -> {
              assertThat(resource.type()).doesNotContain("Cognito", "XRay");
              String made = deployment.resolve(resource.body()).toString();
              assertThat(made).doesNotContain("arn:aws:").doesNotContain("xray");
              assertThat(
                      made.replaceAll(
                          "\"(s3|lambda|scheduler|cloudwatch|apigateway|states|pipes)\\.amazonaws\\.com\"",
                          ""))
                  .as("endpoints end in .cn; names of services are the same everywhere")
                  .doesNotContainPattern("amazonaws\\.com(?!\\.cn)");
            });
    JsonNode globals = deployment.resolve(template.root().path("Globals"));
    assertThat(globals.at("/Function/Tracing").asText("PassThrough")).isEqualTo("PassThrough");
    assertThat(deployment.resolve(template.root().path("Outputs")).toString())
        .doesNotContainPattern("amazonaws\\.com(?!\\.cn)")
        .contains(region + ".amazonaws.com.cn");
    assertThat(template.resources().filter(each -> each.id().endsWith("Function")))
        .isNotEmpty()
        .allSatisfy(
            function ->
                assertThat(deployment.text(function.property("/SnapStart/ApplyOn")))
                    .isIn("None", ""));
  }
}
