package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.scoring.rulebook.Total.Step;
import innovation.points.scoring.rulebook.reader.RulebookText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    Set<Dataset> used = used(rulebook);
    for (Dataset dataset : rulebook.datasets()) {
      if (used.contains(dataset) && dataset.basis().isDefault()) {
        dataset(all, rulebook, dataset);
      }
    }
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
  }

  private static void add(
      List<Alternative> all, Rulebook rulebook, String text, String value, String... path) {
    try {
      String yaml = new RulebookText(rulebook.text()).set(value, path).toString();
      Rulebook other = RulebookLoader.read(rulebook.id() + ".yaml", yaml);
      all.add(new Alternative(String.join(".", path), text, other, new Scorer(other)));
    } catch (RulebookException | IllegalArgumentException _) {
      // The text uses an alias: the choice cannot be varied.
    }
  }

  /** The datasets that indicator values are computed from. */
  private static Set<Dataset> used(Rulebook rulebook) {
    Set<Dataset> used = new HashSet<>();
    rulebook.indicators().forEach(one -> used(one.formula()).forEach(used::add));
    return used;
  }

  private static Stream<Dataset> used(Formula formula) {
    return switch (formula) {
      case Formula.Amount(Quantity of) -> used(of);
      case Formula.Growth(Rulebook.Field of) -> Stream.of(of.dataset());
      case Formula.Ratio(Quantity part, Quantity whole, Formula.Fallback instead) ->
          Stream.concat(
              Stream.concat(used(part), used(whole)),
              instead == null ? Stream.empty() : used(instead.whole()));
      case Formula.Sum(var items, String _) -> Stream.of(items.dataset());
      case Formula.Count(var items) -> Stream.of(items.dataset());
      case Formula.Best(var items, String _, var _) -> Stream.of(items.dataset());
      case Formula.Any(var of) -> of.stream().map(items -> items.dataset());
    };
  }

  private static Stream<Dataset> used(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Figure(Rulebook.Field field, int _) -> Stream.of(field.dataset());
      case Quantity.FirstKnown(List<Quantity> of) -> of.stream().flatMap(Alternative::used);
      case Quantity.Mean(List<Quantity> of) -> of.stream().flatMap(Alternative::used);
    };
  }
}
