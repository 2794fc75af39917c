package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.rulebook.DecayRule;
import innovation.points.scoring.rulebook.DecayRule.DecayBy;
import innovation.points.scoring.rulebook.LevelPoints;
import innovation.points.scoring.rulebook.NegativeRule;
import innovation.points.scoring.rulebook.NegativeRule.Effect;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Condition;
import innovation.points.scoring.rulebook.Rulebook.Coverage;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.scoring.rulebook.Total.Decays;
import innovation.points.scoring.rulebook.Total.Mean;
import innovation.points.scoring.rulebook.Total.Step;
import innovation.points.scoring.rulebook.reader.RulebookText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The alternative to a choice that the document leaves open ({@code basis: default}).
 *
 * @param id path of the choice in the rulebook
 * @param text the alternative, in Chinese
 * @param rulebook the same rulebook with this one choice made the other way
 */
public record Alternative(String id, String text, Rulebook rulebook, Scorer scorer) {

  /**
   * The alternatives of the rulebook requested last. Reading a dozen variants of a rulebook takes
   * longer than scoring a small segment, and every segment of a run needs the same ones.
   */
  private static final AtomicReference<Known> LAST =
      new AtomicReference<>(new Known("", List.of()));

  private record Known(String digest, List<Alternative> alternatives) {}

  /** The alternatives to all choices marked default that have any. */
  public static List<Alternative> of(Rulebook rulebook) {
    Known last = LAST.get();
    if (!last.digest().equals(rulebook.digest())) {
      last = new Known(rulebook.digest(), readFor(rulebook));
      LAST.set(last);
    }
    return last.alternatives();
  }

  private static List<Alternative> readFor(Rulebook rulebook) {
    List<Alternative> all = new ArrayList<>();
    if (rulebook.dates().windowBasis().isDefault()) {
      int years = rulebook.dates().windowYears();
      add(
          all,
          rulebook,
          "近年改为 %d 年".formatted(years + 1),
          "" + (years + 1),
          "dates",
          "window",
          "years");
    }
    Set<Dataset> used =
        rulebook.indicators().stream()
            .flatMap(one -> one.formula().datasets().stream())
            .collect(Collectors.toSet());
    for (Dataset dataset : rulebook.datasets()) {
      if (used.contains(dataset) && dataset.basis().isDefault()) {
        dataset(all, rulebook, dataset);
      }
    }
    coverage(all, rulebook);
    if (rulebook.growth().basis().isDefault()) {
      boolean missing = rulebook.growth().missing();
      String text = "上年不为正的增速按%s".formatted(missing ? "零分计" : "缺失计");
      add(all, rulebook, text, other(!missing), "growth", "baseNotPositive");
    }
    youngFirst(all, rulebook);
    rulebook.negativeList().forEach(rule -> deduction(all, rulebook, rule));
    rulebook.decay().forEach(rule -> stay(all, rulebook, rule));
    if (rulebook.total().basis().isDefault()) {
      total(all, rulebook);
    }
    return List.copyOf(all);
  }

  private static void dataset(List<Alternative> all, Rulebook rulebook, Dataset dataset) {
    ItemDates items = dataset.items();
    if (items != null) {
      boolean missing = items.undeliveredIsMissing();
      String text = "%s未报送时按%s计".formatted(dataset.name(), missing ? "没有" : "缺失");
      add(all, rulebook, text, other(!missing), "datasets", dataset.id(), "undelivered");
    } else {
      boolean zero = dataset.absentIsZero();
      String text = "%s中没有的企业按%s计".formatted(dataset.name(), zero ? "缺失" : "零");
      add(all, rulebook, text, other(zero), "datasets", dataset.id(), "absent");
    }
  }

  private static String other(boolean zero) {
    return zero ? "missing" : "zero";
  }

  private static void coverage(List<Alternative> all, Rulebook rulebook) {
    Coverage coverage = rulebook.coverage();
    if (coverage.basis().isDefault()) {
      boolean strict = 2 * coverage.thresholdPart() > coverage.thresholdWhole();
      String least = strict ? "1/2" : "2/3";
      add(all, rulebook, "数据覆盖率满 " + least + " 的参与排名", least, "coverage", "atLeast");
      boolean rescales = coverage.rescales();
      String text = rescales ? "缺失的指标按零分计" : "缺失的指标不计，按有数据的指标折算";
      add(all, rulebook, text, rescales ? "zero" : "rescale", "coverage", "missing");
    }
  }

  /**
   * Where a stage takes enterprises under an age with low figures and others take all with high
   * figures, a young enterprise with high figures could be in either: the order of the stages
   * decides. The alternative is the age first.
   */
  private static void youngFirst(List<Alternative> all, Rulebook rulebook) {
    Stage young =
        rulebook.stages().stream()
            .filter(stage -> youngest(stage) != null && stage.when().size() > 1)
            .findFirst()
            .orElse(null);
    Double below = young == null ? null : youngest(young);
    if (young == null || below == null) {
      return;
    }
    RulebookText text = new RulebookText(rulebook.text());
    String age = Vectors.plain(below);
    try {
      text.set("{age: {below: " + age + "}}", "stages", young.id(), "when");
      for (Stage other : rulebook.stages()) {
        if (!other.equals(young) && other.when().stream().noneMatch(one -> one.field() == null)) {
          text.set(when(other, age), "stages", other.id(), "when");
        }
      }
      add(
          all,
          rulebook,
          "成立不满 %s 年的都属于%s，不论营业收入".formatted(age, young.name()),
          text,
          "stages.%s.when".formatted(young.id()));
    } catch (IllegalArgumentException _) {
      // The text uses an alias: the choice cannot be varied.
    }
  }

  private static @Nullable Double youngest(Stage stage) {
    return stage.when().stream()
        .filter(one -> one.field() == null && one.from() == null)
        .map(Condition::below)
        .findFirst()
        .orElse(null);
  }

  private static String when(Stage stage, String age) {
    return stage.when().stream()
        .map(
            one ->
                "%s: {%s}".formatted(one.field() == null ? "age" : one.field().id(), bounds(one)))
        .collect(Collectors.joining(", ", "{", ", age: {from: " + age + "}}"));
  }

  private static String bounds(Condition condition) {
    List<String> bounds = new ArrayList<>();
    if (condition.from() != null) {
      bounds.add("from: " + Vectors.plain(condition.from()));
    }
    if (condition.below() != null) {
      bounds.add("below: " + Vectors.plain(condition.below()));
    }
    return String.join(", ", bounds);
  }

  /** Whether several items of a level are deducted for once or each. */
  private static void deduction(List<Alternative> all, Rulebook rulebook, NegativeRule rule) {
    if (rule.effect() instanceof Effect.DeductByLevel(LevelPoints levels)) {
      boolean each = levels.eachItem();
      add(
          all,
          rulebook,
          "%s，%s".formatted(rule.name(), each ? "每一级别只扣一次" : "每一项都扣分"),
          each ? "level" : "item",
          "negativeList",
          rule.id(),
          "effect",
          "deductByLevel",
          "each");
    }
  }

  /** Whether a stay is counted from the day of founding or from the first year in the stage. */
  private static void stay(List<Alternative> all, Rulebook rulebook, DecayRule rule) {
    if (rule.by() instanceof DecayBy.AgeInStage(String stage)) {
      add(
          all,
          rulebook,
          "%s，从进入%s的年度起算，不从成立起算".formatted(rule.name(), rulebook.stageName(stage)),
          "{yearsInStage: " + stage + "}",
          "decay",
          rule.id(),
          "by");
    }
  }

  /**
   * Whether decay applies to the weighted score alone or to the score with deductions and bonus.
   */
  private static void total(List<Alternative> all, Rulebook rulebook) {
    List<Step> steps = new ArrayList<>(rulebook.total().steps());
    boolean last = steps.indexOf(Step.DECAY) > steps.indexOf(Step.DEDUCT);
    steps.remove(Step.DECAY);
    steps.add(last ? 1 : steps.size() - 1, Step.DECAY);
    String order = steps.stream().map(Step::id).collect(Collectors.joining(", ", "[", "]"));
    add(all, rulebook, last ? "先衰减，再计扣分和附加分" : "先计扣分和附加分，再衰减", order, "total", "order");
    boolean least = rulebook.total().decays() == Decays.LEAST;
    String decays = least ? "product" : "least";
    add(all, rulebook, least ? "多项衰减的系数依次相乘" : "多项衰减只取最小的系数", decays, "total", "decays");
    boolean geometric = rulebook.total().mean() == Mean.GEOMETRIC;
    String mean = geometric ? "arithmetic" : "geometric";
    add(all, rulebook, geometric ? "三类得分按权重相加" : "三类得分按权重作几何平均", mean, "total", "mean");
  }

  private static void add(
      List<Alternative> all, Rulebook rulebook, String text, String value, String... path) {
    try {
      RulebookText other = new RulebookText(rulebook.text()).set(value, path);
      add(all, rulebook, text, other, String.join(".", path));
    } catch (IllegalArgumentException _) {
      // The text uses an alias, or leaves the key out: the choice cannot be varied.
    }
  }

  private static void add(
      List<Alternative> all, Rulebook rulebook, String text, RulebookText changed, String id) {
    try {
      Rulebook other = RulebookLoader.read(rulebook.id() + ".yaml", changed.toString());
      all.add(new Alternative(id, text, other, new Scorer(other)));
    } catch (RulebookException _) {
      // Another part of the rulebook needs the choice as it is.
    }
  }
}
