package innovation.points.scoring.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an indicator's value is computed from facts (表2, rules §3). */
public sealed interface Formula {

  /** The datasets that supply its facts, each once. */
  default List<Rulebook.Dataset> datasets() {
    Stream<Rulebook.Dataset> all =
        switch (this) {
          case Amount(Quantity of) -> of.datasets();
          case Growth(Rulebook.Field of, boolean _) -> Stream.of(of.dataset());
          case Ratio(Quantity part, Quantity whole, Fallback other) ->
              Stream.of(
                      part.datasets(),
                      whole.datasets(),
                      other == null ? Stream.<Rulebook.Dataset>empty() : other.whole().datasets())
                  .flatMap(one -> one);
          case Sum(Items items, String _) -> Stream.of(items.dataset());
          case Count(Items items) -> Stream.of(items.dataset());
          case Best best -> Stream.of(best.items().dataset());
          case Any(List<Items> of) -> of.stream().map(Items::dataset);
        };
    return all.distinct().toList();
  }

  /** The figure itself. */
  record Amount(Quantity of) implements Formula {}

  /**
   * (now − before) / before × 100, {@code before} from the year before.
   *
   * @param missingWithoutBase whether growth on a figure that is not positive is missing; otherwise
   *     it is known and earns nothing
   */
  record Growth(Rulebook.Field of, boolean missingWithoutBase) implements Formula {}

  /**
   * part / whole × 100.
   *
   * @param whereZero the fallback where the whole is 0 and the other whole is known; null: none
   */
  record Ratio(Quantity part, Quantity whole, @Nullable Fallback whereZero) implements Formula {}

  /** (part / whole) / divisor × 100, with the part of the ratio. */
  record Fallback(Quantity whole, double divisor) {}

  /** The sum of a field over items. */
  record Sum(Items items, String field) implements Formula {}

  /** The number of items. */
  record Count(Items items) implements Formula {}

  /** The highest share among the items, by the value of a field; 0 without any item. */
  record Best(Items items, String by, Map<String, Double> shares) implements Formula {
    public Best {
      shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
  }

  /** 1 where there is an item of any of these, otherwise 0. */
  record Any(List<Items> of) implements Formula {
    public Any {
      of = List.copyOf(of);
    }
  }
}
