package innovation.points.upload.selfreport;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Checks self-reports as intake does.
 *
 * @param catalogues of the files of a year
 */
record ReportChecker(IntFunction<Catalogue> catalogues) {

  /** What is made of a checked file. */
  @FunctionalInterface
  interface Found<T> {
    T in(CheckedFile checked) throws IOException;
  }

  <T> T check(UploadKey key, byte[] bytes, Found<T> found) {
    try {
      Path path = Files.createTempFile("self-report-", ".csv");
      try {
        Files.write(path, bytes);
        return found.in(
            new FileChecker(catalogues.apply(key.year())).check(key, path, Roster.NONE));
      } finally {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
