package innovation.points.store.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.disclosure.Bins;
import innovation.points.scoring.disclosure.HistogramDisclosure;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.disclosure.Statistics;
import innovation.points.store.table.StoredLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one generation that may be disclosed: of all ranked enterprises, and by stage,
 * cluster, division and park. Written by the run, in the order in which they are shown. Immutable.
 */
public final class YearFigures {

  /** Of the generation. */
  static final StoredLists.Kind<Line> LINES = new StoredLists.Kind<>("figures", Line.class);

  private final List<Line> lines;

  /** What a group is made by. */
  public enum By {
    ALL,
    STAGE,
    CLUSTER,
    INDUSTRY,
    PARK
  }

  /**
   * A group.
   *
   * @param id of the stage, cluster, division or park; null for all, and for those without one
   * @param park more of a park that is not suppressed; null of other groups
   */
  public record Line(
      By by,
      @Nullable String id,
      GroupFigures figures,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Park park) {}

  /**
   * More of a park.
   *
   * @param top its best total
   * @param stages how many of its enterprises are in each stage, by id
   */
  public record Park(double top, SortedMap<String, Integer> stages) {
    public Park {
      stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    }
  }

  YearFigures(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  List<Line> lines() {
    return lines;
  }

  public GroupFigures all() {
    return of(By.ALL).getFirst().figures();
  }

  /** The groups of a kind, by id; those without one last. */
  public List<Line> of(By by) {
    return lines.stream().filter(line -> line.by() == by).toList();
  }

  /** Collects the totals of a ranking. Not thread-safe. */
  static final class Counter {
    private final Totals all = new Totals();
    private final Map<By, Map<Optional<String>, Totals>> groups = new HashMap<>();

    /** By park, how many are in each stage. */
    private final Map<Optional<String>, SortedMap<String, Integer>> stages = new HashMap<>();

    void add(RankingEntry entry) {
      all.add(entry.total());
      add(By.STAGE, entry.stage(), entry.total());
      add(By.CLUSTER, entry.cluster(), entry.total());
      add(By.INDUSTRY, entry.industry(), entry.total());
      add(By.PARK, entry.park(), entry.total());
      stages
          .computeIfAbsent(Optional.ofNullable(entry.park()), _ -> new TreeMap<>())
          .merge(entry.stage(), 1, Integer::sum);
    }

    private Line park(Line line, Map<Optional<String>, Totals> parks) {
      Optional<String> id = Optional.ofNullable(line.id());
      Totals totals = parks.get(id);
      return totals == null || line.figures().suppressed()
          ? line
          : new Line(
              line.by(),
              line.id(),
              line.figures(),
              new Park(totals.top(), stages.getOrDefault(id, Collections.emptySortedMap())));
    }

    private void add(By by, @Nullable String id, double total) {
      groups
          .computeIfAbsent(by, _ -> new HashMap<>())
          .computeIfAbsent(Optional.ofNullable(id), _ -> new Totals())
          .add(total);
    }

    YearFigures figures() {
      Statistics totals = all.statistics();
      boolean few = totals.count() < SmallGroups.LEAST;
      List<Integer> edges = few ? Bins.TENS : Bins.joined(Bins.TENS, List.of(totals::count));
      var lines = new ArrayList<Line>();
      lines.add(
          new Line(
              By.ALL, null, few ? GroupFigures.SUPPRESSED : YearFigures.of(totals, edges), null));
      for (By by : List.of(By.STAGE, By.CLUSTER, By.INDUSTRY)) {
        lines.addAll(lines(by, groups.getOrDefault(by, Map.of()), edges));
      }
      Map<Optional<String>, Totals> parks = groups.getOrDefault(By.PARK, Map.of());
      lines(By.PARK, parks, edges).forEach(line -> lines.add(park(line, parks)));
      return new YearFigures(lines);
    }
  }

  /** The totals of a group. */
  private static final class Totals {
    private double[] totals = new double[16];
    private int size;

    void add(double total) {
      if (size == totals.length) {
        totals = Arrays.copyOf(totals, 2 * size);
      }
      totals[size++] = total;
    }

    double top() {
      return Arrays.stream(totals, 0, size).max().orElseThrow();
    }

    Statistics statistics() {
      return new Statistics(Arrays.copyOf(totals, size));
    }
  }

  private static List<Line> lines(
      By by, Map<Optional<String>, Totals> members, List<Integer> edges) {
    List<Map.Entry<Optional<String>, Totals>> sorted =
        members.entrySet().stream()
            .sorted((a, b) -> a.getKey().orElse("\uffff").compareTo(b.getKey().orElse("\uffff")))
            .toList();
    List<Statistics> groups = sorted.stream().map(one -> one.getValue().statistics()).toList();
    Set<Integer> hidden = SmallGroups.hidden(groups.stream().map(Statistics::count).toList());
    var histograms = HistogramDisclosure.histograms(groups, hidden, edges);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < sorted.size(); i++) {
      List<Integer> bins = histograms.shown().contains(i) ? histograms.edges() : null;
      lines.add(
          new Line(
              by,
              sorted.get(i).getKey().orElse(null),
              hidden.contains(i) ? GroupFigures.SUPPRESSED : of(groups.get(i), bins),
              null));
    }
    return lines;
  }

  private static GroupFigures of(Statistics statistics, @Nullable List<Integer> edges) {
    double median = statistics.quantile(0.5);
    return new GroupFigures(
        statistics.count(),
        statistics.mean(),
        median,
        List.of(statistics.quantile(0.25), median, statistics.quantile(0.75)),
        edges == null ? null : statistics.histogram(edges),
        false);
  }
}
