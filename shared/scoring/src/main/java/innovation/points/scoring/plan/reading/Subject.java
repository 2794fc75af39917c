package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.result.Cause;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One enterprise in one evaluation year: its facts, and the meaning of absent ones (rules §3). */
public final class Subject {
  /** Represents an unknown value. */
  public static final double MISSING = Double.NaN;

  private final EnterpriseFacts facts;
  private final Deliveries deliveries;
  private final Map<Integer, String> publishedStages;
  private final int year;
  private final Calendar calendar;
  private final YearFacts now;
  private final YearFacts before;
  private final Set<String> deliveredNow;
  private final @Nullable ItemTable[] tables;

  public Subject(Selections selections, ScoringInput input) {
    this.facts = input.facts();
    this.deliveries = input.deliveries();
    this.publishedStages = input.publishedStages();
    this.year = input.year();
    this.now = facts.year(year);
    this.before = facts.year(year - 1);
    this.deliveredNow = deliveries.of(year);
    this.calendar = selections.calendar(year);
    this.tables = new ItemTable[selections.matchers()];
  }

  public ScoringInput input() {
    return new ScoringInput(year, facts, deliveries, publishedStages);
  }

  public EnterpriseFacts facts() {
    return facts;
  }

  public int year() {
    return year;
  }

  public Calendar calendar() {
    return calendar;
  }

  public @Nullable String publishedStage(int of) {
    return publishedStages.get(of);
  }

  public Map<Integer, String> publishedStages() {
    return publishedStages;
  }

  /** The items that one of the plan's matchers is for, matched once. */
  public ItemTable items(ItemMatcher matcher) {
    ItemTable table = tables[matcher.index()];
    if (table == null) {
      table = ItemTable.of(matcher, facts.items(matcher.dataset().id()), this);
      tables[matcher.index()] = table;
    }
    return table;
  }

  public boolean delivered(Dataset dataset, int of) {
    return (of == year ? deliveredNow : deliveries.of(of)).contains(dataset.id());
  }

  public boolean listed(Dataset dataset, int of) {
    return year(of).listed().contains(dataset.id());
  }

  /** The fact of the evaluation year; null where there is none. */
  public @Nullable Fact fact(Field field) {
    return now.fact(field.id());
  }

  public YearFacts year(int of) {
    if (of == year) {
      return now;
    }
    return of == year - 1 ? before : facts.year(of);
  }

  /** A figure of a year in the unit of its field, or {@link #MISSING}. */
  public double figure(Figure figure, int of) {
    YearFacts known = year(of);
    int slot = figure.slot().in(known.layout());
    double amount = slot < 0 ? MISSING : known.slots().number(slot);
    // Adding zero turns a negative zero into zero.
    return Double.isNaN(amount) ? absent(figure, of, known, slot) : amount + 0.0;
  }

  private double absent(Figure figure, int of, YearFacts known, int slot) {
    if (slot == FieldSlot.OTHER) {
      refuse("数值", figure.field(), known);
    }
    return isZero(figure.field().dataset(), of) ? 0 : MISSING;
  }

  private boolean isZero(Dataset dataset, int of) {
    return dataset.absentIsZero() && !listed(dataset, of) && delivered(dataset, of);
  }

  /** The day of a field in a year, since 1970-01-01; {@link #MISSING} where it is unknown. */
  public double day(FieldSlot day, Field field, int of) {
    YearFacts known = year(of);
    int slot = day.in(known.layout());
    if (slot == FieldSlot.OTHER) {
      refuse("日期", field, known);
    }
    return slot < 0 ? MISSING : known.slots().number(slot);
  }

  private static void refuse(String expected, Field field, YearFacts known) {
    Fact fact = known.fact(field.id());
    if (fact != null) {
      Source source = fact.source();
      throw new IllegalArgumentException(
          "%s应为%s，实为另一种值（%s 第 %d 行）".formatted(field.name(), expected, source.key(), source.row()));
    }
  }

  /** Records the value of a field, or why there is none. */
  public void note(Field field, int of, boolean figure, FactTrace trace) {
    Fact fact = year(of).fact(field.id());
    if (fact != null) {
      trace.used(field.id(), fact.value(), fact.source());
      return;
    }
    Dataset dataset = field.dataset();
    if (figure && isZero(dataset, of)) {
      trace.remark(new Cause.CountsAsZero(dataset, of));
    } else if (listed(dataset, of)) {
      trace.missing(new Cause.Blank(field, of));
    } else if (delivered(dataset, of)) {
      trace.missing(new Cause.Unlisted(dataset, of));
    } else {
      trace.missing(new Cause.Undelivered(dataset, of));
    }
  }

  /**
   * Full years from a day to the reference date of a year, counted as {@link java.time.Period}
   * does.
   */
  public int fullYears(double sinceDay, int of) {
    LocalDate since = LocalDate.ofEpochDay((long) sinceDay);
    LocalDate until = calendar.referenceOf(of);
    int years = until.getYear() - since.getYear();
    boolean anniversaryToCome =
        since.getMonthValue() > until.getMonthValue()
            || (since.getMonthValue() == until.getMonthValue()
                && since.getDayOfMonth() > until.getDayOfMonth());
    return Math.max(0, anniversaryToCome ? years - 1 : years);
  }

  /** A field of the rulebook that holds a figure. */
  public record Figure(Field field, FieldSlot slot) {
    public static Figure of(Field field) {
      return new Figure(field, new FieldSlot(field.id(), Layout.Kind.AMOUNT));
    }
  }

  /** The days by which an evaluation year counts, since 1970-01-01 as facts have them. */
  public record Calendar(
      int year,
      MonthDay day,
      LocalDate reference,
      double referenceDay,
      double first,
      double last,
      double window) {

    static Calendar of(Rulebook.Dates dates, int year) {
      LocalDate reference = dates.referenceDay().atYear(year);
      return new Calendar(
          year,
          dates.referenceDay(),
          reference,
          reference.toEpochDay(),
          LocalDate.of(year, 1, 1).toEpochDay(),
          LocalDate.of(year, 12, 31).toEpochDay(),
          LocalDate.of(year - dates.windowYears() + 1, 1, 1).toEpochDay());
    }

    LocalDate referenceOf(int of) {
      return of == year ? reference : day.atYear(of);
    }
  }
}
