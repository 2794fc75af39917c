package innovation.points.scoring.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Selects the groups to hide so that nothing about fewer than three enterprises is shown or can be
 * derived by subtraction from a sum.
 */
public final class SmallGroups {

  /** The smallest group of which figures may be shown. */
  public static final int LEAST = 3;

  private SmallGroups() {}

  /** Whether a group is not empty but too small for its figures to be shown. */
  public static boolean isSmall(int enterprises) {
    return enterprises > 0 && enterprises < LEAST;
  }

  /**
   * The groups to hide: those of fewer than three enterprises and as many of the next smallest, the
   * earlier first, as are needed to keep the hidden sizes ambiguous. The groups are disjoint and
   * cover all enterprises.
   *
   * @param sizes at least 1 each
   * @return indexes
   */
  public static Set<Integer> hidden(List<Integer> sizes) {
    var hidden = new HashSet<Integer>();
    int sum = 0;
    for (int next : smallestFirst(sizes)) {
      int size = sizes.get(next);
      if (!isSmall(size) && (hidden.isEmpty() || isVague(hidden.size(), sum))) {
        break;
      }
      hidden.add(next);
      sum += size;
    }
    return hidden;
  }

  /**
   * The groups to hide among groups that may overlap: those of fewer than three enterprises and, if
   * there are any, the smallest other group.
   *
   * @param sizes at least 1 each
   * @return indexes
   */
  public static Set<Integer> hiddenOverlapping(List<Integer> sizes) {
    var hidden = new HashSet<Integer>();
    for (int next : smallestFirst(sizes)) {
      if (!isSmall(sizes.get(next))) {
        if (!hidden.isEmpty()) {
          hidden.add(next);
        }
        break;
      }
      hidden.add(next);
    }
    return hidden;
  }

  private static List<Integer> smallestFirst(List<Integer> sizes) {
    var indexes = new ArrayList<Integer>();
    for (int i = 0; i < sizes.size(); i++) {
      indexes.add(i);
    }
    indexes.sort(Comparator.comparing(sizes::get));
    return indexes;
  }

  /** Whether more than one combination of sizes of at least 1 has this sum. */
  static boolean isVague(int groups, int sum) {
    return groups >= 2 && sum >= LEAST && sum > groups;
  }
}
