package innovation.points.ingest.inspect;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.report.JsonBlock;
import innovation.points.datasets.report.KeptBlocks;
import innovation.points.ingest.bucket.Download;
import innovation.points.store.bucket.MissingObject;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.Confirmation;
import innovation.points.store.uploads.UploadId;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What was read of versions of files, beside their reports in the bucket. Facts, rosters and the
 * figures of the year before are made from it, so that a version is read once, and means tomorrow
 * what it meant when it was checked.
 */
public final class ReadFiles {

  private final S3Client s3;
  private final String bucket;
  private final Settings zone;
  private final Sayings sayings;
  private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

  /**
   * What was just read: its facts are made next, and need not fetch it.
   *
   * @param object where the same is kept
   */
  private record Held(String object, ReadFile read) {}

  public ReadFiles(S3Client s3, String bucket, Settings zone, Sayings sayings) {
    this.s3 = s3;
    this.bucket = bucket;
    this.zone = zone;
    this.sayings = sayings;
  }

  /** Where the rows of a version are. */
  private static String rows(String key, String reading) {
    return Reports.folder(key, reading) + "rows.jsonl.gz";
  }

  /** Where it is what a version changes. */
  static String changes(String key, String reading) {
    return Reports.folder(key, reading) + "changes.jsonl.gz";
  }

  /** Keeps what was read of a version. */
  KeptBlocks keep(String key, String reading, ReadFile read, List<JsonBlock> blocks) {
    return keep(rows(key, reading), read.file().orElseThrow(), blocks);
  }

  /** Keeps what was made from that. */
  KeptBlocks keep(String object, Path file, List<JsonBlock> blocks) {
    s3.putObject(
        put -> put.bucket(bucket).key(object).contentType("application/gzip"),
        RequestBody.fromFile(file));
    return new KeptBlocks(object, blocks);
  }

  /** Holds the rows of a version of which the verdict is stored for who asks first. */
  void hold(String key, String reading, ReadFile inMemory) {
    held.set(new Held(rows(key, reading), inMemory));
  }

  /** What was kept of a version; none where it was checked before rows were kept. */
  public Optional<ReadFile> find(UploadKey key, String reading) {
    String object = rows(key.key(), reading);
    Held last = held.get();
    if (last != null && last.object().equals(object) && held.compareAndSet(last, null)) {
      return Optional.of(last.read());
    }
    try {
      Path file = Files.createTempFile("rows-", ".jsonl.gz");
      Files.delete(file);
      s3.getObject(get -> get.bucket(bucket).key(object), file);
      return Optional.of(ReadFile.of(dataset(key), file));
    } catch (S3Exception e) {
      if (MissingObject.isMeantBy(e)) {
        return Optional.empty();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same; where nothing was kept, the version is read again. */
  public ReadFile open(UploadKey key, String reading) {
    return find(key, reading).orElseGet(() -> again(key, reading));
  }

  /** Names what was last read of an upload: it lies beside its report. */
  static Optional<String> reading(UploadRecord upload) {
    return upload
        .report()
        .flatMap(UploadRecord.Report::json)
        .map(report -> report.substring(0, report.lastIndexOf('/')))
        .map(folder -> folder.substring(folder.lastIndexOf('/') + 1));
  }

  private ReadFile again(UploadKey key, String reading) {
    try (Download download = Download.of(s3, bucket, key.key(), Verdict.version(reading))) {
      String id = UploadId.ofContent(key.key(), download.sha256());
      Optional<Confirmation> confirmation =
          Verdict.confirmation(reading).map(said -> sayings.confirmation(key.key(), id, said));
      try (var rows = new ReadFileWriter(dataset(key))) {
        // What a file is compared with gives warnings, which do not matter to its rows.
        CheckedFile checked =
            new FileChecker(zone.catalogue(key.year()))
                .check(
                    key,
                    download.file(),
                    Known.of(Roster.NONE),
                    sayings.of(key, confirmation),
                    rows);
        if (!checked.hasRows()) {
          throw new IOException("a version that had been accepted can no longer be read");
        }
        return rows.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Facts have what the catalogue's own columns say. */
  Dataset dataset(UploadKey key) {
    return Catalogue.load()
        .dataset(key.dataset())
        .or(() -> zone.catalogue().dataset(key.dataset()))
        .orElseThrow();
  }
}
