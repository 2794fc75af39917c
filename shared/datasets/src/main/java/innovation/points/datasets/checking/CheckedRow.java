package innovation.points.datasets.checking;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file with what was found in it.
 *
 * @param uscc none where the row has no valid code
 * @param values by field name, without {@code uscc}
 * @param problems errors: the row is rejected
 * @param warnings the row is taken all the same
 */
public record CheckedRow(
    Kind kind,
    SheetRow row,
    @Nullable String uscc,
    Map<String, Value> values,
    List<FileProblem> problems,
    List<FileProblem> warnings) {

  public enum Kind {
    /** Above the header. */
    TITLE,
    HEADER,
    DATA,
    /** A total, a note, who filled the form in, column numbers, a header once more: no data. */
    NOTE,
    /** Of another table, which is not read. */
    OTHER_TABLE,
    BLANK
  }

  public interface Visitor {
    void row(CheckedRow row) throws IOException;

    /** The same for a row that is accepted without a word, and good during the call only. */
    default void good(GoodRow row) throws IOException {
      row(row.checked());
    }

    /** This one, then another. */
    default Visitor then(Visitor next) {
      return new Visitor() {
        @Override
        public void row(CheckedRow row) throws IOException {
          Visitor.this.row(row);
          next.row(row);
        }

        @Override
        public void good(GoodRow row) throws IOException {
          Visitor.this.good(row);
          next.good(row);
        }
      };
    }
  }

  static CheckedRow without(Kind kind, SheetRow row) {
    return new CheckedRow(kind, row, null, Map.of(), List.of(), List.of());
  }

  /** Whether it is a row of data without errors. */
  public boolean accepted() {
    return kind == Kind.DATA && problems.isEmpty() && uscc != null;
  }

  /** What counts of an accepted row. */
  public AcceptedRow toAccepted() {
    if (uscc == null) {
      throw new IllegalStateException("row " + row.number() + " was not accepted");
    }
    return new AcceptedRow(row.number(), uscc, values);
  }
}
