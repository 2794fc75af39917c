package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Files as big as they may be pass in little memory. A tenth of the size in a quarter of the heap
 * by default; {@code -Dlarge=true} for 1 000 000 rows of CSV and 100 000 of XLSX in 512 MB.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LargeFilesTest {

  private static final boolean LARGE = Boolean.getBoolean("large");

  @Test
  void csvPassesInBoundedMemory() throws Exception {
    assertThat(run("csv", LARGE ? "1000000" : "100000", "1", "1")).contains(" rows/s");
  }

  @Test
  void xlsxPassesInBoundedMemory() throws Exception {
    assertThat(run("xlsx", LARGE ? "100000" : "10000", "1", "1")).contains(" rows/s");
  }

  /** In a process of its own, since a heap is bounded only from its start. */
  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + (LARGE ? 512 : 128) + "m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingBenchmark.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    System.out.print(output);
    return output;
  }
}
