package innovation.points.scoring.plan.term;

import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject.Figure;
import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Lays the formulas of a rulebook out as columns; what two of them share is one column. */
public final class PlanCompiler {
  private final Selections selections;
  private final List<Term> terms = new ArrayList<>();
  private final Map<Object, Integer> known = new HashMap<>();

  public PlanCompiler(Selections selections) {
    this.selections = selections;
  }

  /** All columns, each after those that it is computed from. */
  public List<Term> terms() {
    return List.copyOf(terms);
  }

  /** The column of a formula's value. */
  public int column(Formula formula) {
    return switch (formula) {
      case Formula.Amount(Quantity of) -> column(of);
      case Formula.Growth(Field of, boolean missing) -> {
        int now = column(new Quantity.Figure(of, 0));
        Quantity base = new Quantity.Figure(of, 1);
        int before = column(base);
        yield column(formula, into -> new GrowthTerm(into, now, before, base, missing));
      }
      case Formula.Ratio(Quantity part, Quantity whole, Formula.Fallback other) -> {
        int parts = column(part);
        int wholes = column(whole);
        int others = other == null ? RatioTerm.NONE : column(other.whole());
        double divisor = other == null ? 1 : other.divisor();
        Quantity otherBase = other == null ? null : other.whole();
        yield column(
            formula, into -> new RatioTerm(into, parts, wholes, others, divisor, whole, otherBase));
      }
      case Formula.Sum sum -> column(sum, _ -> SumTerm.of(selections.of(sum.items()), sum.field()));
      case Formula.Count count -> column(count, _ -> new CountTerm(selections.of(count.items())));
      case Formula.Best best ->
          column(best, _ -> BestTerm.of(selections.of(best.items()), best.by(), best.shares()));
      case Formula.Any any ->
          column(any, _ -> new AnyTerm(any.of().stream().map(selections::of).toList()));
    };
  }

  private int column(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Figure(Field field, int back) ->
          column(quantity, _ -> new FigureTerm(Figure.of(field), back));
      case Quantity.FirstKnown(List<Quantity> of) -> {
        int[] columns = of.stream().mapToInt(this::column).toArray();
        yield column(quantity, into -> new FirstKnownTerm(into, columns));
      }
      case Quantity.Mean(List<Quantity> of) -> {
        int[] columns = of.stream().mapToInt(this::column).toArray();
        yield column(quantity, into -> new MeanTerm(into, columns));
      }
    };
  }

  private int column(Object what, IntFunction<Term> make) {
    Integer column = known.get(what);
    if (column == null) {
      column = terms.size();
      known.put(what, column);
      terms.add(make.apply(column));
    }
    return column;
  }
}
