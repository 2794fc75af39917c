package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local stack as a process: what {@code mvn -q -Plocal} runs. */
class LocalStackMainTest {

  private static final String READY = "按 Ctrl-C 结束。";

  @TempDir private Path folder;

  @Test
  void beingToldToStopEndsItAndItsAddresses() throws Exception {
    Process process = start(Map.of("LOCAL_PORT", "0", "LOCAL_S3_PORT", "0"));
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.lines().anyMatch(READY::equals)).isTrue();
      Path endpoints = folder.resolve("target/local/endpoints.json");
      JsonNode addresses = new ObjectMapper().readTree(endpoints.toFile());
      assertThat(status(addresses.path("api").asText() + "/v1/years")).isEqualTo(200);

      process.toHandle().destroy();

      assertThat(out.lines().toList()).containsExactly("本地服务已停止。");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(endpoints).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aPortThatIsTakenIsNamedWithWhatToDo() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThat(refused(Map.of("LOCAL_PORT", "" + port, "LOCAL_S3_PORT", "0")))
          .containsExactly(
              "正在启动本地服务 …",
              "本地服务未能启动：端口 %d 无法使用（Address already in use），请用 LOCAL_PORT 另选一个，0 为任意空闲端口"
                  .formatted(port));
      assertThat(refused(Map.of("LOCAL_PORT", "0", "LOCAL_S3_PORT", "" + port)))
          .containsExactly(
              "正在启动本地服务 …",
              "本地服务未能启动：S3 服务未能启动（Failed to bind to /127.0.0.1:%d），请用 LOCAL_S3_PORT 另选端口，0 为任意空闲端口"
                  .formatted(port));
    }
  }

  private List<String> refused(Map<String, String> environment) throws Exception {
    Process process = start(environment);
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(Map<String, String> environment) throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            LocalStackMain.class.getName(),
            folder.toString());
    command.environment().put("LOCAL_SAMPLE", "false");
    command.environment().putAll(environment);
    command.redirectError(Files.createTempFile(folder, "errors", ".txt").toFile());
    return command.start();
  }

  private static int status(String address) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
