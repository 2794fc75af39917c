package innovation.points.scoring.advice;

import innovation.points.scoring.facts.Value;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the next steps on an indicator, the smallest first: one more counted item, the next
 * knots of the curve, or the next level.
 */
final class Steps {
  private static final Set<String> COUNTED = Set.of("件", "项", "个", "家", "人");
  private static final int PLACES = 2;

  private final Rulebook rulebook;
  private final FieldRules fields;

  /** A step to try. */
  record Candidate(String words, Changes changes) {}

  Steps(Rulebook rulebook, FieldRules fields) {
    this.rulebook = rulebook;
    this.fields = fields;
  }

  /** Empty for a missing indicator: its data must be reported, not improved. */
  List<Candidate> of(int index, Trials trials) {
    Scored now = trials.now();
    if (now.outcome(index) != Outcome.SCORED) {
      return List.of();
    }
    Indicator indicator = rulebook.indicators().get(index);
    double value = Objects.requireNonNull(now.value(index));
    Curve curve = indicator.curves().get(now.stage());
    return switch (indicator.formula()) {
      case Formula.Amount(Quantity of) -> figure(of, index, curve, value, trials);
      case Formula.Growth(Field of, boolean _) ->
          lever(of, index, corners(curve, value), value, trials);
      case Formula.Ratio(Quantity part, Quantity _, Formula.Fallback _) ->
          figure(part, index, curve, value, trials);
      case Formula.Sum(Items items, String field) ->
          corners(curve, value).stream()
              .map(target -> sum(indicator, items, field, value, target, trials.year()))
              .toList();
      case Formula.Count(Items items) ->
          List.of(new Candidate("+1" + unit(indicator), item(items, trials.year(), Map.of())));
      case Formula.Best best -> levels(best, value, trials.year());
      case Formula.Any(List<Items> of) ->
          value > 0
              ? List.of()
              : of.stream()
                  .map(items -> new Candidate("取得其中一项", item(items, trials.year(), Map.of())))
                  .toList();
    };
  }

  private static List<Double> corners(@Nullable Curve curve, double value) {
    return curve == null ? List.of() : curve.cornersAbove(value);
  }

  private List<Candidate> figure(
      Quantity of, int index, @Nullable Curve curve, double value, Trials trials) {
    if (!(of instanceof Quantity.Figure(Field field, int yearsBack)) || yearsBack != 0) {
      return List.of();
    }
    boolean counted = COUNTED.contains(rulebook.indicators().get(index).unit());
    return lever(field, index, counted ? List.of(value + 1) : corners(curve, value), value, trials);
  }

  /** A value that rises linearly with a figure. One trial determines the slope. */
  private List<Candidate> lever(
      Field field, int index, List<Double> targets, double value, Trials trials) {
    double figure = trials.figure(field.id());
    Scored probe = trials.with(figures(Map.of(field.id(), figure + 1)));
    Double moved = probe == null ? null : probe.value(index);
    if (moved == null || moved <= value) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (double target : targets) {
      double needed = up(figure + (target - value) / (moved - value), field.id());
      Map<String, Double> figures = new LinkedHashMap<>();
      raise(field.id(), needed, figures, trials);
      candidates.add(
          new Candidate(words(rulebook.indicators().get(index), value, target), figures(figures)));
    }
    return candidates;
  }

  /** Raises the figures that limit this one within the row. */
  private void raise(String field, double to, Map<String, Double> figures, Trials trials) {
    figures.put(field, to);
    for (String limit : fields.atMost().getOrDefault(field, Set.of())) {
      double allowed = figures.getOrDefault(limit, trials.figure(limit));
      if (trials.knows(limit) && allowed < to) {
        raise(limit, to, figures, trials);
      }
    }
  }

  private double up(double figure, String field) {
    return BigDecimal.valueOf(figure)
        .setScale(6, RoundingMode.HALF_EVEN)
        .setScale(fields.whole().contains(field) ? 0 : PLACES, RoundingMode.CEILING)
        .doubleValue();
  }

  private static Changes figures(Map<String, Double> figures) {
    var values = new LinkedHashMap<String, Optional<Value>>();
    figures.forEach((field, figure) -> values.put(field, Optional.of(Value.of(figure))));
    return new Changes(values, Map.of());
  }

  private Candidate sum(
      Indicator indicator, Items items, String field, double value, double target, int year) {
    Value more = Value.of(up(target - value, field));
    return new Candidate(words(indicator, value, target), item(items, year, Map.of(field, more)));
  }

  private List<Candidate> levels(Formula.Best best, double value, int year) {
    return best.shares().entrySet().stream()
        .filter(level -> level.getValue() > value)
        .sorted(Map.Entry.comparingByValue())
        .map(
            level ->
                new Candidate(
                    "达到" + level.getKey(),
                    item(best.items(), year, Map.of(best.by(), Value.of(level.getKey())))))
        .toList();
  }

  /**
   * An item that counts. Of several permitted values it takes the last: the rules list them from
   * the highest down.
   */
  private Changes item(Items items, int year, Map<String, Value> own) {
    Map<String, Value> values = new LinkedHashMap<>();
    items.where().forEach((field, allowed) -> values.put(field, allowed.getLast()));
    values.putAll(own);
    Value day = Value.of(rulebook.dates().referenceDay().atYear(year));
    if (items.dated() != null) {
      values.put(items.dated().field(), day);
    }
    Rulebook.ItemDates dates = items.dataset().items();
    if (dates != null && dates.from() != null) {
      values.putIfAbsent(dates.from(), day);
    }
    return new Changes(Map.of(), Map.of(items.dataset().id(), List.of(values)));
  }

  private static String words(Indicator indicator, double value, double target) {
    return COUNTED.contains(indicator.unit())
        ? "+1" + unit(indicator)
        : "由 " + plain(value) + " 到 " + plain(target) + unit(indicator);
  }

  private static String unit(Indicator indicator) {
    return indicator.unit().isEmpty() ? "" : " " + indicator.unit();
  }

  static String plain(double number) {
    return BigDecimal.valueOf(number)
        .setScale(PLACES, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
