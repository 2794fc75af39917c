package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.FieldSlot;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.TextIndex;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Exclusion;
import innovation.points.scoring.result.Plain;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.LevelPoints;
import innovation.points.scoring.rulebook.NegativeRule;
import innovation.points.scoring.rulebook.NegativeRule.Effect;
import innovation.points.scoring.rulebook.NegativeRule.FactIs;
import innovation.points.scoring.rulebook.NegativeRule.Trigger;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The negative list (表3, rules §4). */
final class NegativeList {
  /**
   * A rule with what it reads.
   *
   * @param facts by which it applies, each with its slot; empty for one about items
   * @param levels where it deducts by the levels of the items
   */
  private record Line(
      NegativeRule rule,
      List<Fixed> facts,
      @Nullable Selection when,
      @Nullable Selection unless,
      @Nullable Levels levels) {}

  /**
   * A fact of the year that is to have a value.
   *
   * @param number that a number is to be
   * @param text that a text is to be; null for a number
   */
  private record Fixed(FactIs is, FieldSlot slot, double number, @Nullable TextIndex text) {
    static Fixed of(FactIs is) {
      String field = is.field().id();
      return new Fixed(
          is,
          FieldSlot.like(field, is.value()),
          switch (is.value()) {
            case Value.Text _ -> Double.NaN;
            case Value.Flag(boolean flag) -> flag ? 1 : 0;
            case Value.Amount(double amount) -> amount;
            case Value.Day(LocalDate day) -> day.toEpochDay();
          },
          is.value() instanceof Value.Text(String text)
              ? new TextIndex(field, List.of(text))
              : null);
    }

    boolean holds(Slots now) {
      return text == null ? slot.number(now) == number : text.of(now) == 0;
    }
  }

  private final Line[] exclusions;
  private final Line[] deductions;
  private final Dataset[] asked;

  NegativeList(Rulebook rulebook, Selections selections) {
    List<Line> lines =
        rulebook.negativeList().stream().map(rule -> line(rule, selections)).toList();
    this.exclusions = lines.stream().filter(NegativeList::excludes).toArray(Line[]::new);
    this.deductions = lines.stream().filter(line -> !excludes(line)).toArray(Line[]::new);
    this.asked =
        lines.stream()
            .filter(line -> line.rule().when() instanceof Trigger.AnyFact)
            .flatMap(line -> ((Trigger.AnyFact) line.rule().when()).facts().stream())
            .map(fact -> fact.field().dataset())
            .distinct()
            .toArray(Dataset[]::new);
  }

  private static Line line(NegativeRule rule, Selections selections) {
    return switch (rule.when()) {
      case Trigger.AnyFact(List<FactIs> facts) ->
          new Line(rule, facts.stream().map(Fixed::of).toList(), null, null, null);
      case Trigger.AnyItem(Items items, Items unless) -> {
        Selection when = selections.of(items);
        yield new Line(
            rule,
            List.of(),
            when,
            unless == null ? null : selections.of(unless),
            rule.effect() instanceof Effect.DeductByLevel(LevelPoints levels)
                ? Levels.of(when, levels)
                : null);
      }
    };
  }

  private static boolean excludes(Line line) {
    return line.rule().effect() instanceof Effect.Exclude;
  }

  /** The datasets without a row for the enterprise in the year. */
  List<String> unreported(Subject subject) {
    List<String> unreported = new ArrayList<>();
    for (Dataset dataset : asked) {
      if (!subject.listed(dataset, subject.year())) {
        unreported.add(dataset.id());
      }
    }
    return unreported;
  }

  boolean excludes(Subject subject) {
    for (Line line : exclusions) {
      if (applies(line, subject)) {
        return true;
      }
    }
    return false;
  }

  List<Exclusion> exclusions(Subject subject) {
    List<Exclusion> found = new ArrayList<>();
    for (Line line : exclusions) {
      if (applies(line, subject)) {
        FactTrace trace = new FactTrace();
        String what = what(line, subject, trace);
        found.add(new Exclusion(line.rule().id(), what + "，不纳入积分管理", trace.used()));
      }
    }
    return found;
  }

  /** The points deducted, at least 0; also adds each deduction to {@code out} unless it is null. */
  double deducted(Subject subject, @Nullable List<Deduction> out) {
    double sum = 0;
    for (Line line : deductions) {
      if (applies(line, subject)) {
        sum +=
            switch (line.rule().effect()) {
              case Effect.Exclude exclude -> 0;
              case Effect.Deduct(double points) -> once(line, points, subject, out);
              case Effect.DeductByLevel _ -> byLevel(line, subject, out);
            };
      }
    }
    return sum;
  }

  private static double once(
      Line line, double points, Subject subject, @Nullable List<Deduction> out) {
    if (out != null) {
      FactTrace trace = new FactTrace();
      String reason = what(line, subject, trace) + "，扣 " + Plain.number(points) + " 分";
      out.add(new Deduction(line.rule().id(), -points, reason, trace.used()));
    }
    return points;
  }

  private static double byLevel(Line line, Subject subject, @Nullable List<Deduction> out) {
    Levels levels = line.levels();
    return levels == null
        ? 0
        : levels.sum(subject, out == null ? null : listener(line.rule(), levels.items(), out));
  }

  private static Levels.Listener listener(NegativeRule rule, Selection when, List<Deduction> out) {
    return (level, points, items) -> {
      FactTrace trace = new FactTrace();
      when.note(items, trace);
      String what = level + rule.name() + words(when, items);
      String reason = what + "，扣 " + Plain.number(points) + " 分";
      out.add(new Deduction(rule.id(), -points, reason, trace.used()));
    };
  }

  private static boolean applies(Line line, Subject subject) {
    Selection when = line.when();
    if (when != null) {
      return when.any(subject) && (line.unless() == null || !line.unless().any(subject));
    }
    Slots now = subject.slots(subject.year());
    for (int i = 0; i < line.facts().size(); i++) {
      if (line.facts().get(i).holds(now)) {
        return true;
      }
    }
    return false;
  }

  private static String what(Line line, Subject subject, FactTrace trace) {
    Selection when = line.when();
    if (when == null) {
      return line.facts().stream()
          .filter(fact -> fact.holds(subject.slots(subject.year())))
          .map(fact -> what(fact.is(), subject, trace))
          .collect(Collectors.joining("，"));
    }
    List<LineItem> items = when.of(subject);
    when.note(items, trace);
    return line.rule().name() + words(when, items);
  }

  private static String what(FactIs expected, Subject subject, FactTrace trace) {
    Fact fact = subject.fact(expected.field());
    if (fact != null) {
      trace.used(expected.field().id(), fact.value(), fact.source());
    }
    String name = expected.field().name();
    return expected.value() instanceof Value.Text(String text) ? name + "为" + text : name;
  }

  private static String words(Selection selection, List<LineItem> items) {
    return items.stream().map(selection::words).collect(Collectors.joining("；", "（", "）"));
  }
}
