package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The pages and the analysis report call the divisions of GB/T 4754-2017 (行业大类) by the same names:
 * the portal knows no other module, so each has a list of its own.
 */
class DivisionNamesTest {

  @Test
  void thePagesHaveTheReportsNames() throws IOException {
    List<String> ofTheReport =
        text("/innovation/points/recompute/report/divisions.txt").lines().toList();
    List<String> ofThePages =
        text("/portal/assets/lib/industries.js")
            .lines()
            .filter(line -> line.matches("[A-T]\\d\\d .+"))
            .toList();
    assertThat(ofTheReport).hasSize(97).doesNotHaveDuplicates();
    assertThat(ofThePages).isEqualTo(ofTheReport);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DivisionNamesTest.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
