package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The benchmark of the goals runs, and the reference gives the plan's totals. Small by default;
 * {@code -Dlarge=true} for 100 000 enterprises. Times are printed, never judged.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class PlanBenchmarkTest {

  private static final String SIZE = Boolean.getBoolean("large") ? "100000" : "2000";

  @Test
  void everyGoalIsMeasured() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx3g",
                    "-XX:+UseSerialGC",
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PlanBenchmark.class.getName(),
                    SIZE))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    System.out.print(output);
    assertThat(output.lines()).hasSize(11);
  }
}
