package innovation.points.acceptance.cloud.emulated;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server of moto in a process of its own, empty, at a free port. */
public final class Moto implements AutoCloseable {

  private final Process process;
  private final int port;

  private Moto(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until it answers; skips the test where Python does not have moto.
   *
   * @param log where it writes what it does
   * @param otherwise what was not done then
   */
  public static Moto start(Path log, String otherwise) throws IOException, InterruptedException {
    if (!has("moto.server")) {
      abort("moto is not installed here: " + otherwise);
    }
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder("python3", "-m", "moto.server", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var moto = new Moto(process, port);
    while (!moto.answers()) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("expected moto to start, it ended; its log is " + log);
      }
    }
    return moto;
  }

  private static boolean has(String module) throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import " + module)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no Python
    }
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Where every service answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
