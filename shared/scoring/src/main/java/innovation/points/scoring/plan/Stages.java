package innovation.points.scoring.plan;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Condition;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Determines the stage of a year (表1, rules §2). A stage is its index in the rulebook's list, 0 for
 * the highest.
 */
final class Stages {
  static final int UNKNOWN = -1;

  private final Rulebook rulebook;
  private final Field ageSince;
  private final boolean needsAge;
  private final Field[] figures;
  private final Stage[] stages;

  Stages(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.ageSince = rulebook.dates().ageSince();
    this.stages = rulebook.stages().toArray(Stage[]::new);
    Set<Field> fields = new LinkedHashSet<>();
    boolean age = false;
    for (Stage stage : stages) {
      for (Condition condition : stage.when()) {
        if (condition.field() == null) {
          age = true;
        } else {
          fields.add(condition.field());
        }
      }
    }
    this.needsAge = age;
    this.figures = fields.toArray(Field[]::new);
  }

  String id(int stage) {
    return stages[stage].id();
  }

  String name(int stage) {
    return stages[stage].name();
  }

  /** The stage by the facts of a year; {@link #UNKNOWN} where any fact it depends on is missing. */
  int byFacts(Subject subject, int year) {
    LocalDate since = needsAge ? subject.day(ageSince, year, FactTrace.NONE) : null;
    if (needsAge && since == null) {
      return UNKNOWN;
    }
    int age = since == null ? 0 : subject.fullYears(since, year);
    double[] values = new double[figures.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = subject.figure(figures[i], year, FactTrace.NONE);
      if (Double.isNaN(values[i])) {
        return UNKNOWN;
      }
    }
    for (int stage = 0; stage < stages.length; stage++) {
      if (holds(stages[stage], age, values)) {
        return stage;
      }
    }
    return UNKNOWN;
  }

  private boolean holds(Stage stage, int age, double[] values) {
    List<Condition> when = stage.when();
    for (int i = 0; i < when.size(); i++) {
      Condition condition = when.get(i);
      if (!condition.holds(condition.field() == null ? age : value(condition.field(), values))) {
        return false;
      }
    }
    return true;
  }

  private double value(Field field, double[] values) {
    int i = 0;
    while (!figures[i].equals(field)) {
      i++;
    }
    return values[i];
  }

  /**
   * The stage of an earlier year: as published, otherwise by that year's facts, otherwise from the
   * stage history, otherwise unknown.
   */
  int earlier(Subject subject, int year) {
    String published = subject.publishedStage(year);
    if (published != null) {
      int stage = indexOf(published);
      if (stage != UNKNOWN) {
        return stage;
      }
    }
    if (subject.listed(rulebook.roster().dataset(), year)) {
      int stage = byFacts(subject, year);
      if (stage != UNKNOWN) {
        return stage;
      }
    }
    return recorded(subject, year);
  }

  private int indexOf(String id) {
    for (int i = 0; i < stages.length; i++) {
      if (stages[i].id().equals(id)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  private int recorded(Subject subject, int year) {
    ItemTable history = history(subject);
    for (int row = 0; row < history.size(); row++) {
      LineItem item = history.item(row);
      if (evaluatedYear(item) == year) {
        return named(Selection.text(item, rulebook.history().stageField()));
      }
    }
    return UNKNOWN;
  }

  private int named(@Nullable String name) {
    for (int i = 0; i < stages.length; i++) {
      if (stages[i].name().equals(name)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  private ItemTable history(Subject subject) {
    return subject.items(rulebook.history().dataset());
  }

  private int evaluatedYear(LineItem item) {
    return item.values().get(rulebook.history().yearField()) instanceof Value.Amount(double year)
        ? (int) year
        : Integer.MAX_VALUE;
  }

  /** The years before the evaluation year with any facts, the latest first. */
  Iterable<Integer> earlierYears(Subject subject) {
    NavigableSet<Integer> years = new TreeSet<>(subject.facts().years().keySet());
    years.addAll(subject.publishedStages().keySet());
    ItemTable history = history(subject);
    for (int row = 0; row < history.size(); row++) {
      years.add(evaluatedYear(history.item(row)));
    }
    return years.headSet(subject.year(), false).descendingSet();
  }

  /** The age in full years on the reference date; -1 where unknown. */
  int age(Subject subject) {
    LocalDate since = subject.day(ageSince, subject.year(), FactTrace.NONE);
    return since == null ? -1 : subject.fullYears(since, subject.year());
  }

  /** Whether an enterprise of that age can be in the stage. */
  boolean open(int stage, int age) {
    for (Condition condition : stages[stage].when()) {
      if (condition.field() == null && age >= 0 && !condition.holds(age)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds a sentence for each fact that leaves the stage of the evaluation year unknown; returns
   * their fields in order.
   */
  List<String> missing(Subject subject, List<String> sentences) {
    Set<String> missing = new LinkedHashSet<>();
    for (Field field : figures) {
      FactTrace.Written trace = new FactTrace.Written();
      if (Double.isNaN(subject.figure(field, subject.year(), trace))) {
        missing.add(field.id());
        sentences.add(field.name() + "未知：" + trace.reason());
      }
    }
    FactTrace.Written trace = new FactTrace.Written();
    if (needsAge && subject.day(ageSince, subject.year(), trace) == null) {
      missing.add(ageSince.id());
      sentences.add(ageSince.name() + "未知：" + trace.reason());
    }
    return List.copyOf(missing);
  }
}
