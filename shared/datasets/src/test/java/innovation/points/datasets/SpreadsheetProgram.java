package innovation.points.datasets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice without a window: opens files, types into the cells of their first sheet, saves. */
final class SpreadsheetProgram {

  private final Path profile;
  private final List<String> job = new ArrayList<>();

  SpreadsheetProgram(Path folder) {
    this.profile = folder.resolve("profile");
  }

  /** Whether there is one on this machine. */
  static boolean installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
  }

  void open(Path file) {
    job.add("open\t" + file.toUri());
  }

  /** Counted from 0. */
  void type(int row, int column, String text) {
    job.add("type\t%d\t%d\t%s".formatted(column, row, text));
  }

  void save(Path file) {
    job.add("save\t" + file.toUri());
  }

  /** Does all of it, in the order in which it was asked for. */
  void run() throws IOException, InterruptedException {
    // The first start makes the profile, with a module that is then replaced.
    start("macro:///Standard.Module1.Main");
    try (var macro = SpreadsheetProgram.class.getResourceAsStream("/spreadsheet/Module1.xba")) {
      Files.write(profile.resolve("user/basic/Standard/Module1.xba"), macro.readAllBytes());
    }
    Path steps = profile.resolve("job.txt");
    // The stream's last line is not always read.
    job.add("end");
    Files.write(steps, job, StandardCharsets.UTF_8);
    start("macro:///Standard.Module1.RunJob(\"" + steps.toUri() + "\")");
  }

  private void start(String order) throws IOException, InterruptedException {
    Files.createDirectories(profile);
    Path output = profile.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                "soffice",
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + profile.toUri(),
                order)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("soffice took too long: " + Files.readString(output));
    }
  }
}
