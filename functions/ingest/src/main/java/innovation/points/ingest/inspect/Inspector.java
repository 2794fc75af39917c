package innovation.points.ingest.inspect;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.key.BadKey;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.FileSize;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.Said;
import innovation.points.datasets.report.JsonBlocks;
import innovation.points.datasets.report.KeptBlocks;
import innovation.points.datasets.report.RowSpool;
import innovation.points.ingest.bucket.Download;
import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.queue.Invocation;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.Confirmation;
import innovation.points.store.uploads.UploadFilter;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Checks one version of an object: reads it, writes the report and stores the verdict, which is
 * final. Does not touch facts.
 */
public final class Inspector {

  private static final int NAMED = 3;

  private final S3Client s3;
  private final String bucket;
  private final UploadsTable uploads;
  private final ReadFiles files;
  private final Sayings sayings;
  private final Rosters rosters;
  private final LastYear lastYear;
  private final Reports reports;
  private final Settings zone;
  private final AuditTrail trail;
  private final InstantSource clock;

  public Inspector(
      S3Client s3,
      String bucket,
      UploadsTable uploads,
      ReadFiles files,
      Sayings sayings,
      Settings zone,
      AuditTrail trail,
      InstantSource clock) {
    this.s3 = s3;
    this.bucket = bucket;
    this.uploads = uploads;
    this.files = files;
    this.sayings = sayings;
    this.rosters = new Rosters(files, uploads);
    this.lastYear = new LastYear(files, uploads, zone);
    this.reports = new Reports(s3, bucket);
    this.zone = zone;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Checks a version and stores the verdict; with it, where a person has said more of the file,
   * that this has taken effect.
   *
   * @param confirmations what people said of the key's uploads, by upload
   * @param inForce the older reading of the key that is in force, as far as is known
   * @param invocation logs the verdict once it is stored
   */
  public Verdict inspect(
      UploadPath path,
      Content content,
      Map<String, String> confirmations,
      Optional<String> inForce,
      Invocation invocation) {
    Inspected inspected = inspect(path, content, confirmations, inForce);
    Verdict verdict = inspected.verdict();
    inspected
        .confirmation()
        .map(said -> confirmed(path.key(), said, verdict, invocation.id()))
        .ifPresentOrElse(
            entry -> uploads.put(path.key(), verdict, trail.item(entry)),
            () -> uploads.put(path.key(), verdict));
    inspected.read().ifPresent(read -> files.hold(path.key(), verdict.reading(), read));
    invocation.log().checked(inspected.upload());
    return verdict;
  }

  /**
   * @param upload with the verdict for its status
   * @param confirmation that was heeded
   * @param read its rows, where they are in memory
   */
  private record Inspected(
      Verdict verdict,
      UploadRecord upload,
      Optional<Confirmation> confirmation,
      Optional<ReadFile> read) {
    Inspected with(Optional<ReadFile> rows) {
      return new Inspected(verdict, upload, confirmation, rows);
    }
  }

  private static TrailEntry confirmed(
      String key, Confirmation said, Verdict verdict, String invocation) {
    return TrailEntry.of(said.by(), TrailAction.UPLOAD_CONFIRMED, key, invocation)
        .because(said.reason())
        .resulting(verdict.status().id());
  }

  private Inspected inspect(
      UploadPath path,
      Content content,
      Map<String, String> confirmations,
      Optional<String> inForce) {
    return switch (UploadKey.parseAny(path.key(), zone::catalogue)) {
      case BadKey(FileProblem problem) -> refuse(path, content, problem);
      case UploadKey _ when content.size() > FileSize.LARGEST ->
          refuse(
              path,
              content,
              FileProblem.ofFile(ProblemCode.TOO_LARGE, FileSize.exceeded(content.size())));
      case UploadKey key -> check(key, path, content, confirmations, inForce);
    };
  }

  private Inspected check(
      UploadKey key,
      UploadPath path,
      Content content,
      Map<String, String> confirmations,
      Optional<String> inForce) {
    try (Download download = Download.of(s3, bucket, path.key(), content.version())) {
      String id = UploadId.ofContent(path.key(), download.sha256());
      Optional<String> sha256 = Optional.of(download.sha256());
      UploadRecord processing =
          record(id, path, content, sha256, UploadStatus.PROCESSING, Optional.empty());
      uploads.put(processing);
      Optional<String> said = Optional.ofNullable(confirmations.get(id));
      Optional<Confirmation> confirmation =
          said.map(version -> sayings.confirmation(path.key(), id, version));
      String reading = Verdict.reading(content.version(), said);
      Catalogue catalogue = zone.catalogue(key.year());
      Dataset dataset = catalogue.dataset(key.dataset()).orElseThrow();
      CheckedFile file;
      Report report;
      Optional<ReadFile> inMemory = Optional.empty();
      var kept = new HashMap<String, KeptBlocks>();
      try (var spool = new RowSpool();
          var rows = new ReadFileWriter(files.dataset(key))) {
        file = check(key, catalogue, download.file(), sayings.of(key, confirmation), spool, rows);
        if (file.hasRows()) {
          List<UploadRecord> others = others(key);
          if (!others.isEmpty() && file.status() != CheckedFile.Status.REJECTED) {
            file.warn(secondFile(key, dataset, others));
          }
          try (ReadFile read = rows.end()) {
            kept.put("rows", files.keep(path.key(), reading, read, rows.blocks()));
            if (file.status() != CheckedFile.Status.REJECTED) {
              Optional<String> before = path.key().equals(key.key()) ? inForce : inForce(key);
              changes(key, read, before, others, ReadFiles.changes(path.key(), reading))
                  .ifPresent(changes -> kept.put("changes", changes));
            }
            inMemory = read.inMemory();
          }
        }
        report = reports.write(path, reading, file);
      }
      uploads.details(id, path.key(), Findings.json(file, kept, confirmation));
      UploadStatus verdict =
          path.key().equals(key.key()) ? verdict(file.status()) : UploadStatus.CHECKED;
      return keep(processing, content, said, verdict, counts(file), report, confirmation)
          .with(inMemory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only time that the file is read: what comes after is made from what is kept of it. */
  private CheckedFile check(
      UploadKey key,
      Catalogue catalogue,
      Path file,
      Said said,
      RowSpool spool,
      CheckedRow.Visitor rows)
      throws IOException {
    Dataset dataset = catalogue.dataset(key.dataset()).orElseThrow();
    var known =
        new Known(
            rosters.forFile(key),
            lastYear.forFile(dataset, key.year()),
            lastYear.others(dataset, key.year()));
    return new FileChecker(catalogue)
        .check(key, file, known, said, spool.then(rows))
        .withRows(spool);
  }

  /**
   * What the version changes against what is in force; where nothing is, it adds all that it has,
   * and that is not written once more.
   */
  private Optional<KeptBlocks> changes(
      UploadKey key,
      ReadFile read,
      Optional<String> inForce,
      List<UploadRecord> others,
      String object)
      throws IOException {
    var before = new ArrayList<ReadFile>();
    Path changes = Files.createTempFile("changes-", ".jsonl.gz");
    try {
      if (inForce.isPresent()) {
        before.add(files.open(key, inForce.get()));
      } else {
        for (UploadRecord other : others) {
          Optional<String> reading = ReadFiles.reading(other);
          if (UploadKey.parse(other.key(), zone::catalogue) instanceof UploadKey another
              && reading.isPresent()) {
            before.add(files.open(another, reading.get()));
          }
        }
      }
      if (before.isEmpty()) {
        return Optional.empty();
      }
      var out = new JsonBlocks(Files.newOutputStream(changes), FileChanges.Change.values().length);
      try (out) {
        FileChanges.write(read, before, inForce.isPresent(), out);
      }
      return Optional.of(files.keep(object, changes, out.blocks()));
    } finally {
      before.forEach(ReadFile::close);
      Files.deleteIfExists(changes);
    }
  }

  /** The version of a key that is in force while a file is only checked for it. */
  private Optional<String> inForce(UploadKey key) {
    return uploads.history(key.key()).uploads().values().stream()
        .filter(upload -> upload.status().acceptable())
        .flatMap(upload -> ReadFiles.reading(upload).stream())
        .findFirst();
  }

  /** One sentence, however many files there are: the newest are named. */
  private static FileProblem secondFile(UploadKey key, Dataset dataset, List<UploadRecord> others) {
    String names =
        others.reversed().stream()
            .limit(NAMED)
            .map(other -> "“" + other.path().filename() + "”")
            .collect(Collectors.joining("、"));
    return FileProblem.ofFile(
        ProblemCode.SECOND_FILE,
        "%d 年的“%s”还有 %d 个已采用的文件：%s%s；各文件都计入，同一项以后上传的为准；不应都计入的话，请撤回多余的文件。"
            .formatted(
                key.year(),
                dataset.title(),
                others.size(),
                names,
                others.size() > NAMED ? "等" : ""));
  }

  /** The source's other files of the dataset and year that are in force. */
  private List<UploadRecord> others(UploadKey key) {
    String owner = key.enterprise().map(UploadPath::enterprise).orElse(key.source());
    UploadFilter filter =
        UploadFilter.ALL.ofOwner(owner).ofYear(key.year()).ofDataset(key.dataset());
    return FilesInForce.list(uploads, filter).stream()
        .filter(other -> !other.key().equals(key.key()))
        .toList();
  }

  private Inspected refuse(UploadPath path, Content content, FileProblem problem) {
    String id = UploadId.ofVersion(path.key(), content.version());
    Report report = reports.write(path, content.version(), problem);
    uploads.details(id, path.key(), Findings.json(problem));
    return keep(
        record(id, path, content, Optional.empty(), UploadStatus.REJECTED, Optional.empty()),
        content,
        Optional.empty(),
        UploadStatus.REJECTED,
        new Counts(0, 0, 0, 1, 0),
        report,
        Optional.empty());
  }

  /** An acceptable upload stays in process until its facts are in force. */
  private Inspected keep(
      UploadRecord record,
      Content content,
      Optional<String> confirmation,
      UploadStatus verdict,
      Counts counts,
      Report report,
      Optional<Confirmation> said) {
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
            Optional.of(report));
    uploads.put(verdict.acceptable() ? checked.with(UploadStatus.PROCESSING) : checked);
    var kept = new Verdict(content.version(), verdict, record.id(), content.at(), confirmation);
    return new Inspected(kept, checked, said, Optional.empty());
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
