package innovation.points.datasets;

import innovation.points.datasets.internal.Row;
import innovation.points.scoring.Value;
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
record CheckedRow(
    Kind kind,
    Row row,
    @Nullable String uscc,
    Map<String, Value> values,
    List<Problem> problems,
    List<Problem> warnings) {

  enum Kind {
    /** Above the header. */
    TITLE,
    HEADER,
    DATA,
    BLANK
  }

  interface Visitor {
    void row(CheckedRow row) throws IOException;
  }

  static CheckedRow without(Kind kind, Row row) {
    return new CheckedRow(kind, row, null, Map.of(), List.of(), List.of());
  }

  boolean accepted() {
    return kind == Kind.DATA && problems.isEmpty() && uscc != null;
  }

  AcceptedRow toAccepted() {
    if (uscc == null) {
      throw new IllegalStateException("row " + row.number() + " was not accepted");
    }
    return new AcceptedRow(row.number(), uscc, values);
  }
}
