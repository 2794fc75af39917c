package innovation.points.ingest.reconcile;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.KeyResult;
import innovation.points.datasets.key.UploadKey;
import innovation.points.scoring.facts.Value;
import innovation.points.store.table.LastUsed;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The roster of a year, from its files in force. Rows are compared with it, which yields warnings
 * only: it may lag behind. A version of a file is read once, and the last used are kept.
 */
final class Rosters {

  private static final String DATASET = "enterprises";
  private static final int KEPT = 8;

  private final S3Client s3;
  private final String bucket;
  private final UploadsTable uploads;
  private final FileChecker checker;
  private final LastUsed<String, Map<String, String>> byVersion = new LastUsed<>(KEPT);

  Rosters(S3Client s3, String bucket, UploadsTable uploads, FileChecker checker) {
    this.s3 = s3;
    this.bucket = bucket;
    this.uploads = uploads;
    this.checker = checker;
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
    if (upload.version().isEmpty()) {
      return Map.of();
    }
    String version = upload.version().get();
    return byVersion.get(version, _ -> read(upload.key(), version));
  }

  private Map<String, String> read(String key, String version) {
    KeyResult parsed = UploadKey.parse(key);
    if (!(parsed instanceof UploadKey uploadKey)) {
      return Map.of();
    }
    try (Download download = Download.of(s3, bucket, key, version)) {
      CheckedFile file = checker.check(uploadKey, download.file(), Roster.NONE);
      var names = new HashMap<String, String>();
      file.forEachAccepted(
          row ->
              names.put(
                  row.uscc(),
                  row.values().get("name") instanceof Value.Text(String name) ? name : ""));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
