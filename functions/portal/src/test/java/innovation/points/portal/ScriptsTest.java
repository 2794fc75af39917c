package innovation.points.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Types, lint, format and tests of the scripts, as {@code package.json} names them. They need Node
 * and the packages of {@code package-lock.json}; where either cannot be had the tests are skipped
 * and say why. Nothing that is served is made by Node.
 */
class ScriptsTest {
  private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+)\\..*");
  private static final int MAJOR = 20;
  private static final int MINOR = 19;

  /** What npm says where it reaches no registry and its cache does not have a package. */
  private static final Pattern OFFLINE =
      Pattern.compile(
          "E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|NETUNREACH|HOSTUNREACH|TIMEDOUT|NOTCACHED)"
              + "|ERR_SOCKET_TIMEOUT|ONLY_IF_CACHED");

  private static final Path LOCK = Path.of("package-lock.json");
  private static final Path INSTALLED = Path.of("node_modules", ".package-lock.json");
  private static final int SECONDS = 300;

  /** How a command ended, with all that it said. */
  private record Outcome(int code, String output) {}

  /** Why the scripts cannot be checked here; empty where they can. */
  private static String obstacle = "";

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    if (!isEnough(version("node")) || version("npm").isEmpty()) {
      obstacle =
          "the checks of the portal's scripts need npm and Node %d.%d or newer"
              .formatted(MAJOR, MINOR);
      return;
    }
    if (isInstalled()) {
      return;
    }
    Outcome install = run("npm", "ci", "--prefer-offline");
    if (install.code() != 0 && OFFLINE.matcher(install.output()).find()) {
      obstacle =
          "the packages that check the portal's scripts cannot be fetched: " + install.output();
      return;
    }
    assertThat(install.code()).as(install.output()).isZero();
  }

  /** Before each, so that what is skipped is counted. */
  @BeforeEach
  void nodeAndThePackagesAreHere() {
    assumeTrue(obstacle.isEmpty(), obstacle);
  }

  @Test
  void typesLintAndFormatAreInOrder() throws IOException, InterruptedException {
    Outcome check = run("npm", "run", "--silent", "check");
    assertThat(check.code()).as(check.output()).isZero();
  }

  @Test
  void scriptsPassTheirTests() throws IOException, InterruptedException {
    Outcome tests = run("npm", "run", "--silent", "test");
    assertThat(tests.code()).as(tests.output()).isZero();
    assertThat(tests.output()).containsPattern("(?m)^# pass [1-9]\\d+$");
  }

  private static boolean isInstalled() throws IOException {
    return Files.exists(INSTALLED)
        && Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(LOCK)) >= 0;
  }

  /** Empty where there is no such program. */
  private static String version(String program) throws InterruptedException {
    try {
      return run(program, "--version").output().strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isEnough(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return false;
    }
    int major = Integer.parseInt(parts.group(1));
    return major > MAJOR || (major == MAJOR && Integer.parseInt(parts.group(2)) >= MINOR);
  }

  private static Outcome run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(Path.of("target"), "npm", ".txt");
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "expected %s to end within %d s, it said %s"
                .formatted(List.of(command), SECONDS, Files.readString(output)));
      }
      return new Outcome(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }
}
