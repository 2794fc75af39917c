package innovation.points.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what of a year's figures must be hidden so that nothing about fewer than three
 * enterprises is shown or can be found by subtracting what is shown from its sum. It looks at one
 * generation only: a year is shown the same way in its own overview and beside the next one.
 */
final class Disclosure {
  static final int LEAST = 3;

  /** Below, a histogram says little and would make the bins of all others coarse. */
  private static final int WORTH_A_HISTOGRAM = 12;

  private Disclosure() {}

  /**
   * The groups to hide: those below three, and as many of the smallest others as it takes that the
   * hidden ones could have been of other sizes. The groups together are all enterprises.
   *
   * @param sizes at least 1 each
   * @return indexes
   */
  static Set<Integer> hiddenGroups(List<Integer> sizes) {
    var hidden = new HashSet<Integer>();
    var others = new ArrayList<Integer>();
    int sum = 0;
    for (int i = 0; i < sizes.size(); i++) {
      if (sizes.get(i) < LEAST) {
        hidden.add(i);
        sum += sizes.get(i);
      } else {
        others.add(i);
      }
    }
    others.sort(Comparator.comparing(sizes::get));
    for (int next : others) {
      if (hidden.isEmpty() || isVague(hidden.size(), sum)) {
        break;
      }
      hidden.add(next);
      sum += sizes.get(next);
    }
    return hidden;
  }

  /**
   * Whether sizes of at least 1 with this sum are open: one alone is the sum, all ones are ones.
   */
  private static boolean isVague(int groups, int sum) {
    return groups >= 2 && sum >= LEAST && sum > groups;
  }

  /** The bins' edges, tens joined until every bin holds none or at least three of the totals. */
  static List<Integer> edges(Statistics totals, List<Integer> tens) {
    return joined(List.of(totals), tens);
  }

  /**
   * Which groups' histograms are shown, and in what bins.
   *
   * @param shown indexes of groups
   */
  record Histograms(List<Integer> edges, Set<Integer> shown) {}

  /**
   * Histograms of the groups of one kind. Those not shown add up, bin by bin, to none or at least
   * three, and are never one alone: what is left over after subtraction names no group.
   *
   * @param hidden groups of which nothing is shown
   * @param edges of the histogram of all
   */
  static Histograms histograms(List<Statistics> groups, Set<Integer> hidden, List<Integer> edges) {
    var shown = new ArrayList<Integer>();
    for (int i = 0; i < groups.size(); i++) {
      if (!hidden.contains(i) && groups.get(i).count() >= WORTH_A_HISTOGRAM) {
        shown.add(i);
      }
    }
    shown.sort(Comparator.comparing((Integer i) -> groups.get(i).count()).reversed());
    while (!shown.isEmpty()) {
      List<Integer> joined = joined(shown.stream().map(groups::get).toList(), edges);
      if (isSafe(groups, shown, joined)) {
        return new Histograms(joined, Set.copyOf(shown));
      }
      shown.removeLast();
    }
    return new Histograms(edges, Set.of());
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
    return left >= 2 && Arrays.stream(rest).noneMatch(Disclosure::isSmall);
  }

  /** Bins joined from the given ones, from the left, in which no group has one or two. */
  private static List<Integer> joined(List<Statistics> groups, List<Integer> edges) {
    var joined = new ArrayList<Integer>();
    joined.add(edges.getFirst());
    for (int edge : edges.subList(1, edges.size())) {
      joined.add(edge);
      if (!isLastBinLargeOrEmpty(groups, joined)) {
        joined.removeLast();
      }
    }
    // What is left over at the end goes to the bins before it.
    if (joined.size() > 1) {
      joined.removeLast();
    }
    joined.add(edges.getLast());
    while (joined.size() > 2 && !isLastBinLargeOrEmpty(groups, joined)) {
      joined.remove(joined.size() - 2);
    }
    return List.copyOf(joined);
  }

  private static boolean isLastBinLargeOrEmpty(List<Statistics> groups, List<Integer> edges) {
    int from = edges.get(edges.size() - 2);
    int to = edges.getLast();
    return groups.stream().mapToInt(group -> group.count(from, to)).noneMatch(Disclosure::isSmall);
  }

  private static boolean isSmall(int count) {
    return count > 0 && count < LEAST;
  }
}
