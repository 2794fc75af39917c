package innovation.points.lookup.portrait;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.ScoreRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is different from an earlier year, and what made it so.
 *
 * @param since the earlier year
 * @param total points more (or less, below 0); null where one of the years has none
 * @param stageBefore where the stage is another; else null
 * @param categories points more by category
 * @param indicators those that moved most, in points of the indicator
 * @param reasons deductions, bonus and decay that came or went, in Chinese
 */
record YearChange(
    int since,
    @Nullable Double total,
    @Nullable String stageBefore,
    Map<String, Double> categories,
    List<Move> indicators,
    List<String> reasons) {

  private static final int MOST = 5;

  /**
   * An indicator that moved; a value is null where it was missing.
   *
   * @param points null where it is withheld
   * @param withheld whether the figures are not for the reader
   */
  record Move(
      String id,
      String name,
      @Nullable Double valueBefore,
      @Nullable Double value,
      @Nullable Double points,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withheld) {

    private Move hidden() {
      return new Move(id, name, null, null, null, true);
    }
  }

  /** The same without the figures of some indicators; they stand in the order of their ids. */
  YearChange without(Set<String> withheld) {
    return new YearChange(
        since,
        total,
        stageBefore,
        categories,
        indicators.stream()
            .sorted(Comparator.comparing(Move::id))
            .map(move -> withheld.contains(move.id()) ? move.hidden() : move)
            .toList(),
        reasons);
  }

  static YearChange between(ScoreRow before, ScoreRow after) {
    Detail earlier = before.detail();
    Detail later = after.detail();
    return new YearChange(
        before.card().year(),
        difference(before.card().total(), after.card().total()),
        Objects.equals(before.card().stage(), after.card().stage()) ? null : before.card().stage(),
        categories(before.card().categories(), after.card().categories()),
        moves(earlier, later),
        reasons(earlier, later));
  }

  private static @Nullable Double difference(@Nullable Double before, @Nullable Double after) {
    return before == null || after == null ? null : rounded(after - before);
  }

  private static Map<String, Double> categories(
      @Nullable Map<String, Double> before, @Nullable Map<String, Double> after) {
    var differences = new LinkedHashMap<String, Double>();
    if (before != null && after != null) {
      after.forEach(
          (id, points) -> {
            Double earlier = before.get(id);
            if (earlier != null) {
              differences.put(id, rounded(points - earlier));
            }
          });
    }
    return differences;
  }

  private static List<Move> moves(Detail before, Detail after) {
    Map<String, Detail.Indicator> earlier =
        before.indicators().stream()
            .collect(Collectors.toMap(Detail.Indicator::id, indicator -> indicator));
    var moves = new ArrayList<Move>();
    for (Detail.Indicator indicator : after.indicators()) {
      Detail.Indicator old = earlier.get(indicator.id());
      double points = old == null ? 0 : rounded(indicator.points() - old.points());
      if (old != null && points != 0) {
        moves.add(
            new Move(
                indicator.id(), indicator.name(), old.value(), indicator.value(), points, false));
      }
    }
    moves.sort(
        Comparator.comparingDouble(
            (Move move) -> -Math.abs(Objects.requireNonNull(move.points()))));
    return moves.stream().limit(MOST).toList();
  }

  private static List<String> reasons(Detail before, Detail after) {
    var then = rules(before);
    var now = rules(after);
    var reasons = new ArrayList<String>();
    for (String reason : new TreeSet<>(now)) {
      if (!then.contains(reason)) {
        reasons.add("新增：" + reason);
      }
    }
    for (String reason : new TreeSet<>(then)) {
      if (!now.contains(reason)) {
        reasons.add("不再有：" + reason);
      }
    }
    return reasons;
  }

  private static List<String> rules(Detail detail) {
    var rules = new ArrayList<String>();
    detail.exclusions().forEach(rule -> rules.add("不纳入（" + rule.reason() + "）"));
    detail.explanations().forEach(rule -> rules.add("待补数（" + rule + "）"));
    detail
        .deductions()
        .forEach(rule -> rules.add("扣分 " + number(rule.points()) + "（" + rule.reason() + "）"));
    detail
        .bonus()
        .forEach(
            rule ->
                rules.add(
                    "附加分 +%s（%s%s）".formatted(number(rule.points()), rule.level(), rule.name())));
    detail
        .decay()
        .forEach(rule -> rules.add("衰减 ×" + number(rule.factor()) + "（" + rule.reason() + "）"));
    return rules;
  }

  private static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static double rounded(double number) {
    return Rounding.halfEven(number, 2);
  }
}
