package innovation.points.ingest.reconcile;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.key.BadKey;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.FileSize;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.ingest.queue.IntakeLog;
import innovation.points.ingest.reconcile.ObjectEntry.Content;
import innovation.points.store.uploads.UploadId;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.store.uploads.UploadRecord.Report;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Checks one version of an object: reads it, writes the report and stores the verdict, which is
 * final. Does not touch facts.
 */
final class Inspector {

  private final S3Client s3;
  private final String bucket;
  private final UploadsTable uploads;
  private final FileChecker checker;
  private final Rosters rosters;
  private final LastYear lastYear;
  private final Reports reports;
  private final InstantSource clock;

  Inspector(
      S3Client s3,
      String bucket,
      UploadsTable uploads,
      FileChecker checker,
      Catalogue catalogue,
      InstantSource clock) {
    this.s3 = s3;
    this.bucket = bucket;
    this.uploads = uploads;
    this.checker = checker;
    this.rosters = new Rosters(s3, bucket, uploads, checker);
    this.lastYear = new LastYear(s3, bucket, uploads, checker, catalogue);
    this.reports = new Reports(s3, bucket);
    this.clock = clock;
  }

  /**
   * Checks a version and stores the verdict.
   *
   * @param log records the verdict once it is stored
   */
  Verdict inspect(UploadPath path, Content content, IntakeLog log) {
    Inspected inspected = inspect(path, content);
    log.checked(inspected.upload());
    return inspected.verdict();
  }

  /**
   * @param upload with the verdict for its status
   */
  private record Inspected(Verdict verdict, UploadRecord upload) {}

  private Inspected inspect(UploadPath path, Content content) {
    return switch (UploadKey.parse(path.key())) {
      case BadKey(FileProblem problem) -> refuse(path, content, problem);
      case UploadKey _ when content.size() > FileSize.LARGEST ->
          refuse(
              path,
              content,
              FileProblem.ofFile(ProblemCode.TOO_LARGE, FileSize.exceeded(content.size())));
      case UploadKey key -> check(key, path, content);
    };
  }

  private Inspected check(UploadKey key, UploadPath path, Content content) {
    try (Download download = Download.of(s3, bucket, path.key(), content.version())) {
      String id = UploadId.ofContent(path.key(), download.sha256());
      Optional<String> sha256 = Optional.of(download.sha256());
      UploadRecord processing =
          record(id, path, content, sha256, UploadStatus.PROCESSING, Optional.empty());
      uploads.put(processing);
      Known known = new Known(rosters.forFile(key), lastYear.forFile(key), lastYear.others(key));
      CheckedFile file = checker.check(key, download.file(), known);
      Report report = reports.write(path, content.version(), file);
      uploads.details(id, path.key(), Findings.json(file));
      return keep(processing, content, verdict(file.status()), counts(file), Optional.of(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Inspected refuse(UploadPath path, Content content, FileProblem problem) {
    String id = UploadId.ofVersion(path.key(), content.version());
    Report report = reports.write(path, content.version(), problem);
    uploads.details(id, path.key(), Findings.json(problem));
    return keep(
        record(id, path, content, Optional.empty(), UploadStatus.REJECTED, Optional.empty()),
        content,
        UploadStatus.REJECTED,
        new Counts(0, 0, 0, 1, 0),
        Optional.of(report));
  }

  /** An acceptable upload stays in process until its facts are in force. */
  private Inspected keep(
      UploadRecord record,
      Content content,
      UploadStatus verdict,
      Counts counts,
      Optional<Report> report) {
    UploadRecord checked =
        new UploadRecord(
            record.id(),
            record.path(),
            verdict,
            record.version(),
            record.sha256(),
            record.bytes(),
            record.createdAt(),
            record.uploadedAt(),
            clock.instant(),
            Optional.of(counts),
            report);
    uploads.put(verdict.acceptable() ? checked.with(UploadStatus.PROCESSING) : checked);
    var kept = new Verdict(content.version(), verdict, record.id(), content.at());
    uploads.put(record.key(), kept);
    return new Inspected(kept, checked);
  }

  private UploadRecord record(
      String id,
      UploadPath path,
      Content content,
      Optional<String> sha256,
      UploadStatus status,
      Optional<Report> report) {
    return new UploadRecord(
        id,
        path,
        status,
        Optional.of(content.version()),
        sha256,
        content.size(),
        uploads.get(id).map(UploadRecord::createdAt).orElse(content.at()),
        Optional.of(content.at()),
        clock.instant(),
        Optional.empty(),
        report);
  }

  private static UploadStatus verdict(CheckedFile.Status status) {
    return switch (status) {
      case ACCEPTED -> UploadStatus.ACCEPTED;
      case PARTIAL -> UploadStatus.PARTIAL;
      case HELD -> UploadStatus.HELD;
      case REJECTED -> UploadStatus.REJECTED;
    };
  }

  private static Counts counts(CheckedFile file) {
    return new Counts(
        file.rows(), file.accepted(), file.rejected(), file.problemCount(), file.warningCount());
  }
}
