package innovation.points.acceptance.cloud.emulated;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.cloud.template.Template;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code emulate.py}: SAM's own transformation, and moto, where Python has them. */
final class Emulator {

  private static final int PACKAGE_MISSING = 3;

  private Emulator() {}

  /** The template as CloudFormation receives it. */
  static Template transformed(String region, List<String> parameters, Path folder)
      throws IOException, InterruptedException {
    JsonNode root = run("transform", region, parameters, folder);
    return new Template(root.toString(), root);
  }

  /** The resources after a stack was created from the template. */
  static JsonNode created(String region, List<String> parameters, Path folder)
      throws IOException, InterruptedException {
    return run("create", region, parameters, folder);
  }

  private static JsonNode run(String what, String region, List<String> parameters, Path folder)
      throws IOException, InterruptedException {
    Path repository = Repository.root();
    var command = new ArrayList<String>();
    command.add("python3");
    command.add(
        repository.resolve("shared/acceptance/src/test/resources/cloud/emulate.py").toString());
    command.addAll(List.of(what, repository.resolve("template.yaml").toString(), region));
    command.addAll(parameters);
    Path answer = folder.resolve("answer.json");
    Path complaints = folder.resolve("complaints.txt");
    Process python;
    try {
      python =
          new ProcessBuilder(command)
              .redirectOutput(answer.toFile())
              .redirectError(complaints.toFile())
              .start();
    } catch (IOException e) {
      abort("python3 is not installed here: the template was not transformed or emulated");
      throw e;
    }
    int exit = python.waitFor();
    String said = Files.readString(complaints, StandardCharsets.UTF_8);
    if (exit == PACKAGE_MISSING) {
      abort(
          "%s: the template was not transformed or emulated (pip install moto[all] aws-sam-translator)"
              .formatted(said.strip()));
    }
    if (exit != 0) {
      throw new AssertionError("emulate.py %s: %s".formatted(what, said));
    }
    return new ObjectMapper().readTree(Files.readString(answer, StandardCharsets.UTF_8));
  }
}
