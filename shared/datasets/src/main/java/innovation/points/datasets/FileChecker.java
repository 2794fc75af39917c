package innovation.points.datasets;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a file against the catalogue and says everything that is wrong with it. */
@SuppressWarnings("DoNotCallSuggester") // signatures first, so that others can build on them
public final class FileChecker {

  private final Catalogue catalogue;

  public FileChecker(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Checks the whole file. A bad file is a result, not an exception.
   *
   * @param file must stay in place as long as the result is read from
   * @throws IOException only where the file system fails
   */
  public CheckedFile check(UploadKey key, Path file, Roster roster) throws IOException {
    throw new UnsupportedOperationException(catalogue.departments() + " " + key + file + roster);
  }
}
