package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks the template, after SAM's transformation, against CloudFormation's schemas. */
class TemplateLintTest {

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void cfnLintReportsNothing() throws IOException, InterruptedException {
    Process lint;
    try {
      lint =
          new ProcessBuilder("cfn-lint", "template.yaml")
              .directory(Repository.root().toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      abort("cfn-lint is not installed here (pip install cfn-lint): the template was not linted");
      throw e;
    }
    String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lint.waitFor()).as(said).isZero();
  }
}
