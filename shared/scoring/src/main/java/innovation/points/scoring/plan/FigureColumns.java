package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.term.FigureTerm;
import innovation.points.scoring.plan.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns of a plan that are figures, read year by year. Thread-safe. */
final class FigureColumns {
  private final OfYear[] years;

  FigureColumns(List<Term> terms) {
    Map<Integer, List<Integer>> byYear = new TreeMap<>();
    for (int column = 0; column < terms.size(); column++) {
      if (terms.get(column) instanceof FigureTerm(var _, int back)) {
        byYear.computeIfAbsent(back, _ -> new ArrayList<>()).add(column);
      }
    }
    this.years =
        byYear.entrySet().stream()
            .map(one -> new OfYear(one.getKey(), one.getValue(), terms))
            .toArray(OfYear[]::new);
  }

  /** Reads the figures of an enterprise into a row. */
  void read(Subject subject, Block block, int row) {
    for (OfYear year : years) {
      year.read(subject, block, row);
    }
  }

  private static final class OfYear {
    private final int back;
    private final int[] columns;
    private final FigureTerm[] terms;
    private Bound bound;

    /** The slots of the figures in the layout met last. */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
    private record Bound(Layout layout, int[] slots) {}

    OfYear(int back, List<Integer> columns, List<Term> terms) {
      this.back = back;
      this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
      this.terms =
          columns.stream().map(column -> (FigureTerm) terms.get(column)).toArray(FigureTerm[]::new);
      this.bound = bind(new Layout(List.of()));
    }

    private Bound bind(Layout layout) {
      return new Bound(
          layout, Arrays.stream(terms).mapToInt(term -> term.figure().slot().in(layout)).toArray());
    }

    void read(Subject subject, Block block, int row) {
      Slots values = subject.slots(subject.year() - back);
      // A race is harmless: the pair is immutable, and any thread would find the same.
      Bound known = bound;
      if (known.layout() != values.layout()) {
        known = bind(values.layout());
        bound = known;
      }
      int[] slots = known.slots();
      for (int i = 0; i < slots.length; i++) {
        double number = slots[i] < 0 ? Subject.MISSING : values.number(slots[i]);
        // Adding zero turns a negative zero into zero.
        number = Double.isNaN(number) ? terms[i].read(subject) : number + 0.0;
        block.columns[columns[i]][row] = number;
        block.missing[columns[i]] |= Double.isNaN(number);
      }
    }
  }
}
