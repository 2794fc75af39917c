package innovation.points.ingest.inspect;

import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.KeyResult;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.table.LastUsed;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The roster of a year, from its files in force. Rows are compared with it, which yields warnings
 * only: it may lag behind. A version of a file is read once, and the last used are kept.
 */
final class Rosters {

  private static final String DATASET = "enterprises";
  private static final int KEPT = 8;

  private final ReadFiles files;
  private final UploadsTable uploads;
  private final LastUsed<String, Map<String, String>> byReading = new LastUsed<>(KEPT);

  Rosters(ReadFiles files, UploadsTable uploads) {
    this.files = files;
    this.uploads = uploads;
  }

  /** The roster to compare a file with; none for a roster itself. */
  synchronized Roster forFile(UploadKey key) {
    return key.dataset().equals(DATASET) ? Roster.NONE : ofYear(key.year());
  }

  private Roster ofYear(int year) {
    UploadFilter filter = UploadFilter.ALL.ofYear(year).ofDataset(DATASET);
    List<UploadRecord> inForce = FilesInForce.list(uploads, filter);
    if (inForce.isEmpty()) {
      return Roster.NONE;
    }
    var names = new HashMap<String, String>();
    inForce.forEach(upload -> names.putAll(names(upload)));
    return Roster.of(names);
  }

  private Map<String, String> names(UploadRecord upload) {
    if (ReadFiles.reading(upload).isEmpty()) {
      return Map.of();
    }
    String reading = ReadFiles.reading(upload).get();
    return byReading.get(reading, _ -> read(upload.key(), reading));
  }

  private Map<String, String> read(String key, String reading) {
    KeyResult parsed = UploadKey.parse(key);
    if (!(parsed instanceof UploadKey uploadKey)) {
      return Map.of();
    }
    try (ReadFile file = files.open(uploadKey, reading)) {
      var names = new HashMap<String, String>();
      file.forEachAccepted(row -> names.put(row.uscc(), ReadFile.name(row)));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
