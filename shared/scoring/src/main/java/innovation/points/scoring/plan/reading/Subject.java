package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.result.Cause;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise in one evaluation year: its facts, and the meaning of absent ones (rules §3). Made
 * of an input, or filled with the values of one enterprise after the other, of which nothing but
 * numbers is asked. Not thread-safe.
 */
public final class Subject {
  /** Represents an unknown value. */
  public static final double MISSING = Double.NaN;

  private static final int FEW = 4;
  private static final Year NO_YEAR = new Year();
  private static final ScoringInput NO_INPUT =
      new ScoringInput(
          0, new EnterpriseFacts("", Map.of(), Map.of()), new Deliveries(Map.of()), Map.of());

  private final Selections selections;
  private final ScoringInput input;
  private final @Nullable ItemTable[] tables;
  private final ItemRows[] rows;

  /** By how many years they are before the evaluation year. */
  private Year[] years = new Year[FEW];

  private int known;
  private int year;
  private Calendar calendar;

  /** What is known of a year. */
  private static final class Year {
    private static final Slots NOTHING = Slots.of(Map.of());

    private Slots slots = NOTHING;
    private Set<String> listed = Set.of();
    private Set<String> delivered = Set.of();
    private @Nullable String stage;
    private boolean facts;

    void clear() {
      slots = NOTHING;
      listed = Set.of();
      delivered = Set.of();
      stage = null;
      facts = false;
    }
  }

  /** To be filled, after {@link #begin}. */
  public Subject(Selections selections) {
    this(selections, NO_INPUT);
  }

  public Subject(Selections selections, ScoringInput input) {
    this.selections = selections;
    this.input = input;
    this.tables = new ItemTable[selections.matchers()];
    this.rows = new ItemRows[selections.datasets().size()];
    this.year = input.year();
    this.calendar = selections.calendar(year);
    input.facts().years().forEach((of, facts) -> facts(year - of, facts.slots(), facts.listed()));
    input.deliveries().datasets().forEach((of, datasets) -> delivered(year - of, datasets));
    input.publishedStages().forEach((of, stage) -> published(year - of, stage));
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ItemRows.of(input.facts().items(selections.datasets().get(i)));
    }
  }

  /** Forgets one enterprise to be filled with another. */
  public void begin(int evaluationYear) {
    if (year != evaluationYear) {
      year = evaluationYear;
      calendar = selections.calendar(year);
    }
    for (int back = 0; back < known; back++) {
      years[back].clear();
    }
    for (ItemRows one : rows) {
      one.clear();
    }
    for (ItemTable table : tables) {
      if (table != null) {
        table.clear();
      }
    }
  }

  /** Sets the facts of a year, by how many years it is before the evaluation year. */
  public void facts(int back, Slots slots, Set<String> listed) {
    if (back >= 0) {
      Year of = back(back);
      of.slots = slots;
      of.listed = listed;
      of.facts = true;
    }
  }

  public void delivered(int back, Set<String> datasets) {
    if (back >= 0) {
      back(back).delivered = datasets;
    }
  }

  /** Sets the stage of an earlier year's published result. */
  public void published(int back, String stage) {
    if (back >= 0) {
      back(back).stage = stage;
    }
  }

  private Year back(int back) {
    if (back >= years.length) {
      years = Arrays.copyOf(years, 2 * back);
    }
    while (known <= back) {
      years[known++] = new Year();
    }
    return years[back];
  }

  private Year year(int of) {
    int back = year - of;
    return back < known && back >= 0 ? years[back] : NO_YEAR;
  }

  /** The index of a dataset for {@link #rows}; negative where no rule reads its items. */
  public int dataset(String id) {
    return selections.datasets().indexOf(id);
  }

  /** The items of a dataset. */
  public ItemRows rows(int dataset) {
    return rows[dataset];
  }

  /** What it was made of. */
  public ScoringInput input() {
    return input;
  }

  public int year() {
    return year;
  }

  Calendar calendar() {
    return calendar;
  }

  public @Nullable String publishedStage(int of) {
    return year(of).stage;
  }

  /** The earliest year with facts or a published stage; the evaluation year where there is none. */
  public int firstYear() {
    int back = known - 1;
    while (back > 0 && !years[back].facts && years[back].stage == null) {
      back--;
    }
    return year - Math.max(0, back);
  }

  /** The items that one of the plan's matchers is for, matched once. */
  ItemTable items(ItemMatcher matcher) {
    ItemTable table = tables[matcher.index()];
    if (table == null) {
      table = new ItemTable(rows[matcher.rows()]);
      tables[matcher.index()] = table;
    }
    return table.matched(matcher, this);
  }

  public boolean delivered(Dataset dataset, int of) {
    return year(of).delivered.contains(dataset.id());
  }

  public boolean listed(Dataset dataset, int of) {
    return year(of).listed.contains(dataset.id());
  }

  /** The fact of the evaluation year; null where there is none. */
  public @Nullable Fact fact(Field field) {
    return input.facts().year(year).fact(field.id());
  }

  /** The values of a year. */
  public Slots slots(int of) {
    return year(of).slots;
  }

  /** A figure of a year in the unit of its field, or {@link #MISSING}. */
  public double figure(Figure figure, int of) {
    Slots values = slots(of);
    int slot = figure.slot().in(values.layout());
    double amount = slot < 0 ? MISSING : values.number(slot);
    // Adding zero turns a negative zero into zero.
    return Double.isNaN(amount) ? absent(figure, of, slot) : amount + 0.0;
  }

  private double absent(Figure figure, int of, int slot) {
    if (slot == FieldSlot.OTHER) {
      refuse("数值", figure.field(), of);
    }
    return isZero(figure.field().dataset(), of) ? 0 : MISSING;
  }

  private boolean isZero(Dataset dataset, int of) {
    return dataset.absentIsZero() && !listed(dataset, of) && delivered(dataset, of);
  }

  /** The day of a field in a year, since 1970-01-01; {@link #MISSING} where it is unknown. */
  public double day(FieldSlot day, Field field, int of) {
    Slots values = slots(of);
    int slot = day.in(values.layout());
    if (slot == FieldSlot.OTHER) {
      refuse("日期", field, of);
    }
    return slot < 0 ? MISSING : values.number(slot);
  }

  private void refuse(String expected, Field field, int of) {
    Fact fact = input.facts().year(of).fact(field.id());
    if (fact != null) {
      Source source = fact.source();
      throw new IllegalArgumentException(
          "%s应为%s，实为另一种值（%s 第 %d 行）".formatted(field.name(), expected, source.key(), source.row()));
    }
  }

  /** Records the value of a field, or why there is none. */
  public void note(Field field, int of, boolean figure, FactTrace trace) {
    Fact fact = input.facts().year(of).fact(field.id());
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
    return Math.max(0, of - selections.anniversaries().firstOn((long) sinceDay));
  }

  /** A field of the rulebook that holds a figure. */
  public record Figure(Field field, FieldSlot slot) {
    public static Figure of(Field field) {
      return new Figure(field, new FieldSlot(field.id(), Layout.Kind.AMOUNT));
    }
  }

  /** The days by which an evaluation year counts, since 1970-01-01 as facts have them. */
  record Calendar(int year, double referenceDay, double first, double last, double window) {

    static Calendar of(Rulebook.Dates dates, int year) {
      return new Calendar(
          year,
          dates.referenceDay().atYear(year).toEpochDay(),
          LocalDate.of(year, 1, 1).toEpochDay(),
          LocalDate.of(year, 12, 31).toEpochDay(),
          LocalDate.of(year - dates.windowYears() + 1, 1, 1).toEpochDay());
    }
  }
}
