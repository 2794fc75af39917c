package innovation.points.acceptance.cloud.jar;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.cloud.jar.FirstEvents.FirstEvent;
import innovation.points.acceptance.cloud.jar.PackagedFunction.Machine;
import innovation.points.acceptance.cloud.jar.RuntimeApi.Answer;
import innovation.points.acceptance.cloud.template.Template;
import innovation.points.acceptance.cloud.template.Template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the time from process start to the first answer without a snapshot: every packaged
 * function and a minimal one, alternately, under Lambda's runtime client, with and without an AOT
 * cache. Prints the table of {@code docs/performance.md}, which has the command. Not run as a test.
 */
class StartupBenchmark {

  private static final String MINIMAL = "one GetItem";

  private static final int RUNS = Integer.getInteger("runs", 7);
  private static final List<String> FUNCTIONS =
      List.of("upload", "ingest", "score", "recompute", "desk", "lookup", "portal");

  private final Template template = Template.read();

  @TempDir private Path folder;

  StartupBenchmark() throws IOException {}

  /** A function to start, with its measurements. */
  private record Candidate(
      String name,
      Resource function,
      String handler,
      Path task,
      List<Path> jars,
      List<Double> plain,
      List<Double> cached) {

    Machine plainly() {
      return new Machine(List.of(), List.of());
    }

    /** With a cache of the classes of all jars; refuses to start where it cannot be used. */
    Machine fromCache() {
      return new Machine(List.of("-XX:AOTCache=" + cache(), "-XX:AOTMode=on"), jars);
    }

    Machine training() {
      return new Machine(List.of("-XX:AOTCacheOutput=" + cache()), jars);
    }

    Machine counting(Path classes) {
      return new Machine(List.of("-Xlog:class+load:file=" + classes), List.of());
    }

    private Path cache() {
      return task.resolveSibling(name.replace(' ', '-') + ".aot");
    }
  }

  @Test
  void timeToTheFirstAnswer() throws Exception {
    try (var engines = new FirstEvents()) {
      List<Candidate> candidates = candidates();
      var classes = new ArrayList<Integer>();
      for (Candidate candidate : candidates) {
        Path loaded = folder.resolve(candidate.name() + "-classes.txt");
        measure(candidate, candidate.counting(loaded), engines);
        classes.add(ClassesLoaded.in(loaded).total());
        if (Boolean.getBoolean("packages")) {
          System.out.println(candidate.name() + " " + ClassesLoaded.in(loaded).byPackage());
        }
        train(candidate, engines);
      }
      for (int run = 0; run < RUNS; run++) {
        for (Candidate candidate : candidates) {
          candidate.plain().add(measure(candidate, candidate.plainly(), engines));
          candidate.cached().add(measure(candidate, candidate.fromCache(), engines));
        }
      }
      System.out.print(table(candidates, classes));
    }
  }

  private List<Candidate> candidates() throws IOException {
    var candidates = new ArrayList<Candidate>();
    for (String name : FUNCTIONS) {
      var function = template.function(name);
      Path jar = Jars.of(function);
      Path task = Files.createDirectories(folder.resolve(name).resolve("task"));
      PackagedFunction.unpack(jar, task);
      String handler = function.property("/Handler").asText();
      candidates.add(candidate(name, function, handler, task, List.of(jar)));
      if (name.equals("lookup")) {
        Path minimal = folder.resolve("minimal.jar");
        pack(MinimalFunction.class, minimal);
        PackagedFunction.unpack(minimal, task);
        String minimalHandler = MinimalFunction.class.getName();
        candidates.addFirst(
            candidate(MINIMAL, function, minimalHandler, task, List.of(minimal, jar)));
      }
    }
    return candidates;
  }

  private static Candidate candidate(
      String name, Resource function, String handler, Path task, List<Path> jars) {
    return new Candidate(name, function, handler, task, jars, new ArrayList<>(), new ArrayList<>());
  }

  /** Milliseconds. */
  private double measure(Candidate candidate, Machine machine, FirstEvents engines)
      throws Exception {
    FirstEvent first = engines.of(event(candidate));
    long start = System.nanoTime();
    try (var process = start(candidate, machine, engines)) {
      Answer answer = process.invoke(first.event());
      long end = System.nanoTime();
      assertThat(answer.body()).as(process.log()).contains(expected(candidate, first));
      return (end - start) / 1e6;
    }
  }

  /** The minimal function sends the item's bytes as they are stored. */
  private static String expected(Candidate candidate, FirstEvent first) {
    return candidate.name().equals(MINIMAL) ? "\"statusCode\":200" : first.answer();
  }

  /** Repeats the first event, for the cache that is written when the process ends. */
  private void train(Candidate candidate, FirstEvents engines) throws Exception {
    FirstEvent first = engines.of(event(candidate));
    try (var process = start(candidate, candidate.training(), engines)) {
      assertThat(process.invoke(first.event()).body()).contains(expected(candidate, first));
      process.end();
      assertThat(candidate.cache()).as(process.log()).exists();
    }
  }

  private PackagedFunction start(Candidate candidate, Machine machine, FirstEvents engines)
      throws IOException {
    return PackagedFunction.start(
        candidate.function(),
        candidate.handler(),
        engines.environment(),
        candidate.task(),
        folder.resolve("log.txt"),
        machine);
  }

  /** The minimal function returns the same answer as lookup. */
  private static String event(Candidate candidate) {
    return FUNCTIONS.contains(candidate.name()) ? candidate.name() : "lookup";
  }

  private static String table(List<Candidate> candidates, List<Integer> classes)
      throws IOException {
    double plain = median(candidates.getFirst().plain());
    double cached = median(candidates.getFirst().cached());
    var text = new StringBuilder();
    text.append("| function | jar, MB | classes | first answer, ms | ratio | AOT, ms | ratio |\n");
    text.append("|---|--:|--:|--:|--:|--:|--:|\n");
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      double size = Files.size(candidate.jars().getLast()) / 1e6;
      double ofPlain = median(candidate.plain());
      double ofCached = median(candidate.cached());
      text.append(
          "| %s | %s | %d | %.0f | %.2f | %.0f | %.2f |%n"
              .formatted(
                  candidate.name(),
                  i == 0 ? "" : "%.1f".formatted(size),
                  classes.get(i),
                  ofPlain,
                  ofPlain / plain,
                  ofCached,
                  ofCached / cached));
    }
    return text.toString();
  }

  private static double median(List<Double> times) {
    return Medians.of(times.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void pack(Class<?> type, Path jar) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var content = type.getResourceAsStream("/" + file)) {
      out.putNextEntry(new JarEntry(file));
      Objects.requireNonNull(content).transferTo(out);
    }
  }
}
