package innovation.points.acceptance.cloud.emulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the templates, after SAM's transformation, against CloudFormation's schemas. */
class TemplateLintTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template.yaml",
        ".ci/stacks/edge.yaml",
        ".ci/stacks/identity.yaml",
        ".ci/stacks/steps.yaml"
      })
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void cfnLintReportsNothing(String file) throws IOException, InterruptedException {
    Process lint;
    try {
      lint =
          new ProcessBuilder("cfn-lint", file)
              .directory(Repository.root().toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      abort("cfn-lint is not installed here (pip install cfn-lint): " + file + " was not linted");
      throw e;
    }
    String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lint.waitFor()).as(said).isZero();
  }
}
