package innovation.points.ingest.reconcile;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.ingest.reconcile.ObjectEntry.Content;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.facts.ItemKey;
import innovation.points.store.uploads.KeyLease;
import innovation.points.store.uploads.KeyState;
import innovation.points.store.uploads.KeyState.Progress;
import innovation.points.store.uploads.KeyStates;
import innovation.points.web.event.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Changes the facts of one key from whatever versions were touched to the one in force: writes its
 * rows, then deletes what only the other versions said. Every step is idempotent.
 */
final class FactsChange {

  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;
  private final FactsTable facts;
  private final KeyStates states;
  private final FileChecker checker;

  FactsChange(S3Client s3, String bucket, FactsTable facts, KeyStates states, FileChecker checker) {
    this.s3 = s3;
    this.bucket = bucket;
    this.facts = facts;
    this.states = states;
    this.checker = checker;
  }

  /**
   * Makes the change.
   *
   * @param target what is to be in force; none withdraws all
   */
  void apply(
      UploadKey key, KeyLease lease, KeyState head, Optional<Content> target, Deadline deadline) {
    var others = new TreeSet<>(head.touched());
    target.ifPresent(content -> others.remove(content.version()));
    String name = target.map(Content::version).orElse("") + " instead of " + others;
    int done = head.progress().filter(p -> p.change().equals(name)).map(Progress::done).orElse(-1);
    if (done < 0) {
      // Written ahead: whatever happens from here on, the next holder knows what was touched.
      states.begin(lease, target.map(Content::version), new Progress(name, 0));
    }
    try (var versions = new Versions(key)) {
      versions.open(target, others);
      versions.write(lease, new Progress(name, Math.max(done, 0)), deadline);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The versions involved in a change, on disk while it lasts. */
  private final class Versions implements AutoCloseable {

    private final UploadKey key;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Parts> others = new ArrayList<>();
    private Optional<FileVersion> target = Optional.empty();
    private Parts rows = Parts.NONE;
    private int parts = 1;
    private boolean gone;

    Versions(UploadKey key) {
      this.key = key;
    }

    void open(Optional<Content> wanted, Set<String> touched) throws IOException {
      Optional<CheckedFile> wantedFile = Optional.empty();
      if (wanted.isPresent()) {
        Content content = wanted.get();
        target = Optional.of(new FileVersion(key.key(), content.version(), content.at()));
        wantedFile = Optional.of(check(content.version()));
      }
      var files = new ArrayList<CheckedFile>();
      for (String version : touched) {
        try {
          files.add(check(version));
        } catch (NoSuchKeyException e) {
          gone = true;
        } catch (S3Exception e) {
          if (e.statusCode() != NOT_FOUND) {
            throw e;
          }
          gone = true;
        }
      }
      cut(wantedFile, files);
    }

    void write(KeyLease lease, Progress progress, Deadline deadline) throws IOException {
      if (gone) {
        withdrawUnknown();
      }
      for (int part = progress.done(); part < parts; part++) {
        deadline.check();
        write(part);
        if (parts > 1) {
          states.progress(lease, new Progress(progress.change(), part + 1));
        }
      }
    }

    private void cut(Optional<CheckedFile> wantedFile, List<CheckedFile> files) throws IOException {
      int rowsAtMost = wantedFile.map(CheckedFile::accepted).orElse(0);
      for (CheckedFile file : files) {
        rowsAtMost = Math.max(rowsAtMost, file.accepted());
      }
      parts = Parts.count(rowsAtMost);
      if (wantedFile.isPresent()) {
        rows = opened(Parts.of(wantedFile.get(), parts));
      }
      for (CheckedFile file : files) {
        others.add(opened(Parts.of(file, parts)));
      }
    }

    private void write(int part) throws IOException {
      var keep = new LinkedHashSet<ItemKey>();
      if (target.isPresent()) {
        List<Contribution> contributions = rows.contributions(target.get(), part);
        facts.put(contributions);
        contributions.forEach(each -> keep.addAll(FactsTable.itemKeys(each)));
      }
      var withdrawn = new LinkedHashSet<ItemKey>();
      for (Parts other : others) {
        // Items are named by file, not by version.
        FileVersion any = new FileVersion(key.key(), "", Instant.EPOCH);
        other.contributions(any, part).forEach(each -> withdrawn.addAll(FactsTable.itemKeys(each)));
      }
      withdrawn.removeAll(keep);
      facts.delete(withdrawn);
    }

    /** A version was deleted permanently: only the table still knows what it said. */
    private void withdrawUnknown() throws IOException {
      var withdrawn = new LinkedHashSet<>(facts.itemsOf(FileVersion.fileId(key.key())));
      if (target.isPresent()) {
        for (int part = 0; part < parts; part++) {
          for (Contribution each : rows.contributions(target.get(), part)) {
            FactsTable.itemKeys(each).forEach(withdrawn::remove);
          }
        }
      }
      facts.delete(withdrawn);
    }

    private CheckedFile check(String version) throws IOException {
      Download download = opened(Download.of(s3, bucket, key.key(), version));
      return checker.check(key, download.file(), Roster.NONE);
    }

    private <T extends AutoCloseable> T opened(T resource) {
      open.add(resource);
      return resource;
    }

    @Override
    public void close() throws IOException {
      for (AutoCloseable resource : open) {
        try {
          resource.close();
        } catch (Exception e) {
          throw new IOException(e);
        }
      }
    }
  }
}
