package innovation.points.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** As an office would: LibreOffice opens a document and prints it. */
final class WordProcessor {

  private WordProcessor() {}

  /**
   * Prints a document; the test is skipped, and says so, where there is no LibreOffice.
   *
   * @param name of the document, without extension
   * @return the PDF
   */
  static byte[] print(byte[] docx, String name, Path folder)
      throws IOException, InterruptedException {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice"))),
        "skipped: no LibreOffice here (soffice); .ci/run installs it");
    Path document = folder.resolve(name + ".docx");
    Files.write(document, docx);
    Process process =
        new ProcessBuilder(
                "soffice",
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                folder.toString(),
                document.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    Path printed = folder.resolve(name + ".pdf");
    assertThat(printed).exists();
    byte[] pdf = Files.readAllBytes(printed);
    keep(pdf, name + "-by-word-processor.pdf");
    keep(docx, name + ".docx");
    return pdf;
  }

  /** Where pictures are wanted, the papers are kept to be looked at. */
  static void keep(byte[] file, String name) throws IOException {
    if (Boolean.getBoolean("pictures")) {
      Path kept = Path.of(System.getProperty("basedir", "."), "target", "papers");
      Files.createDirectories(kept);
      Files.write(kept.resolve(name), file);
    }
  }
}
