package innovation.points.ingest.reconcile;

import innovation.points.datasets.key.UploadKey;
import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.inspect.Parts;
import innovation.points.ingest.inspect.ReadFile;
import innovation.points.ingest.inspect.ReadFiles;
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

/**
 * Changes the facts of one key to those of the version in force: writes its rows, then deletes all
 * else that the key has in the facts table. Every step is idempotent.
 *
 * <p>What the table may have of a key is what was read of it, as far as its facts were touched. It
 * was kept when they were checked, so the table is not searched: an index of items by file would
 * double what a file costs, and put all its items into one partition.
 */
final class FactsChange {

  /** Items deleted between two looks at the clock. */
  private static final int DELETED_AT_ONCE = 5_000;

  private final ReadFiles files;
  private final FactsTable facts;
  private final KeyStates states;

  FactsChange(ReadFiles files, FactsTable facts, KeyStates states) {
    this.files = files;
    this.facts = facts;
    this.states = states;
  }

  /**
   * Makes the change.
   *
   * @param head says what may be in the table, and how far this very change has come
   * @param target the version in force; none where all is withdrawn
   * @return of how many enterprises facts were changed, as far as they are many or few
   */
  int apply(
      UploadKey key, KeyLease lease, KeyState head, Optional<Target> target, Deadline deadline) {
    var others = new TreeSet<>(head.touched());
    target.ifPresent(one -> others.remove(one.name()));
    String name = target.map(Target::name).orElse("") + " instead of " + others;
    int done = head.progress().filter(p -> p.change().equals(name)).map(Progress::done).orElse(-1);
    if (done < 0) {
      // Written ahead: whatever happens from here on, the next holder knows what was touched.
      states.begin(lease, target.map(Target::name), new Progress(name, 0));
    }
    Set<ItemKey> surplus = surplus(key, head.touched(), target, deadline);
    int enterprises = surplus.size();
    if (target.isPresent()) {
      var progress = new Progress(name, Math.max(done, 0));
      enterprises =
          Math.max(enterprises, write(key, target.get(), lease, progress, surplus, deadline));
    }
    delete(surplus, deadline);
    return enterprises;
  }

  /** What the facts table may have of a key; what the version in force has is taken off later. */
  private Set<ItemKey> surplus(
      UploadKey key, Set<String> touched, Optional<Target> target, Deadline deadline) {
    String fileId = FileVersion.fileId(key.key());
    var items = new HashSet<ItemKey>();
    if (touched.isEmpty()) {
      // The first version of a key replaces nothing.
      return items;
    }
    if (key.ofOne().isPresent()) {
      items.addAll(facts.itemsOf(fileId, key.ofOne().get()));
      return items;
    }
    for (String reading : touched) {
      if (target.filter(one -> one.name().equals(reading)).isPresent()) {
        continue;
      }
      deadline.check();
      Optional<ReadFile> read = files.find(key, reading);
      if (read.isEmpty()) {
        // Its rows were not kept, or are gone: what the table has, only the table says.
        items.addAll(facts.itemsOf(fileId));
        return items;
      }
      try (ReadFile file = read.get();
          Parts parts = Parts.of(file)) {
        for (int part = 0; part < parts.count(); part++) {
          for (Contribution each : parts.contributions(version(key, reading, deadline), part)) {
            items.addAll(FactsTable.itemKeys(each));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return items;
  }

  /** When it was uploaded does not matter to its items' keys. */
  private static FileVersion version(UploadKey key, String reading, Deadline deadline) {
    return new FileVersion(key.key(), reading, deadline.now());
  }

  /** Writes the rows of a version, but for the parts that are done, and keeps them of the rest. */
  private int write(
      UploadKey key,
      Target target,
      KeyLease lease,
      Progress progress,
      Set<ItemKey> surplus,
      Deadline deadline) {
    Content content = target.content();
    var version = new FileVersion(key.key(), content.version(), content.at());
    try (ReadFile file = files.open(key, target.reading());
        Parts parts = Parts.of(file)) {
      int enterprises = 0;
      for (int part = 0; part < parts.count(); part++) {
        boolean done = part < progress.done();
        if (done && surplus.isEmpty()) {
          continue;
        }
        List<Contribution> contributions = target.contributions(file, parts, version, part);
        if (!done) {
          deadline.check();
          enterprises = contributions.size() * parts.count();
          facts.put(contributions, enterprises);
          if (parts.count() > 1) {
            states.progress(lease, new Progress(progress.change(), part + 1));
          }
        }
        if (!surplus.isEmpty()) {
          contributions.forEach(each -> FactsTable.itemKeys(each).forEach(surplus::remove));
        }
      }
      return enterprises;
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
