package innovation.points.store.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the facts table holds, by file. Not a snapshot: files may change while it is taken. */
public final class Inventory {

  private final Map<String, ContributionTally> files = new HashMap<>();
  private final Set<Delivery> deliveries = new HashSet<>();
  private final Set<String> enterprises = new HashSet<>();

  /** A file of the owning department that is recorded as in force. */
  public record Delivery(int year, String dataset, String fileId) {}

  Inventory() {}

  void add(String uscc, String key, ContributionTally tally) {
    enterprises.add(uscc);
    files.merge(key, tally, ContributionTally::plus);
  }

  void add(Delivery delivery) {
    deliveries.add(delivery);
  }

  /** The tally of a file. */
  public ContributionTally of(String key) {
    return files.getOrDefault(key, ContributionTally.NONE);
  }

  /** The number of items that some of the files have. */
  public long items(Collection<String> keys) {
    return keys.stream().mapToLong(key -> of(key).items()).sum();
  }

  /** The keys of all files with items in the table. */
  public Set<String> keys() {
    return Set.copyOf(files.keySet());
  }

  /** The enterprises with facts in the table. */
  public Set<String> enterprises() {
    return Set.copyOf(enterprises);
  }

  public Set<Delivery> deliveries() {
    return Set.copyOf(deliveries);
  }
}
