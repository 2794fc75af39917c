package innovation.points.ingest.reconcile;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.ingest.reconcile.ObjectEntry.Content;
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
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Compares the facts of a key in the table with its version in force, and repairs differences. The
 * caller holds the key's lease.
 */
final class FactsAudit {

  private final S3Client s3;
  private final String bucket;
  private final FactsTable facts;
  private final FileChecker checker;

  FactsAudit(S3Client s3, String bucket, FactsTable facts, FileChecker checker) {
    this.s3 = s3;
    this.bucket = bucket;
    this.facts = facts;
    this.checker = checker;
  }

  /**
   * Compares one key.
   *
   * @param target its version in force; none where it should have nothing in the table
   * @param seen what the inventory of the table showed: where that is right, nothing more is read
   * @param mend whether differences are repaired
   */
  Found audit(UploadKey key, Optional<Content> target, ContributionTally seen, boolean mend) {
    var tally = new Tallying();
    eachPart(key, target, part -> part.forEach(tally::add));
    if (tally.sum.equals(seen)) {
      return new Found(1, seen.items(), 0, 0, 0, 0);
    }
    return compare(key, target, mend);
  }

  /** Item by item with the table as it is now: it may have changed since the inventory. */
  private Found compare(UploadKey key, Optional<Content> target, boolean mend) {
    var comparison =
        new Comparison(facts.digests(FileVersion.fileId(key.key())), mend ? facts : null);
    eachPart(key, target, comparison::part);
    return comparison.end();
  }

  private void eachPart(
      UploadKey key, Optional<Content> target, Consumer<List<Contribution>> consumer) {
    if (target.isEmpty()) {
      return;
    }
    Content content = target.get();
    var version = new FileVersion(key.key(), content.version(), content.at());
    try (Download download = Download.of(s3, bucket, key.key(), content.version())) {
      CheckedFile file = checker.check(key, download.file(), Roster.NONE);
      int count = Parts.count(file.accepted());
      try (Parts parts = Parts.of(file, count)) {
        for (int part = 0; part < count; part++) {
          consumer.accept(parts.contributions(version, part));
        }
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
