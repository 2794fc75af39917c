package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.testkit.Repository;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The events under {@code events/} belong to existing routes of the function whose folder they are
 * in.
 */
class SampleEventsTest {

  private static final Path EVENTS = Repository.root().resolve("events");

  /** The route keys of the events that come from the gateway, by the events' names. */
  private final Map<String, String> routeKeys = new LinkedHashMap<>();

  SampleEventsTest() throws IOException {
    try (Stream<Path> files = Files.walk(EVENTS, 2)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        JsonNode key = new ObjectMapper().readTree(Files.readString(file)).path("routeKey");
        if (key.isTextual()) {
          String name = EVENTS.relativize(file).toString();
          routeKeys.put(name.replace(".json", ""), key.asText());
        }
      }
    }
  }

  @Test
  void theSampleOfARouteShowsIt() {
    assertThat(DeclaredRoutes.all().stream().filter(route -> route.sample() != null))
        .isNotEmpty()
        .allSatisfy(
            route ->
                assertThat(routeKeys)
                    .containsEntry(Objects.requireNonNull(route.sample()), route.key()));
  }

  @Test
  void everyEventIsInTheFolderOfTheFunctionThatServesIt() {
    var functions = new LinkedHashMap<String, String>();
    functions.put("$default", "portal");
    for (DeclaredRoute route : DeclaredRoutes.all()) {
      functions.put(route.key(), route.function());
    }
    assertThat(routeKeys)
        .isNotEmpty()
        .allSatisfy(
            (name, key) -> {
              assertThat(functions).as(name).containsKey(key);
              assertThat(name).startsWith(functions.get(key) + "/");
            });
  }
}
