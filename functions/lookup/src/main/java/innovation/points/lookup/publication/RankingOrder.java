package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicEntry;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of a ranking that a caller asks for: {@code ?sort=name}, or {@code -name} for the
 * reverse.
 *
 * @param id as asked for
 * @param comparator null for the order in which rankings are stored
 */
record RankingOrder(String id, @Nullable Comparator<PublicEntry> comparator) {

  /** By rank. */
  static final RankingOrder STORED = new RankingOrder("rank", null);

  /** By their names in {@code ?sort=}. */
  static final Map<String, RankingOrder> NAMES = names();

  private static Map<String, RankingOrder> names() {
    Comparator<PublicEntry> byPlace =
        Comparator.comparing(PublicEntry::overall, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PublicEntry::total, Comparator.nullsLast(Comparator.reverseOrder()));
    Comparator<PublicEntry> byStagePlace =
        Comparator.comparing(PublicEntry::stage)
            .thenComparing(PublicEntry::inStage, Comparator.nullsLast(Comparator.naturalOrder()));
    Collator chinese = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
    // A collator is not for several threads at once; its keys are.
    Function<PublicEntry, byte[]> key =
        entry -> {
          String name = entry.name();
          synchronized (chinese) {
            return chinese.getCollationKey(name == null ? "" : name).toByteArray();
          }
        };
    var orders = new TreeMap<String, RankingOrder>();
    add(orders, "rank", byPlace);
    orders.put(STORED.id(), STORED);
    add(orders, "stage", byStagePlace);
    add(orders, "name", Comparator.comparing(key, Arrays::compareUnsigned));
    add(orders, "uscc", Comparator.comparing(PublicEntry::uscc));
    return orders;
  }

  /** Among equals by code, so that pages never overlap. */
  private static void add(
      Map<String, RankingOrder> orders, String id, Comparator<PublicEntry> comparator) {
    Comparator<PublicEntry> total = comparator.thenComparing(PublicEntry::uscc);
    orders.put(id, new RankingOrder(id, total));
    orders.put("-" + id, new RankingOrder("-" + id, total.reversed()));
  }
}
