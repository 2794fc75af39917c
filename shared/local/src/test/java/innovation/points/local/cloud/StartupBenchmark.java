package innovation.points.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.local.LocalDynamoDb;
import innovation.points.local.cloud.RuntimeApi.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the process to the first answer, without a snapshot: the packaged {@code
 * lookup} and a minimal function, in turn, under Lambda's own runtime client. No test by its name;
 * the README has the command.
 */
class StartupBenchmark {

  private static final int RUNS = Integer.getInteger("runs", 15);

  private final Template template = Template.read();
  private final LocalDynamoDb tables = new LocalDynamoDb(null, 0);

  StartupBenchmark() throws IOException {}

  @Test
  void timeToTheFirstAnswer(@TempDir Path folder) throws Exception {
    PublishedCard.write(tables.client());
    var function = template.function("lookup");
    Path task = Files.createDirectory(folder.resolve("task"));
    PackagedFunction.unpack(Jars.of(function), task);
    place(MinimalFunction.class, task);
    String lookup = function.property("/Handler").asText();
    var lookupTimes = new double[RUNS];
    var minimalTimes = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      lookupTimes[run] = measure(lookup, task, folder);
      minimalTimes[run] = measure(MinimalFunction.class.getName(), task, folder);
    }
    double ofLookup = Medians.of(lookupTimes);
    double ofMinimal = Medians.of(minimalTimes);
    System.out.printf(
        "start to first answer, median of %d: lookup %.0f ms, one GetItem %.0f ms, ratio %.2f%n",
        RUNS, ofLookup, ofMinimal, ofLookup / ofMinimal);
    tables.close();
  }

  private double measure(String handler, Path task, Path folder) throws Exception {
    String event = Files.readString(Template.repository().resolve("events/lookup-enterprise.json"));
    Path log = folder.resolve("log.txt");
    long start = System.nanoTime();
    try (var process =
        PackagedFunction.start(template.function("lookup"), handler, variables(), task, log)) {
      Answer answer = process.invoke(event);
      long end = System.nanoTime();
      assertThat(answer.body()).contains("63.25");
      return (end - start) / 1e6;
    }
  }

  private Map<String, String> variables() {
    var variables = new HashMap<String, String>();
    variables.put("FACTS_TABLE", LocalDynamoDb.FACTS);
    variables.put("SCORES_TABLE", LocalDynamoDb.SCORES);
    variables.put("UPLOADS_TABLE", LocalDynamoDb.UPLOADS);
    variables.put("CURSOR_KEY", "0123456789abcdefghijklmnopqrstuvwxyz");
    variables.put("INTAKE_DUE", "03-15");
    variables.put("PARTITION", PublishedCard.partition());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", tables.endpoint().orElseThrow().toString());
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    return variables;
  }

  private static void place(Class<?> type, Path task) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path target = task.resolve(file);
    Files.createDirectories(target.resolveSibling("."));
    try (var content = type.getResourceAsStream("/" + file)) {
      Files.copy(Objects.requireNonNull(content), target);
    }
  }
}
