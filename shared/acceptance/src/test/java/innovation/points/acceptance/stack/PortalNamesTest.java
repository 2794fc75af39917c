package innovation.points.acceptance.stack;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.catalogue.Divisions;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The pages call departments and industry divisions as the catalogue does, which {@code GET
 * /v1/datasets} answers with: to be deleted with the lists of the pages.
 */
class PortalNamesTest {

  private static final Pattern DIVISION = Pattern.compile("(?m)^([A-T]\\d\\d) (.+)$");
  private static final Pattern DEPARTMENT =
      Pattern.compile("(?m)^  (?:'department\\.)?([a-z]+)'?: '(.+局)',$");

  @Test
  void divisionsHaveTheNamesOfTheCatalogue() throws IOException {
    assertThat(names(DIVISION)).isEqualTo(Divisions.names());
  }

  @Test
  void departmentsHaveTheNamesOfTheCatalogue() throws IOException {
    assertThat(names(DEPARTMENT))
        .isEqualTo(
            Catalogue.load().departments().stream()
                .collect(toMap(Department::id, Department::name)));
  }

  private static Map<String, String> names(Pattern pattern) throws IOException {
    try (var files = Files.walk(assets())) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .flatMap(file -> pattern.matcher(text(file)).results())
          .collect(toMap((MatchResult one) -> one.group(1), one -> one.group(2)));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path assets() {
    return Repository.root().resolve("functions/portal/src/main/resources/portal/assets");
  }
}
