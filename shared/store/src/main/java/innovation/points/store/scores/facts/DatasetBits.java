package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.store.facts.FactLayouts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sets of datasets, a bit each by their ordinals; the same few stand in every row. */
final class DatasetBits {
  private static final List<Dataset> DATASETS = FactLayouts.load().datasets();
  private static final Map<Long, Set<String>> KNOWN = new ConcurrentHashMap<>();

  private DatasetBits() {}

  static long write(Set<String> datasets) {
    long bits = 0;
    for (Dataset dataset : DATASETS) {
      bits |= datasets.contains(dataset.id()) ? 1L << dataset.ordinal() : 0;
    }
    return bits;
  }

  static Set<String> read(long bits) {
    return KNOWN.computeIfAbsent(bits, DatasetBits::made);
  }

  private static Set<String> made(long bits) {
    var datasets = new HashSet<String>();
    for (Dataset dataset : DATASETS) {
      if ((bits >>> dataset.ordinal() & 1) != 0) {
        datasets.add(dataset.id());
      }
    }
    return Set.copyOf(datasets);
  }
}
