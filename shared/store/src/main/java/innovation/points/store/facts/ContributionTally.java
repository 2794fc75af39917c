package innovation.points.store.facts;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.scoring.facts.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fingerprint of a file's items in the facts table, small enough for all files of a zone to fit
 * into memory. Tallies are equal if and only if the items are, in whatever order they were added
 * (up to collisions of 64 bits).
 *
 * @param items how many
 * @param sum of the items' digests, modulo 2^64
 */
public record ContributionTally(long items, long sum) {

  public static final ContributionTally NONE = new ContributionTally(0, 0);

  public ContributionTally plus(ContributionTally other) {
    return new ContributionTally(items + other.items, sum + other.sum);
  }

  /** One item: its key and everything that is read back from it. */
  static ContributionTally of(ItemKey key, Contribution content) {
    return new ContributionTally(1, digest(key, content));
  }

  static long digest(ItemKey key, Contribution content) {
    var text = new StringBuilder();
    part(text, key.uscc());
    part(text, key.sortKey());
    part(text, content.file().key());
    part(text, content.file().version());
    part(text, content.file().uploadedAt().toString());
    for (FactRow row : content.rows()) {
      text.append(row.row()).append('{');
      for (Map.Entry<String, Value> value : new TreeMap<>(row.values()).entrySet()) {
        part(text, value.getKey());
        part(text, value.getValue().toString());
      }
      new TreeMap<>(row.checks())
          .forEach((field, check) -> part(part(text.append('!'), field), check.toString()));
      text.append('}');
    }
    return first(Sha256.of(text.toString()));
  }

  /** Prefixed with its length, so that no two lists of texts give the same text. */
  private static StringBuilder part(StringBuilder text, String part) {
    return text.append(part.length()).append(':').append(part);
  }

  private static long first(byte[] digest) {
    long first = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      first = first << Byte.SIZE | (digest[i] & 0xff);
    }
    return first;
  }
}
