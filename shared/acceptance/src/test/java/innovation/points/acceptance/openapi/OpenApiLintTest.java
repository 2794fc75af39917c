package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The description of the API as those who make clients from it check it: Redocly's strict
 * recommendations and Spectral's rules for OpenAPI, without a finding. Both come with the packages
 * of {@code functions/portal}; where those are not installed the test is skipped and says so.
 */
class OpenApiLintTest {

  private static final Path TOOLS = Repository.root().resolve("functions/portal/node_modules/.bin");

  private static final Map<String, List<String>> ARGUMENTS =
      Map.of(
          "redocly",
          List.of("lint", "--extends", "recommended-strict", "--format", "stylish"),
          "spectral",
          List.of("lint", "--fail-severity", "hint", "--ruleset", "rules.yaml"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"redocly", "spectral"})
  void nothingIsFound(String tool) throws IOException, InterruptedException {
    Path program = TOOLS.resolve(tool);
    assumeTrue(Files.isExecutable(program), "the lint of the API's description needs " + program);
    try (var functions = new ApiFunctions()) {
      Files.writeString(folder.resolve("openapi.json"), functions.document().toString());
    }
    Files.writeString(folder.resolve("rules.yaml"), "extends: spectral:oas\n");
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(Objects.requireNonNull(ARGUMENTS.get(tool)));
    command.add("openapi.json");
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
