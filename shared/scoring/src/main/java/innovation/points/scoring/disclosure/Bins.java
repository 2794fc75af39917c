package innovation.points.scoring.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** The bins of histograms. Each runs from an edge (inclusive) to the next (exclusive). */
public final class Bins {

  /** Totals are 0 to 106 (rules §7). */
  public static final List<Integer> TENS = List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110);

  private Bins() {}

  /**
   * Joins bins from the left until no bin holds one or two enterprises of any group. A group of
   * fewer than three enterprises keeps them in the one remaining bin.
   *
   * @param groups for each group, the number of enterprises from one edge (inclusive) to another
   *     (exclusive)
   */
  public static List<Integer> joined(List<Integer> edges, List<IntBinaryOperator> groups) {
    var joined = new ArrayList<Integer>();
    joined.add(edges.getFirst());
    for (int edge : edges.subList(1, edges.size())) {
      joined.add(edge);
      if (isLastSmall(groups, joined)) {
        joined.removeLast();
      }
    }
    // The remainder at the end joins the bins before it.
    if (joined.size() > 1) {
      joined.removeLast();
    }
    joined.add(edges.getLast());
    while (joined.size() > 2 && isLastSmall(groups, joined)) {
      joined.remove(joined.size() - 2);
    }
    return List.copyOf(joined);
  }

  private static boolean isLastSmall(List<IntBinaryOperator> groups, List<Integer> edges) {
    int from = edges.get(edges.size() - 2);
    int to = edges.getLast();
    return groups.stream()
        .mapToInt(group -> group.applyAsInt(from, to))
        .anyMatch(SmallGroups::isSmall);
  }
}
