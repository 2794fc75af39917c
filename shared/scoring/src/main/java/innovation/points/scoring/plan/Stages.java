package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.FieldSlot;
import innovation.points.scoring.plan.reading.ItemRows;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.Subject.Figure;
import innovation.points.scoring.plan.reading.TextIndex;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Condition;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Determines the stage of a year (表1, rules §2). A stage is its index in the rulebook's list, 0 for
 * the highest.
 */
final class Stages {
  static final int UNKNOWN = -1;

  private final Rulebook rulebook;
  private final Field ageSince;
  private final boolean needsAge;
  private final FieldSlot ageSlot;
  private final Figure[] figures;
  private final int history;
  private final FieldSlot historyYear;
  private final TextIndex historyStage;

  /** By stage and condition: the figure's index in {@link #figures}; -1: the age. */
  private final int[][] reads;

  private final Stage[] stages;

  Stages(Rulebook rulebook, Selections selections) {
    this.rulebook = rulebook;
    this.history = selections.dataset(rulebook.history().dataset());
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
    List<Field> order = List.copyOf(fields);
    this.figures = order.stream().map(Figure::of).toArray(Figure[]::new);
    this.ageSlot = new FieldSlot(ageSince.id(), Layout.Kind.DAY);
    this.historyYear = new FieldSlot(rulebook.history().yearField(), Layout.Kind.AMOUNT);
    this.historyStage =
        new TextIndex(
            rulebook.history().stageField(), rulebook.stages().stream().map(Stage::name).toList());
    this.reads =
        rulebook.stages().stream()
            .map(stage -> stage.when().stream().mapToInt(one -> index(one, order)).toArray())
            .toArray(int[][]::new);
  }

  private static int index(Condition condition, List<Field> order) {
    return condition.field() == null ? -1 : order.indexOf(condition.field());
  }

  String id(int stage) {
    return stages[stage].id();
  }

  String name(int stage) {
    return stages[stage].name();
  }

  /** The stage by the facts of a year; {@link #UNKNOWN} where any fact it depends on is missing. */
  int byFacts(Subject subject, int year) {
    double since = needsAge ? subject.day(ageSlot, ageSince, year) : 0;
    if (Double.isNaN(since)) {
      return UNKNOWN;
    }
    int age = needsAge ? subject.fullYears(since, year) : 0;
    double[] values = new double[figures.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = subject.figure(figures[i], year);
      if (Double.isNaN(values[i])) {
        return UNKNOWN;
      }
    }
    for (int stage = 0; stage < stages.length; stage++) {
      if (holds(stage, age, values)) {
        return stage;
      }
    }
    return UNKNOWN;
  }

  private boolean holds(int stage, int age, double[] values) {
    List<Condition> when = stages[stage].when();
    for (int i = 0; i < when.size(); i++) {
      int read = reads[stage][i];
      if (!when.get(i).holds(read < 0 ? age : values[read])) {
        return false;
      }
    }
    return true;
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

  /** By the first record of the year in canonical order. */
  private int recorded(Subject subject, int year) {
    ItemRows records = subject.rows(history);
    int first = UNKNOWN;
    for (int i = 0; i < records.size(); i++) {
      if (evaluatedYear(records, i) == year && (first < 0 || records.before(i, first))) {
        first = i;
      }
    }
    return first < 0 ? UNKNOWN : historyStage.of(records.slots(first));
  }

  private int evaluatedYear(ItemRows records, int record) {
    double year = historyYear.number(records.slots(record));
    return Double.isNaN(year) ? Integer.MAX_VALUE : (int) year;
  }

  /** The first year with any facts, or the evaluation year where there is none before it. */
  int firstYear(Subject subject) {
    int first = subject.firstYear();
    ItemRows records = subject.rows(history);
    for (int i = 0; i < records.size(); i++) {
      first = Math.min(first, evaluatedYear(records, i));
    }
    return first;
  }

  /** The age in full years on the reference date; -1 where unknown. */
  int age(Subject subject) {
    double since = subject.day(ageSlot, ageSince, subject.year());
    return Double.isNaN(since) ? -1 : subject.fullYears(since, subject.year());
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

  /** The facts that leave the stage of the evaluation year unknown, in order. */
  List<Incomplete.UnknownFact> unknown(Subject subject) {
    var unknown = new ArrayList<Incomplete.UnknownFact>();
    for (Figure figure : figures) {
      if (Double.isNaN(subject.figure(figure, subject.year()))) {
        unknown.add(unknown(figure.field(), true, subject));
      }
    }
    if (needsAge && Double.isNaN(subject.day(ageSlot, ageSince, subject.year()))) {
      unknown.add(unknown(ageSince, false, subject));
    }
    return unknown;
  }

  private static Incomplete.UnknownFact unknown(Field field, boolean figure, Subject subject) {
    FactTrace trace = new FactTrace();
    subject.note(field, subject.year(), figure, trace);
    return new Incomplete.UnknownFact(field, trace.causes());
  }
}
