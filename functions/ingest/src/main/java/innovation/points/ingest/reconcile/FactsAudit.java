package innovation.points.ingest.reconcile;

import innovation.points.datasets.key.UploadKey;
import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.inspect.Parts;
import innovation.points.ingest.inspect.ReadFile;
import innovation.points.ingest.inspect.ReadFiles;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.ContributionTally;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.facts.ItemKey;
import innovation.points.store.uploads.Rebuild.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the facts of a key in the table with its version in force, and repairs differences. The
 * caller holds the key's lease.
 */
final class FactsAudit {

  private final ReadFiles files;
  private final FactsTable facts;

  FactsAudit(ReadFiles files, FactsTable facts) {
    this.files = files;
    this.facts = facts;
  }

  /**
   * Compares one key.
   *
   * @param target its version in force; none where it should have nothing in the table
   * @param seen what the inventory of the table showed: where that is right, nothing more is read
   * @param mend whether differences are repaired
   */
  Found audit(UploadKey key, Optional<Target> target, ContributionTally seen, boolean mend) {
    var tally = new Tallying();
    eachPart(key, target, part -> part.forEach(tally::add));
    if (tally.sum.equals(seen)) {
      return new Found(1, seen.items(), 0, 0, 0, 0);
    }
    return compare(key, target, mend);
  }

  /** Item by item with the table as it is now: it may have changed since the inventory. */
  private Found compare(UploadKey key, Optional<Target> target, boolean mend) {
    var comparison =
        new Comparison(facts.digests(FileVersion.fileId(key.key())), mend ? facts : null);
    eachPart(key, target, comparison::part);
    return comparison.end();
  }

  private void eachPart(
      UploadKey key, Optional<Target> target, Consumer<List<Contribution>> consumer) {
    if (target.isEmpty()) {
      return;
    }
    Content content = target.get().content();
    var version = new FileVersion(key.key(), content.version(), content.at());
    try (ReadFile file = files.open(key, target.get().reading());
        Parts parts = Parts.of(file)) {
      for (int part = 0; part < parts.count(); part++) {
        consumer.accept(target.get().contributions(file, parts, version, part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Tallying {

    private ContributionTally sum = ContributionTally.NONE;

    void add(Contribution contribution) {
      sum = sum.plus(FactsTable.tally(contribution));
    }
  }

  /** The items of one key in the table; the expected ones are removed from them. */
  private static final class Comparison {

    private final Map<ItemKey, Long> left;
    private final @Nullable FactsTable mended;
    private long items;
    private long missing;
    private long different;

    Comparison(Map<ItemKey, Long> stored, @Nullable FactsTable mended) {
      this.left = new HashMap<>(stored);
      this.mended = mended;
    }

    void part(List<Contribution> contributions) {
      List<Contribution> wrong = contributions.stream().filter(this::differs).toList();
      if (mended != null) {
        mended.put(wrong);
      }
    }

    private boolean differs(Contribution contribution) {
      boolean differs = false;
      for (var item : FactsTable.digests(contribution).entrySet()) {
        Long stored = left.remove(item.getKey());
        items++;
        if (stored == null) {
          missing++;
        } else if (!stored.equals(item.getValue())) {
          different++;
        }
        differs |= !item.getValue().equals(stored);
      }
      return differs;
    }

    Found end() {
      if (mended != null) {
        mended.delete(left.keySet());
      }
      return new Found(1, items, missing, different, left.size(), 0);
    }
  }
}
