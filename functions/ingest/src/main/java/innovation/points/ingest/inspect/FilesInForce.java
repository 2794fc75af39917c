package innovation.points.ingest.inspect;

import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files are in force: accepted, at least in part. */
final class FilesInForce {

  /** More files of one dataset and year than any zone has. */
  private static final int MOST = 50;

  private FilesInForce() {}

  /** Those a filter selects, the oldest first: what a later one says wins. */
  static List<UploadRecord> list(UploadsTable uploads, UploadFilter filter) {
    return Stream.of(UploadStatus.ACCEPTED, UploadStatus.PARTIAL)
        .flatMap(
            status ->
                uploads.list(filter.ofStatus(status), MOST, Optional.empty()).items().stream())
        .sorted(Comparator.comparing(upload -> upload.uploadedAt().orElse(upload.createdAt())))
        .toList();
  }
}
