package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One enterprise in one evaluation year: its facts, and the meaning of absent ones (rules §3). */
public final class Subject {
  /** Represents an unknown value. */
  static final double MISSING = Double.NaN;

  private static final int MOST_TABLES = 8;

  private final EnterpriseFacts facts;
  private final Deliveries deliveries;
  private final Map<Integer, String> publishedStages;
  private final int year;
  private final YearFacts now;
  private final YearFacts before;
  private final LocalDate reference;
  private final MonthDay referenceDay;
  private final int windowYears;
  private final String[] tableOf = new String[MOST_TABLES];
  private final ItemTable[] table = new ItemTable[MOST_TABLES];
  private int tables;

  public Subject(
      Rulebook.Dates dates,
      int year,
      EnterpriseFacts facts,
      Deliveries deliveries,
      Map<Integer, String> publishedStages) {
    this.facts = facts;
    this.deliveries = deliveries;
    this.publishedStages = publishedStages;
    this.year = year;
    this.now = facts.year(year);
    this.before = facts.year(year - 1);
    this.referenceDay = dates.referenceDay();
    this.windowYears = dates.windowYears();
    this.reference = referenceDay.atYear(year);
  }

  EnterpriseFacts facts() {
    return facts;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  public int year() {
    return year;
  }

  /** The reference date D of the evaluation year. */
  LocalDate reference() {
    return reference;
  }

  int windowYears() {
    return windowYears;
  }

  @Nullable String publishedStage(int of) {
    return publishedStages.get(of);
  }

  Map<Integer, String> publishedStages() {
    return publishedStages;
  }

  /** The items of a dataset, of all years. */
  ItemTable items(Dataset dataset) {
    for (int i = 0; i < tables; i++) {
      if (tableOf[i].equals(dataset.id())) {
        return table[i];
      }
    }
    List<LineItem> items = facts.items(dataset.id());
    ItemTable made = items.isEmpty() ? ItemTable.EMPTY : new ItemTable(items);
    if (tables < MOST_TABLES) {
      tableOf[tables] = dataset.id();
      table[tables] = made;
      tables++;
    }
    return made;
  }

  boolean delivered(Dataset dataset, int of) {
    return deliveries.delivered(of, dataset.id());
  }

  public boolean listed(Dataset dataset, int of) {
    return year(of).listed().contains(dataset.id());
  }

  /** The fact of the evaluation year; null where there is none. */
  public @Nullable Fact fact(Field field) {
    return now.facts().get(field.id());
  }

  /** A figure of a year in the unit of its field, or {@link #MISSING}. */
  double figure(Field field, int of, FactTrace trace) {
    Fact fact = year(of).facts().get(field.id());
    if (fact == null) {
      return absent(field, of, trace);
    }
    trace.used(field.id(), fact.value(), fact.source());
    return amount(field, fact);
  }

  /** The day of a field in a year; null where it is unknown. */
  @Nullable LocalDate day(Field field, int of, FactTrace trace) {
    Fact fact = year(of).facts().get(field.id());
    if (fact == null) {
      whyMissing(field, of, trace);
      return null;
    }
    trace.used(field.id(), fact.value(), fact.source());
    if (fact.value() instanceof Value.Day day) {
      return day.day();
    }
    throw unexpected("日期", field, fact);
  }

  /**
   * Full years from a day to the reference date of a year, counted as {@link java.time.Period}
   * does.
   */
  int fullYears(LocalDate since, int of) {
    LocalDate until = of == year ? reference : referenceDay.atYear(of);
    int years = until.getYear() - since.getYear();
    boolean anniversaryToCome =
        since.getMonthValue() > until.getMonthValue()
            || (since.getMonthValue() == until.getMonthValue()
                && since.getDayOfMonth() > until.getDayOfMonth());
    return Math.max(0, anniversaryToCome ? years - 1 : years);
  }

  private YearFacts year(int of) {
    if (of == year) {
      return now;
    }
    return of == year - 1 ? before : facts.year(of);
  }

  private double absent(Field field, int of, FactTrace trace) {
    Dataset dataset = field.dataset();
    if (dataset.absentIsZero() && !listed(dataset, of) && delivered(dataset, of)) {
      trace.zero(field, of);
      return 0;
    }
    whyMissing(field, of, trace);
    return MISSING;
  }

  private void whyMissing(Field field, int of, FactTrace trace) {
    if (trace == FactTrace.NONE) {
      return;
    }
    Dataset dataset = field.dataset();
    if (listed(dataset, of)) {
      trace.blank(field, of);
    } else if (delivered(dataset, of)) {
      trace.absent(dataset, of);
    } else {
      trace.undelivered(dataset, of);
    }
  }

  private double amount(Field field, Fact fact) {
    if (fact.value() instanceof Value.Amount amount) {
      // Adding zero turns a negative zero into zero.
      return amount.amount() + 0.0;
    }
    throw unexpected("数值", field, fact);
  }

  private IllegalArgumentException unexpected(String expected, Field field, Fact fact) {
    Source source = fact.source();
    return new IllegalArgumentException(
        field.name() + "应为" + expected + "，实为另一种值（" + source.key() + " 第 " + source.row() + " 行）");
  }
}
