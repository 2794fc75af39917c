package innovation.points.scoring.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/**
 * Decides which groups' histograms may be shown together, and with which bins. It depends on one
 * generation only, so that a year is shown the same way in its own overview and in that of the next
 * year.
 */
public final class HistogramDisclosure {
  /** A histogram of fewer totals says little and would make the bins of all others coarse. */
  private static final int WORTH_A_HISTOGRAM = 12;

  private HistogramDisclosure() {}

  /**
   * The groups whose histograms are shown, and their bins.
   *
   * @param shown indexes of groups
   */
  public record Histograms(List<Integer> edges, Set<Integer> shown) {}

  /**
   * The histograms of the groups of one kind. The groups not shown are never a single one and add
   * up, in each bin, to none or at least three enterprises: a difference identifies no group.
   *
   * @param hidden indexes of groups of which nothing is shown
   * @param edges of the histogram of all enterprises
   */
  public static Histograms histograms(
      List<Statistics> groups, Set<Integer> hidden, List<Integer> edges) {
    var shown = new ArrayList<Integer>();
    for (int i = 0; i < groups.size(); i++) {
      if (!hidden.contains(i) && groups.get(i).count() >= WORTH_A_HISTOGRAM) {
        shown.add(i);
      }
    }
    shown.sort(Comparator.comparing((Integer i) -> groups.get(i).count()).reversed());
    while (!shown.isEmpty()) {
      List<Integer> joined = Bins.joined(edges, counts(groups, shown));
      if (isSafe(groups, shown, joined)) {
        return new Histograms(joined, Set.copyOf(shown));
      }
      shown.removeLast();
    }
    return new Histograms(edges, Set.of());
  }

  private static List<IntBinaryOperator> counts(List<Statistics> groups, List<Integer> of) {
    return of.stream().<IntBinaryOperator>map(i -> groups.get(i)::count).toList();
  }

  private static boolean isSafe(List<Statistics> groups, List<Integer> shown, List<Integer> edges) {
    int left = groups.size() - shown.size();
    if (left == 0) {
      return true;
    }
    int[] rest = new int[edges.size() - 1];
    for (int i = 0; i < groups.size(); i++) {
      if (!shown.contains(i)) {
        int[] counts = groups.get(i).counts(edges);
        for (int bin = 0; bin < rest.length; bin++) {
          rest[bin] += counts[bin];
        }
      }
    }
    return left >= 2 && Arrays.stream(rest).noneMatch(SmallGroups::isSmall);
  }
}
