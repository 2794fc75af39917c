package innovation.points.acceptance.cloud.emulated;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.cloud.template.Template;
import java.io.IOException;
import java.nio.file.Path;
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

  private Set<String> versions(String release, String days)
      throws IOException, InterruptedException {
    return transformed(release, days).ofType("AWS::Lambda::Version").stream()
        .map(Template.Resource::id)
        .collect(Collectors.toSet());
  }

  private Template transformed(String release, String days)
      throws IOException, InterruptedException {
    return Emulator.transformed(
        "eu-west-1",
        List.of(
            "JwtIssuer=https://issuer.example.invalid",
            "JwtAudiences=portal",
            "Release=" + release,
            "NoticeDays=" + days),
        folder);
  }
}
