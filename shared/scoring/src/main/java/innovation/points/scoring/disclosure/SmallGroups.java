package innovation.points.scoring.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which groups must be hidden so that nothing about fewer than three enterprises is shown or can be
 * found by subtracting what is shown from its sum.
 */
public final class SmallGroups {

  /** The fewest enterprises of which something may be said. */
  public static final int LEAST = 3;

  private SmallGroups() {}

  /** Whether so many are some, but too few to say something of them. */
  public static boolean isSmall(int enterprises) {
    return enterprises > 0 && enterprises < LEAST;
  }

  /**
   * The groups to hide: those below three, and as many of the smallest others, the earlier first,
   * as it takes that the hidden ones could have been of other sizes. The groups together are all
   * enterprises, and none is in two of them.
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
   * The same of groups that may have members in common: hidden are those below three and, with
   * them, the smallest that is not.
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

  /**
   * Whether sizes of at least 1 with this sum are open: one alone is the sum, all ones are ones.
   */
  private static boolean isVague(int groups, int sum) {
    return groups >= 2 && sum >= LEAST && sum > groups;
  }
}
