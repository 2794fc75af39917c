package innovation.points.recompute.report;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which groups say nothing but their number: those of fewer than three, and the smallest others as
 * far as it takes that the hidden ones together are at least three. What is left after all shown
 * ones are subtracted from the whole is then of three enterprises, too.
 */
final class SmallCells {

  static final int LEAST = 3;

  private SmallCells() {}

  /** Of groups without a member in common. */
  static Set<String> ofGroups(Map<String, Integer> sizes) {
    return hidden(sizes, false);
  }

  /** Of groups that may have the same members: one of the hidden ones is then large enough. */
  static Set<String> ofOverlapping(Map<String, Integer> sizes) {
    return hidden(sizes, true);
  }

  private static Set<String> hidden(Map<String, Integer> sizes, boolean overlapping) {
    var hidden = new HashSet<String>();
    int sure = 0;
    var smallestFirst =
        sizes.entrySet().stream()
            .filter(group -> group.getValue() > 0)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    for (var group : smallestFirst) {
      int size = group.getValue();
      boolean open = !hidden.isEmpty() && sure < LEAST;
      if (size < LEAST || open) {
        hidden.add(group.getKey());
        sure = overlapping ? Math.max(sure, size) : sure + size;
      }
    }
    return hidden;
  }
}
