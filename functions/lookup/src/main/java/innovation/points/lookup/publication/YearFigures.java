package innovation.points.lookup.publication;

import innovation.points.lookup.publication.Overview.Cell;
import innovation.points.scoring.disclosure.Bins;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.store.publication.RankingEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of one generation that may be disclosed. */
final class YearFigures {
  private final Cell all;
  private final Map<Optional<String>, Cell> stages;
  private final Map<Optional<String>, Cell> clusters;
  private final Map<Optional<String>, Cell> industries;

  YearFigures(List<RankingEntry> entries) {
    Statistics totals = statistics(entries);
    boolean few = totals.count() < SmallGroups.LEAST;
    List<Integer> edges = few ? Bins.TENS : Bins.joined(Bins.TENS, List.of(totals::count));
    this.all = few ? Cell.SUPPRESSED : cell(totals, edges);
    this.stages = cells(entries, RankingEntry::stage, edges);
    this.clusters = cells(entries, RankingEntry::cluster, edges);
    this.industries = cells(entries, RankingEntry::industry, edges);
  }

  Cell all() {
    return all;
  }

  /** The figures by stage id. */
  Map<Optional<String>, Cell> stages() {
    return stages;
  }

  /** The figures by 主导产业; the key is empty for enterprises without one. */
  Map<Optional<String>, Cell> clusters() {
    return clusters;
  }

  /** The figures by division; the key is empty for enterprises without one. */
  Map<Optional<String>, Cell> industries() {
    return industries;
  }

  private static Map<Optional<String>, Cell> cells(
      List<RankingEntry> entries,
      Function<RankingEntry, @Nullable String> key,
      List<Integer> edges) {
    var members = new HashMap<Optional<String>, List<RankingEntry>>();
    for (RankingEntry entry : entries) {
      members
          .computeIfAbsent(Optional.ofNullable(key.apply(entry)), _ -> new ArrayList<>())
          .add(entry);
    }
    List<Optional<String>> keys =
        members.keySet().stream()
            .sorted((a, b) -> a.orElse("\uffff").compareTo(b.orElse("\uffff")))
            .toList();
    var groups = new ArrayList<Statistics>();
    for (Optional<String> id : keys) {
      groups.add(statistics(members.getOrDefault(id, List.of())));
    }
    Set<Integer> hidden = SmallGroups.hidden(groups.stream().map(Statistics::count).toList());
    var histograms = HistogramDisclosure.histograms(groups, hidden, edges);
    var cells = new LinkedHashMap<Optional<String>, Cell>();
    for (int i = 0; i < keys.size(); i++) {
      List<Integer> bins = histograms.shown().contains(i) ? histograms.edges() : null;
      cells.put(keys.get(i), hidden.contains(i) ? Cell.SUPPRESSED : cell(groups.get(i), bins));
    }
    return cells;
  }

  private static Statistics statistics(List<RankingEntry> entries) {
    return new Statistics(entries.stream().mapToDouble(RankingEntry::total).toArray());
  }

  private static Cell cell(Statistics statistics, @Nullable List<Integer> edges) {
    double median = statistics.quantile(0.5);
    return new Cell(
        statistics.count(),
        statistics.mean(),
        median,
        List.of(statistics.quantile(0.25), median, statistics.quantile(0.75)),
        edges == null ? null : statistics.histogram(edges),
        false);
  }
}
