package innovation.points.ingest.reconcile;

import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.inspect.Parts;
import innovation.points.ingest.inspect.ReadFile;
import innovation.points.ingest.inspect.Verifications;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FileVersion;
import java.io.IOException;
import java.util.List;

/**
 * What is to be in force of a key.
 *
 * @param reading of the version: the same bytes mean something else once a person has said what
 *     they are
 * @param found what persons found of its figures
 */
record Target(Content content, String reading, Verifications found) {

  /** Names what the facts of the key become. */
  String name() {
    return reading + found.name();
  }

  /** A part of what it says. */
  List<Contribution> contributions(ReadFile file, Parts parts, FileVersion version, int part)
      throws IOException {
    return found.of(file.dataset(), parts.contributions(version, part));
  }
}
