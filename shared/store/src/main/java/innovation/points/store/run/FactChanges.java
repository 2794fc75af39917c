package innovation.points.store.run;

import innovation.points.store.scores.Detail.FactUsed;
import innovation.points.store.scores.Reason;
import innovation.points.store.scores.Reason.FactChange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which facts are not the same behind two results. */
final class FactChanges {

  /** uploads/{source}/{dataset}/{year}/{filename}. */
  private static final int DATASET = 2;

  private static final int YEAR = 3;
  private static final int PARTS = 5;

  private FactChanges() {}

  /**
   * The facts that came, went or were corrected, in the order of {@code after}. A fact that says
   * the same in another version or row of its file is the same.
   */
  static List<FactChange> between(List<FactUsed> before, List<FactUsed> after) {
    var left = new ArrayList<>(before);
    var come = new ArrayList<FactUsed>();
    for (FactUsed fact : after) {
      if (take(left, fact, FactChanges::same) == null) {
        come.add(fact);
      }
    }
    var changes = new ArrayList<FactChange>();
    for (FactUsed fact : come) {
      changes.add(new FactChange(fact.field(), take(left, fact, FactChanges::corrects), fact));
    }
    left.forEach(fact -> changes.add(new FactChange(fact.field(), fact, null)));
    return List.copyOf(changes.subList(0, Math.min(changes.size(), Reason.MOST_FACTS)));
  }

  @FunctionalInterface
  private interface Match {
    boolean matches(FactUsed one, FactUsed other);
  }

  private static @Nullable FactUsed take(List<FactUsed> from, FactUsed fact, Match match) {
    for (Iterator<FactUsed> each = from.iterator(); each.hasNext(); ) {
      FactUsed one = each.next();
      if (match.matches(one, fact)) {
        each.remove();
        return one;
      }
    }
    return null;
  }

  private static boolean same(FactUsed one, FactUsed other) {
    return one.field().equals(other.field())
        && one.value().equals(other.value())
        && one.key().equals(other.key());
  }

  /** The same field of the same dataset and year, whatever source it came from. */
  private static boolean corrects(FactUsed one, FactUsed other) {
    return one.field().equals(other.field()) && place(one.key()).equals(place(other.key()));
  }

  private static String place(String key) {
    String[] parts = key.split("/", PARTS);
    return parts.length == PARTS ? parts[DATASET] + "/" + parts[YEAR] : key;
  }
}
