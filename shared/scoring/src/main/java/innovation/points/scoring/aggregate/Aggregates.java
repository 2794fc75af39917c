package innovation.points.scoring.aggregate;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Spelling;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.reading.Subject.Figure;
import innovation.points.scoring.rulebook.Aggregate;
import innovation.points.scoring.rulebook.Aggregate.Measure;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contributions of enterprises to the figures of the zone, by a rulebook's {@code aggregates}
 * (rules §11). What is missing contributes nothing; it is no zero. Thread-safe.
 */
public final class Aggregates {
  private static final int PLACES = 2;

  /** A figure with what it reads, one figure or selection for each field or set of items. */
  private record Line(Aggregate aggregate, List<Figure> figures, List<Selection> items) {}

  private final Selections selections;
  private final List<Line> lines;

  /** By the rules of a year. */
  public Aggregates(Rulebook rulebook) {
    this.selections = new Selections(rulebook.dates());
    this.lines = rulebook.aggregates().stream().map(this::line).toList();
  }

  /**
   * A figure, two decimals, half to even.
   *
   * @param whole what the amount is a part of, then in percent; null where it is no share
   * @return null where the whole is not positive
   */
  public static @Nullable Double figure(BigDecimal amount, @Nullable BigDecimal whole) {
    if (whole == null) {
      return amount.setScale(PLACES, RoundingMode.HALF_EVEN).doubleValue();
    }
    return whole.signum() <= 0
        ? null
        : amount
            .multiply(BigDecimal.valueOf(100))
            .divide(whole, PLACES, RoundingMode.HALF_EVEN)
            .doubleValue();
  }

  private Line line(Aggregate aggregate) {
    Measure measure = aggregate.measure();
    Stream<Items> items =
        switch (measure) {
          case Measure.Sum sum -> Stream.of(sum.items());
          case Measure.Count(Items of) -> Stream.of(of);
          case Measure.Having(List<Items> of) -> of.stream();
          case Measure.Total _, Measure.Share _ -> Stream.empty();
        };
    return new Line(
        aggregate, measure.fields().map(Figure::of).toList(), items.map(selections::of).toList());
  }

  /**
   * What an enterprise contributes: to each figure one amount, to one that counts items once an
   * amount for each of them, nothing where it is unknown.
   */
  public List<AggregatePart> of(ScoringInput input) {
    var subject = new Subject(selections, input);
    var all = new ArrayList<AggregatePart>();
    for (Line line : lines) {
      String id = line.aggregate().id();
      switch (line.aggregate().measure()) {
        case Measure.Total _ -> add(id, figure(line, 0, subject), null, all);
        case Measure.Share _ -> {
          double whole = figure(line, 1, subject);
          if (!Double.isNaN(whole)) {
            add(id, figure(line, 0, subject), BigDecimal.valueOf(whole), all);
          }
        }
        case Measure.Sum sum -> sum(id, sum, line.items().getFirst(), subject, all);
        case Measure.Count _ -> {
          Selection of = line.items().getFirst();
          int count = of.count(subject);
          add(id, count == 0 ? of.none(subject) : count, null, all);
        }
        case Measure.Having _ -> add(id, having(line.items(), subject), null, all);
      }
    }
    return all;
  }

  private static double figure(Line line, int index, Subject subject) {
    return subject.figure(line.figures().get(index), subject.year());
  }

  private static double having(List<Selection> of, Subject subject) {
    if (of.stream().anyMatch(one -> one.any(subject))) {
      return 1;
    }
    return of.stream().anyMatch(one -> one.missing(subject)) ? Subject.MISSING : 0;
  }

  private static void sum(
      String id, Measure.Sum sum, Selection of, Subject subject, List<AggregatePart> all) {
    List<LineItem> items = of.of(subject);
    BigDecimal own = BigDecimal.ZERO;
    boolean some = false;
    for (LineItem item : items) {
      BigDecimal amount =
          item.slots().value(sum.field()) instanceof Value.Amount(double value)
              ? BigDecimal.valueOf(value)
              : BigDecimal.ZERO;
      if (sum.once() != null && item.slots().value(sum.once()) instanceof Value.Text(String key)) {
        all.add(new AggregatePart(id, amount, null, Spelling.of(key)));
        some = true;
      } else {
        own = own.add(amount);
      }
    }
    if (items.isEmpty()) {
      add(id, of.none(subject), null, all);
    } else if (!some || own.signum() != 0) {
      all.add(new AggregatePart(id, own, null, null));
    }
  }

  private static void add(
      String id, double amount, @Nullable BigDecimal whole, List<AggregatePart> all) {
    if (!Double.isNaN(amount)) {
      all.add(new AggregatePart(id, BigDecimal.valueOf(amount), whole, null));
    }
  }
}
