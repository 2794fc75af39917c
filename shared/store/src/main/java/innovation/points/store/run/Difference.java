package innovation.points.store.run;

import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.Detail.FactUsed;
import innovation.points.store.scores.Detail.Indicator;
import innovation.points.store.scores.Reason;
import innovation.points.store.scores.Reason.FactChange;
import innovation.points.store.scores.Reason.Part;
import innovation.points.store.scores.ScoreRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Why two results of one enterprise and year differ: of two generations, or of a published one and
 * the draft. Ranks are not looked at. Thread-safe.
 */
public final class Difference {

  private static final int PLACES = 2;

  private final UnaryOperator<String> stageName;

  /**
   * Speaks of stages by a name.
   *
   * @param stageName from a stage's id to its name
   */
  public Difference(UnaryOperator<String> stageName) {
    this.stageName = stageName;
  }

  /** The reasons, indicators by the points they moved; empty where the results are the same. */
  public List<Reason> between(ScoreRow before, ScoreRow after) {
    Detail then = before.detail();
    Detail now = after.detail();
    var reasons = new ArrayList<Reason>();
    rulebook(before.card(), then, after.card(), now, reasons);
    status(before.card(), then, after.card(), now, reasons);
    stage(before.card(), after.card(), reasons);
    rules(Part.NEGATIVE_LIST, deductions(then), deductions(now), reasons);
    rules(Part.BONUS, bonus(then), bonus(now), reasons);
    rules(Part.DECAY, decay(then), decay(now), reasons);
    indicators(then, now, reasons);
    return List.copyOf(reasons);
  }

  private static void rulebook(
      Card before, Detail then, Card after, Detail now, List<Reason> reasons) {
    if (!before.rulebook().equals(after.rulebook())) {
      reasons.add(
          Reason.of(
              Part.RULEBOOK, "评价规则由 %s 变为 %s".formatted(before.rulebook(), after.rulebook())));
    } else if (!then.rulebookDigest().equals(now.rulebookDigest())) {
      reasons.add(Reason.of(Part.RULEBOOK, "评价规则 %s 的内容有修改".formatted(after.rulebook())));
    }
  }

  private static void status(
      Card before, Detail then, Card after, Detail now, List<Reason> reasons) {
    if (before.status() != after.status()) {
      reasons.add(
          new Reason(
              Part.STATUS,
              null,
              "由“%s”变为“%s”".formatted(words(before, then), words(after, now)),
              FactChanges.between(excluding(then), excluding(now))));
    } else {
      rules(Part.NEGATIVE_LIST, exclusions(then), exclusions(now), reasons);
      if (!then.explanations().equals(now.explanations())) {
        reasons.add(
            Reason.of(
                Part.STATUS, "由“%s”变为“%s”".formatted(words(before, then), words(after, now))));
      }
    }
  }

  private static String words(Card card, Detail detail) {
    return switch (card.status()) {
      case SCORED -> "已评分";
      case EXCLUDED ->
          "不纳入积分管理：" + String.join("；", detail.exclusions().stream().map(e -> e.reason()).toList());
      case INCOMPLETE -> "待补数：" + String.join("；", detail.explanations());
    };
  }

  private static List<FactUsed> excluding(Detail detail) {
    return detail.exclusions().stream().flatMap(rule -> rule.from().stream()).toList();
  }

  private void stage(Card before, Card after, List<Reason> reasons) {
    if (!Objects.equals(before.stage(), after.stage())) {
      reasons.add(
          Reason.of(
              Part.STAGE,
              "阶段由%s变为%s".formatted(stageName(before.stage()), stageName(after.stage()))));
    }
  }

  private String stageName(@Nullable String stage) {
    return stage == null ? "未知" : stageName.apply(stage);
  }

  private static Map<String, List<FactUsed>> exclusions(Detail detail) {
    var rules = new LinkedHashMap<String, List<FactUsed>>();
    detail.exclusions().forEach(rule -> rules.put(rule.reason(), rule.from()));
    return rules;
  }

  private static Map<String, List<FactUsed>> deductions(Detail detail) {
    var rules = new LinkedHashMap<String, List<FactUsed>>();
    detail.deductions().forEach(rule -> rules.put(rule.reason(), rule.from()));
    return rules;
  }

  private static Map<String, List<FactUsed>> bonus(Detail detail) {
    var rules = new LinkedHashMap<String, List<FactUsed>>();
    detail
        .bonus()
        .forEach(
            rule ->
                rules.put(
                    "%s%s，加 %s 分".formatted(rule.level(), rule.name(), number(rule.points())),
                    rule.from()));
    return rules;
  }

  private static Map<String, List<FactUsed>> decay(Detail detail) {
    var rules = new LinkedHashMap<String, List<FactUsed>>();
    detail.decay().forEach(rule -> rules.put(rule.reason(), List.of()));
    return rules;
  }

  /** Rules by their sentence: what comes and what goes. */
  private static void rules(
      Part part,
      Map<String, List<FactUsed>> then,
      Map<String, List<FactUsed>> now,
      List<Reason> reasons) {
    now.forEach(
        (sentence, facts) -> {
          if (!then.containsKey(sentence)) {
            reasons.add(
                new Reason(part, null, "新增：" + sentence, FactChanges.between(List.of(), facts)));
          }
        });
    then.forEach(
        (sentence, facts) -> {
          if (!now.containsKey(sentence)) {
            reasons.add(
                new Reason(part, null, "不再有：" + sentence, FactChanges.between(facts, List.of())));
          }
        });
  }

  private record Moved(Reason reason, double points) {}

  private static void indicators(Detail then, Detail now, List<Reason> reasons) {
    if (then.indicators().isEmpty() || now.indicators().isEmpty()) {
      // One of them has no score: the status says why.
      return;
    }
    Map<String, Indicator> before = new HashMap<>();
    then.indicators().forEach(indicator -> before.put(indicator.id(), indicator));
    var moved = new ArrayList<Moved>();
    for (Indicator after : now.indicators()) {
      Indicator old = before.get(after.id());
      if (old != null && !same(old, after)) {
        moved.add(new Moved(indicator(old, after), Math.abs(after.points() - old.points())));
      }
    }
    moved.sort(Comparator.comparingDouble(Moved::points).reversed());
    moved.forEach(one -> reasons.add(one.reason()));
  }

  private static boolean same(Indicator one, Indicator other) {
    return Objects.equals(one.value(), other.value())
        && one.points() == other.points()
        && one.outcome().equals(other.outcome());
  }

  private static Reason indicator(Indicator old, Indicator now) {
    String values =
        Objects.equals(old.value(), now.value())
            ? "仍为%s".formatted(value(now))
            : "由%s变为%s".formatted(value(old), value(now));
    String points =
        old.points() == now.points()
            ? "得分未变"
            : "得分由 %s 变为 %s".formatted(number(old.points()), number(now.points()));
    List<FactChange> facts = FactChanges.between(old.from(), now.from());
    String text = "%s（%s）%s，%s".formatted(now.name(), now.id(), values, points);
    return new Reason(Part.INDICATOR, now.id(), text, facts);
  }

  private static String value(Indicator indicator) {
    Double value = indicator.value();
    if (value == null) {
      return "缺失";
    }
    return " " + number(value) + (indicator.unit().isEmpty() ? " " : " " + indicator.unit());
  }

  private static String number(double number) {
    return BigDecimal.valueOf(number)
        .setScale(PLACES, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
