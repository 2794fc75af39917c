package innovation.points.lookup.figures;

import innovation.points.scoring.aggregate.AggregatePart;
import innovation.points.scoring.aggregate.Aggregates;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.rulebook.Aggregate;
import innovation.points.scoring.rulebook.Rulebook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the rulebook's aggregates (rules §11) over some enterprises, nothing suppressed:
 * for who may see the figures of each of them.
 */
final class GroupSums {

  private final Rulebook rulebook;
  private final Aggregates aggregates;
  private final Map<String, List<AggregatePart>> parts = new HashMap<>();

  /** A figure; null where nobody's is known. */
  record Figure(String id, String name, String unit, @Nullable Double value) {}

  GroupSums(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.aggregates = new Aggregates(rulebook);
  }

  void add(ScoringInput input) {
    aggregates
        .of(input)
        .forEach(part -> parts.computeIfAbsent(part.aggregate(), _ -> new ArrayList<>()).add(part));
  }

  /** In the rulebook's order. */
  List<Figure> figures() {
    return rulebook.aggregates().stream().map(this::figure).toList();
  }

  private Figure figure(Aggregate of) {
    return new Figure(of.id(), of.name(), of.unit(), value(parts.getOrDefault(of.id(), List.of())));
  }

  private static @Nullable Double value(List<AggregatePart> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    BigDecimal amount = BigDecimal.ZERO;
    BigDecimal whole = null;
    // What two have counts once, for the larger amount.
    var items = new HashMap<String, BigDecimal>();
    for (AggregatePart part : parts) {
      if (part.item() == null) {
        amount = amount.add(part.amount());
      } else {
        items.merge(part.item(), part.amount(), BigDecimal::max);
      }
      if (part.whole() != null) {
        whole = whole == null ? part.whole() : whole.add(part.whole());
      }
    }
    for (BigDecimal item : items.values()) {
      amount = amount.add(item);
    }
    return Aggregates.figure(amount, whole);
  }
}
