package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** {@code .ci/smoke}, which is run after a deployment, tried against the local stack. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SmokeScriptTest {

  private final LocalStack stack = LocalStack.start(LocalSettings.empty(), InstantSource.system());

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void itUploadsWaitsForTheDraftComputesAndLeavesNothing() throws Exception {
    for (int time = 1; time <= 2; time++) {
      Outcome outcome = smoke(stack.token(List.of("bureau"), null, null));
      assertThat(outcome.exit).as(outcome.text).isZero();
      assertThat(outcome.text.lines().map(line -> line.replaceFirst(".* s  ", "")))
          .hasSize(6)
          .endsWith(
              "the draft has the enterprise",
              "the year is computed without being published",
              "the files are withdrawn and the draft forgets the enterprise",
              "the zone works");
    }
    assertThat(new ApiClient(stack).json("/v1/years", null).path("items")).isEmpty();
  }

  @Test
  void whoMayNotIsToldSo() throws Exception {
    Outcome outcome = smoke("no.token.atall");
    assertThat(outcome.exit).isNotZero();
    assertThat(outcome.text).contains("401");
  }

  private record Outcome(int exit, String text) {}

  private Outcome smoke(String token) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder("bash", ".ci/smoke", stack.api().toString(), "2025")
            .directory(Repository.root().toFile())
            .redirectErrorStream(true);
    builder.environment().put("BUREAU", token);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      abort("bash is not installed here: .ci/smoke was not tried");
      throw e;
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }
}
