package innovation.points.lookup.portrait;

import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.Detail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator whose next step would gain many points.
 *
 * @param value as it is; null where it is not known to be anything
 * @param target what it would be after the step: one more of what is counted, else the next corner
 *     of the indicator's curve
 * @param step in words, {@code +1 件}
 * @param points that the indicator would gain
 * @param total that the total would gain: weighted, and after decay
 */
record WeakPoint(
    String indicator,
    String name,
    @Nullable Double value,
    double target,
    String step,
    double points,
    double total) {

  private static final int MOST = 3;
  private static final Set<String> COUNTED = Set.of("件", "项", "个", "家", "人");

  /** The three indicators with the largest gain; missing ones are to be reported, not improved. */
  static List<WeakPoint> of(Rulebook rulebook, String stageId, Detail detail) {
    Rulebook.Stage stage = rulebook.stage(stageId);
    if (stage == null) {
      return List.of();
    }
    double decay =
        detail.decay().stream().mapToDouble(Detail.Decay::factor).reduce(1, (a, b) -> a * b);
    var points = new ArrayList<WeakPoint>();
    for (Detail.Indicator indicator : detail.indicators()) {
      rulebook.indicators().stream()
          .filter(rule -> rule.id().equals(indicator.id()))
          .findFirst()
          .flatMap(rule -> step(rule, stage, indicator, decay))
          .ifPresent(points::add);
    }
    points.sort(
        Comparator.comparingDouble(WeakPoint::total)
            .reversed()
            .thenComparing(WeakPoint::indicator));
    return points.stream().limit(MOST).toList();
  }

  private static Optional<WeakPoint> step(
      Rulebook.Indicator rule, Rulebook.Stage stage, Detail.Indicator now, double decay) {
    Double value = now.value();
    if (value == null) {
      return Optional.empty();
    }
    Curve curve = rule.curves().get(stage.id());
    double target = curve == null ? nextShare(rule, value) : next(rule, curve, value);
    double share = curve == null ? target : share(curve, target);
    double points = rule.points() * share - now.points();
    if (points < 0.005) {
      return Optional.empty();
    }
    double weight = stage.weights().getOrDefault(rule.category(), 0.0);
    return Optional.of(
        new WeakPoint(
            rule.id(),
            rule.name(),
            value,
            target,
            words(rule, curve == null, value, target),
            rounded(points),
            rounded(points * weight * decay)));
  }

  private static double next(Rulebook.Indicator rule, Curve curve, double value) {
    if (COUNTED.contains(rule.unit())) {
      return value + 1;
    }
    return curve.knots().stream()
        .filter(knot -> knot.value() > value && knot.share() > share(curve, value))
        .mapToDouble(Curve.Knot::value)
        .findFirst()
        .orElse(value);
  }

  /** The next higher share of an indicator that is worth a share of its points by what there is. */
  private static double nextShare(Rulebook.Indicator rule, double value) {
    if (rule.formula() instanceof Formula.Best best) {
      return best.shares().values().stream()
          .filter(share -> share > value)
          .min(Comparator.naturalOrder())
          .orElse(value);
    }
    return 1;
  }

  private static String words(
      Rulebook.Indicator rule, boolean isShare, double value, double target) {
    if (isShare) {
      if (rule.formula() instanceof Formula.Best best) {
        return best.shares().entrySet().stream()
            .filter(level -> level.getValue() == target)
            .map(level -> "达到" + level.getKey())
            .findFirst()
            .orElse("");
      }
      return "取得其中一项";
    }
    return COUNTED.contains(rule.unit())
        ? "+1 " + rule.unit()
        : "由 "
            + number(value)
            + " 到 "
            + number(target)
            + (rule.unit().isEmpty() ? "" : " " + rule.unit());
  }

  private static double share(Curve curve, double value) {
    Curve.Knot before = curve.knots().getFirst();
    for (Curve.Knot knot : curve.knots()) {
      if (value <= knot.value()) {
        double width = knot.value() - before.value();
        return width <= 0
            ? knot.share()
            : before.share() + (knot.share() - before.share()) * (value - before.value()) / width;
      }
      before = knot;
    }
    return before.share();
  }

  private static String number(double number) {
    return BigDecimal.valueOf(number)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static double rounded(double number) {
    return Rounding.halfEven(number, 2);
  }
}
