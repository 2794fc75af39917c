package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Exclusion;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Effect;
import innovation.points.scoring.rulebook.Rulebook.FactIs;
import innovation.points.scoring.rulebook.Rulebook.LevelPoints;
import innovation.points.scoring.rulebook.Rulebook.NegativeRule;
import innovation.points.scoring.rulebook.Rulebook.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The negative list (表3, rules §4). */
final class NegativeList {
  private record Line(NegativeRule rule, @Nullable Selection when, @Nullable Selection unless) {}

  private final Line[] exclusions;
  private final Line[] deductions;
  private final Dataset[] asked;

  NegativeList(Rulebook rulebook) {
    List<Line> lines = rulebook.negativeList().stream().map(NegativeList::line).toList();
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

  private static Line line(NegativeRule rule) {
    return switch (rule.when()) {
      case Trigger.AnyFact fact -> new Line(rule, null, null);
      case Trigger.AnyItem(Items items, Items unless) ->
          new Line(rule, new Selection(items), unless == null ? null : new Selection(unless));
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
        FactTrace.Written trace = new FactTrace.Written();
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
              case Effect.DeductByLevel(LevelPoints levels) -> byLevel(line, levels, subject, out);
            };
      }
    }
    return sum;
  }

  private static double once(
      Line line, double points, Subject subject, @Nullable List<Deduction> out) {
    if (out != null) {
      FactTrace.Written trace = new FactTrace.Written();
      String reason = what(line, subject, trace) + "，扣 " + FactTrace.plain(points) + " 分";
      out.add(new Deduction(line.rule().id(), -points, reason, trace.used()));
    }
    return points;
  }

  private static double byLevel(
      Line line, LevelPoints levels, Subject subject, @Nullable List<Deduction> out) {
    Selection when = line.when();
    if (when == null) {
      return 0;
    }
    List<LineItem> items = when.of(subject);
    double sum = 0;
    for (Map.Entry<String, Double> level : levels.points().entrySet()) {
      List<LineItem> ofLevel = ofLevel(items, levels.by(), level.getKey());
      if (!ofLevel.isEmpty()) {
        double points = level.getValue();
        sum += points;
        if (out != null) {
          FactTrace.Written trace = new FactTrace.Written();
          when.note(ofLevel, trace);
          String what = level.getKey() + line.rule().name() + words(when, ofLevel);
          out.add(
              new Deduction(
                  line.rule().id(),
                  -points,
                  what + "，扣 " + FactTrace.plain(points) + " 分",
                  trace.used()));
        }
      }
    }
    return sum;
  }

  static List<LineItem> ofLevel(List<LineItem> items, String by, String level) {
    return items.stream().filter(item -> level.equals(Selection.text(item, by))).toList();
  }

  private static boolean applies(Line line, Subject subject) {
    return switch (line.rule().when()) {
      case Trigger.AnyFact(List<FactIs> facts) -> {
        for (int i = 0; i < facts.size(); i++) {
          if (is(facts.get(i), subject)) {
            yield true;
          }
        }
        yield false;
      }
      case Trigger.AnyItem item ->
          line.when() != null
              && line.when().count(subject) > 0
              && (line.unless() == null || line.unless().count(subject) == 0);
    };
  }

  private static boolean is(FactIs expected, Subject subject) {
    Fact fact = subject.fact(expected.field());
    return fact != null && fact.value().equals(expected.value());
  }

  private static String what(Line line, Subject subject, FactTrace trace) {
    if (line.rule().when() instanceof Trigger.AnyFact(List<FactIs> facts)) {
      return facts.stream()
          .filter(fact -> is(fact, subject))
          .map(fact -> what(fact, subject, trace))
          .collect(Collectors.joining("，"));
    }
    Selection when = line.when();
    if (when == null) {
      return line.rule().name();
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
