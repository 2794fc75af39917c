package innovation.points.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The figure of {@code docs/architecture.md} matches the modules' poms. A thin arrow is a permitted
 * dependency, direct or transitive; an arrow from or to a frame stands for all modules in it.
 */
class ArchitectureFigureTest {

  private static final Path ROOT = Path.of("../..");

  /** In the figure data has shapes; modules are plain names. */
  private static final Pattern MODULE = Pattern.compile("[a-z]+");

  private static final Pattern ARROW = Pattern.compile("([a-z]+)(?= --> ([a-z]+))");

  private final Map<String, Set<String>> frames = new HashMap<>();
  private final Map<String, Set<String>> arrows = new HashMap<>();
  private final Set<String> drawn = new TreeSet<>();

  ArchitectureFigureTest() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));
    String figure = page.split("```mermaid\n", -1)[1].split("```", -1)[0];
    String frame = "";
    for (String line : figure.lines().map(String::strip).toList()) {
      if (line.startsWith("subgraph ")) {
        frame = line.split("[ \\[]", -1)[1];
      } else if (line.equals("end")) {
        frame = "";
      } else {
        read(line, frame);
      }
    }
    drawn.removeAll(frames.keySet());
  }

  private void read(String line, String frame) {
    Set<String> names = new LinkedHashSet<>();
    ARROW
        .matcher(line)
        .results()
        .forEach(
            arrow -> {
              names.addAll(List.of(arrow.group(1), arrow.group(2)));
              arrows.computeIfAbsent(arrow.group(1), _ -> new HashSet<>()).add(arrow.group(2));
            });
    if (MODULE.matcher(line).matches()) {
      names.add(line);
    }
    drawn.addAll(names);
    if (!frame.isEmpty()) {
      frames.computeIfAbsent(frame, _ -> new HashSet<>()).addAll(names);
    }
  }

  @Test
  void everyModuleIsDrawn() throws IOException {
    assertThat(drawn).containsAll(modules().keySet());
  }

  @Test
  void everyDependencyIsAnAllowedArrow() throws IOException {
    Map<String, Path> modules = modules();
    for (Map.Entry<String, Path> module : modules.entrySet()) {
      assertThat(reachable(module.getKey()))
          .as("what %s may depend on, by the figure", module.getKey())
          .containsAll(dependencies(module.getValue()));
    }
    assertThat(reachable("scoring")).isEmpty();
  }

  /** All nodes that arrows lead to, also through frames. */
  private Set<String> reachable(String module) {
    var reached = new TreeSet<String>();
    var next = new ArrayDeque<>(List.of(module));
    while (!next.isEmpty()) {
      String one = next.pop();
      Stream.concat(
              Stream.of(one), frames.keySet().stream().filter(frame -> inside(frame).contains(one)))
          .flatMap(from -> arrows.getOrDefault(from, Set.of()).stream())
          .flatMap(to -> frames.containsKey(to) ? inside(to).stream() : Stream.of(to))
          .filter(reached::add)
          .forEach(next::push);
    }
    return reached;
  }

  private Set<String> inside(String frame) {
    return frames.getOrDefault(frame, Set.of());
  }

  /** The poms of the reactor's modules by name. */
  private static Map<String, Path> modules() throws IOException {
    return found(ROOT.resolve("pom.xml"), "<module>\\w+/(\\w+)</module>")
        .collect(
            Collectors.toMap(
                module -> module.group(1),
                module ->
                    ROOT.resolve(module.group().replaceAll("</?module>", "")).resolve("pom.xml")));
  }

  /** The production dependencies of a module. */
  private static Set<String> dependencies(Path pom) throws IOException {
    return found(
            pom,
            "<dependency>\\s*<groupId>innovation\\.points</groupId>\\s*"
                + "<artifactId>(\\w+)</artifactId>\\s*</dependency>")
        .map(dependency -> dependency.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<MatchResult> found(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern).matcher(Files.readString(file)).results();
  }
}
