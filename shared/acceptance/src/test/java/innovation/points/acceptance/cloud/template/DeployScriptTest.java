package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code .ci/deploy} asks of the AWS CLI; a script in the CLI's place writes it down. */
class DeployScriptTest {

  private static final String CHANGES =
      "arn:aws:cloudformation:eu-west-1:123456789012:changeSet/zone/1";

  @TempDir private Path folder;

  private String yes = "true";

  @BeforeEach
  void copyTheRepository() throws IOException {
    for (String file :
        List.of(
            ".ci/deploy",
            ".ci/stacks/stack-policy.json",
            ".ci/stacks/steps.yaml",
            "template.yaml",
            "functions/recompute/src/main/resources/run.asl.json")) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(Repository.root().resolve(file), copy);
    }
    Path jar = folder.resolve("functions/score/target/score-1.0.0-lambda.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "classes");
    Files.createDirectories(folder.resolve("bin"));
  }

  @Test
  void aFirstDeploymentSwitchesProtectionOnOnceEverythingIsThere() throws Exception {
    cli("exit 255");

    Outcome outcome = deploy("zone", "jars", "JwtIssuer=https://id.example", "JwtAudiences=a,b");

    assertThat(outcome.exit).as(outcome.text).isZero();
    assertThat(outcome.calls("deploy").map(DeployScriptTest::withoutRelease))
        .containsExactly(
            "JwtAudiences=a,b JwtIssuer=https://id.example Protection=off ReservedConcurrency=on",
            "JwtAudiences=a,b JwtIssuer=https://id.example Protection=on ReservedConcurrency=on");
    assertThat(outcome.calls("deploy").map(DeployScriptTest::release).distinct()).hasSize(2);
    assertThat(outcome.steps())
        .containsExactly(
            "describe-stacks",
            "get-account-settings",
            "package",
            "deploy",
            "describe-change-set",
            "execute-change-set",
            "wait",
            "deploy",
            "describe-change-set",
            "execute-change-set",
            "wait",
            "set-stack-policy",
            "describe-stacks");
  }

  @Test
  void anUpdateKeepsTheParametersOfTheStackAndMakesItsRelease() throws Exception {
    cli("echo UPDATE_COMPLETE; echo JwtIssuer=https://id.example; echo Release=0123456789");

    Outcome first = deploy("zone", "jars", "NoticeDays=5");
    Outcome second = deploy("zone", "jars", "NoticeDays=10");

    assertThat(first.calls("deploy").map(DeployScriptTest::withoutRelease))
        .containsExactly("JwtIssuer=https://id.example NoticeDays=5");
    assertThat(first.calls("deploy").map(DeployScriptTest::release))
        .doesNotContainAnyElementsOf(
            second.calls("deploy").map(DeployScriptTest::release).toList());
  }

  @Test
  void theSameParametersAndJarsAreTheSameRelease() throws Exception {
    String before = deploy("--release", "B=2", "A=1").text.strip();
    assertThat(before).matches("[0-9a-f]{64}");
    assertThat(deploy("--release", "A=1", "B=2").text.strip()).isEqualTo(before);
    assertThat(deploy("--release", "A=1", "B=3").text.strip()).isNotEqualTo(before);

    Files.writeString(folder.resolve("functions/score/target/score-1.0.0-lambda.jar"), "other");
    assertThat(deploy("--release", "A=1", "B=2").text.strip()).isNotEqualTo(before);
  }

  @Test
  void aStackThatWasRolledBackIsNamed() throws Exception {
    cli("echo ROLLBACK_COMPLETE");

    Outcome outcome = deploy("zone", "jars");

    assertThat(outcome.exit).isEqualTo(2);
    assertThat(outcome.text.strip())
        .isEqualTo(
            "expected a stack that can be updated, found zone in ROLLBACK_COMPLETE: delete it and"
                + " deploy again; docs/deploy.md, 'After a failed first deployment', says how to"
                + " keep what it had made");
  }

  @Test
  void withoutJarsItSaysWhatMakesThem() throws Exception {
    Files.delete(folder.resolve("functions/score/target/score-1.0.0-lambda.jar"));

    Outcome outcome = deploy("zone", "jars");

    assertThat(outcome.exit).isEqualTo(2);
    assertThat(outcome.text.strip())
        .isEqualTo(
            "expected the functions' jars under functions/*/target, found none:"
                + " run 'mvn -B verify' first");
  }

  @Test
  void aChangeSetThatIsOnlyShownIsNotExecuted() throws Exception {
    cli("echo UPDATE_COMPLETE; echo JwtIssuer=https://id.example");
    yes = "show";

    Outcome outcome = deploy("zone", "jars");

    assertThat(outcome.exit).as(outcome.text).isZero();
    assertThat(outcome.steps())
        .containsExactly("describe-stacks", "package", "deploy", "describe-change-set");
  }

  private record Outcome(int exit, String text, List<String> log) {

    List<String> steps() {
      return log.stream().map(line -> line.split(" ", 3)[1]).toList();
    }

    /** The parameters of every call of the kind, sorted. */
    Stream<String> calls(String step) {
      return log.stream()
          .filter(line -> line.startsWith("cloudformation " + step + " "))
          .map(line -> line.substring(line.indexOf("--parameter-overrides ") + 22))
          .map(line -> String.join(" ", Stream.of(line.split(" ")).sorted().toList()));
    }
  }

  private static String release(String parameters) {
    return parameters.replaceAll(".*Release=([0-9a-f]{64}).*", "$1");
  }

  private static String withoutRelease(String parameters) {
    return parameters.replaceAll(" ?Release=[0-9a-f]{64}", "").strip();
  }

  /** The CLI's double: writes its arguments down, and describes a stack as it is told. */
  private void cli(String described) throws IOException {
    Path aws = folder.resolve("bin/aws");
    Files.writeString(
        aws,
        """
        #!/usr/bin/env bash
        echo "$@" >> '%s'
        case "$2 $*" in
          describe-stacks*Outputs*) ;;
          describe-stacks*) %s ;;
          get-account-settings*) echo 1000 ;;
          deploy*) echo '%s' ;;
        esac
        """
            .formatted(folder.resolve("log"), described, CHANGES));
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome deploy(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("bash", ".ci/deploy"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("YES", yes);
    builder.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + path);
    Path log = folder.resolve("log");
    Files.deleteIfExists(log);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      abort("bash is not installed here: .ci/deploy was not tried");
      throw e;
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    return new Outcome(exit, text, Files.exists(log) ? Files.readAllLines(log) : List.of());
  }
}
