package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The benchmark runs, and a zone takes the memory it may. Small by default; {@code -Dlarge=true}
 * for 10 000, 100 000 and 1 000 000 enterprises. Times are printed, never judged.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ZoneBenchmarkTest {

  private static final List<String> SIZES =
      Boolean.getBoolean("large") ? List.of("10000", "100000", "1000000") : List.of("2000");

  @Test
  void everySizeIsScoredRankedAndPacked() throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                ZoneBenchmark.class.getName()));
    command.addAll(SIZES);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    System.out.print(output);
    assertThat(output.lines()).hasSize(2 + SIZES.size());
  }
}
