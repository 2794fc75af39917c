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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Changes the facts of one key to those of the version in force: writes its rows, then deletes all
 * else that the facts table has of the key. What that is, the table says: an earlier version may be
 * gone, or may be read differently now. Every step is idempotent.
 */
final class FactsChange {

  /** Items deleted between two looks at the clock. */
  private static final int DELETED_AT_ONCE = 5_000;

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
    // The first version of a key replaces nothing.
    Set<ItemKey> surplus = head.touched().isEmpty() ? new HashSet<>() : stored(key);
    if (target.isPresent()) {
      write(key, target.get(), lease, new Progress(name, Math.max(done, 0)), surplus, deadline);
    }
    delete(surplus, deadline);
  }

  /** What the facts table has of a key, whatever version said it. */
  private Set<ItemKey> stored(UploadKey key) {
    String fileId = FileVersion.fileId(key.key());
    return new HashSet<>(
        key.enterprise()
            .map(uscc -> facts.itemsOf(fileId, uscc))
            .orElseGet(() -> facts.itemsOf(fileId)));
  }

  /** Writes the rows of a version, but for the parts that are done, and keeps them of the rest. */
  private void write(
      UploadKey key,
      Content content,
      KeyLease lease,
      Progress progress,
      Set<ItemKey> surplus,
      Deadline deadline) {
    var version = new FileVersion(key.key(), content.version(), content.at());
    try (Download download = Download.of(s3, bucket, key.key(), content.version())) {
      CheckedFile file = checker.check(key, download.file(), Roster.NONE);
      int count = Parts.count(file.accepted());
      try (Parts parts = Parts.of(file, count)) {
        for (int part = 0; part < count; part++) {
          List<Contribution> contributions = parts.contributions(version, part);
          if (part >= progress.done()) {
            deadline.check();
            facts.put(contributions);
            if (count > 1) {
              states.progress(lease, new Progress(progress.change(), part + 1));
            }
          }
          contributions.forEach(each -> FactsTable.itemKeys(each).forEach(surplus::remove));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(Set<ItemKey> surplus, Deadline deadline) {
    List<ItemKey> keys = List.copyOf(surplus);
    for (int start = 0; start < keys.size(); start += DELETED_AT_ONCE) {
      deadline.check();
      facts.delete(keys.subList(start, Math.min(start + DELETED_AT_ONCE, keys.size())));
    }
  }
}
