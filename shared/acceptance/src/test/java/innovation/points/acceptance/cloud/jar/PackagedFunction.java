package innovation.points.acceptance.cloud.jar;

import innovation.points.acceptance.cloud.jar.RuntimeApi.Answer;
import innovation.points.acceptance.cloud.template.Template.Resource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import software.amazon.awssdk.regions.Region;

/**
 * A packaged function as Lambda runs it: its jar unpacked into the task folder, started by the real
 * runtime interface client in a separate process, with exactly the environment of Lambda and the
 * template, and with the descriptors that Lambda allows.
 */
final class PackagedFunction implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** In which the functions run. */
  static final Region REGION = Region.EU_WEST_1;

  /** Runs a command with as many open files and connections as Lambda allows. */
  private static final String DESCRIPTORS = "ulimit -n 1024 && exec \"$0\" \"$@\"";

  private final Process process;
  private final Path log;
  private final RuntimeApi runtime;

  private PackagedFunction(Process process, Path log, RuntimeApi runtime) {
    this.process = process;
    this.log = log;
    this.runtime = runtime;
  }

  /**
   * @param variables the values of the template's variables, and the addresses of the services
   * @param folder an empty folder to unpack into
   */
  static PackagedFunction start(
      Resource function, Path jar, Map<String, String> variables, Path folder) throws IOException {
    Path task = Files.createDirectory(folder.resolve("task"));
    unpack(jar, task);
    String handler = function.property("/Handler").asText();
    return start(function, handler, variables, task, folder.resolve("log.txt"));
  }

  /**
   * @param handler the class to start, which may differ from the template's
   * @param task the folder with the classes
   */
  static PackagedFunction start(
      Resource function, String handler, Map<String, String> variables, Path task, Path log)
      throws IOException {
    return start(function, handler, variables, task, log, new Machine(List.of(), List.of()));
  }

  /**
   * Additional settings of the virtual machine.
   *
   * @param options of the {@code java} command
   * @param classPath jars of its own class loader, which precedes Lambda's loader of the task
   *     folder
   */
  record Machine(List<String> options, List<Path> classPath) {}

  static PackagedFunction start(
      Resource function,
      String handler,
      Map<String, String> variables,
      Path task,
      Path log,
      Machine machine)
      throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", DESCRIPTORS));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + function.property("/MemorySize").asInt() * 3 / 4 + "m");
    command.add("-XX:+UseSerialGC");
    command.addAll(machine.options());
    command.add("-cp");
    command.add(
        Stream.concat(
                Stream.of(runtimeInterfaceClient()),
                machine.classPath().stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
    command.add(handler);
    var runtime = new RuntimeApi();
    var builder =
        new ProcessBuilder(command)
            .directory(task.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(lambdaVariables(function, handler, runtime, task));
    environment.putAll(variables);
    return new PackagedFunction(builder.start(), log, runtime);
  }

  /** The answer to an event; fails with the log where there was no successful one. */
  Answer invoke(String event) throws IOException, InterruptedException {
    runtime.send(event);
    return switch (runtime.await(PATIENCE)) {
      case Answer.Response response -> response;
      case Answer.Failure failure -> new Answer.Failure(failure.body() + "\n" + log());
    };
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  private static Map<String, String> lambdaVariables(
      Resource function, String handler, RuntimeApi runtime, Path task) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", runtime.address()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.id()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", function.property("/MemorySize").asText()),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "packaged"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "packaged"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("LAMBDA_TASK_ROOT", task.toString()),
        Map.entry("_HANDLER", handler),
        Map.entry("AWS_REGION", REGION.id()),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"));
  }

  private static String runtimeInterfaceClient() {
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(
                entry ->
                    entry.contains("aws-lambda-java-runtime-interface-client")
                        || entry.contains("aws-lambda-java-serialization")
                        || entry.contains("aws-lambda-java-core")
                        || entry.contains("utils-lite"))
            .toList();
    if (jars.size() != 4) {
      throw new IllegalStateException("the runtime interface client is four jars, not " + jars);
    }
    return String.join(File.pathSeparator, jars);
  }

  static void unpack(Path jar, Path folder) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("outside of the jar: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          try (var content = zip.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
  }

  /** Ends it regularly and waits for its final work, such as writing an AOT cache. */
  void end() throws InterruptedException, IOException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("does not end:\n" + log());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    runtime.close();
  }
}
