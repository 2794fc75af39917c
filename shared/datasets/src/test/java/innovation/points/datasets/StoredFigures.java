package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** The property that outranks all: what is stored is what a cell shows, in the unit found. */
final class StoredFigures {

  private StoredFigures() {}

  static void areThoseOfTheirCells(CheckedFile file) throws IOException {
    if (file.status() == CheckedFile.Status.REJECTED || file.status() == CheckedFile.Status.HELD) {
      return;
    }
    Map<String, Reading.Column> columns = new HashMap<>();
    for (Reading.Column column : file.reading().orElseThrow().columns()) {
      String field = column.field();
      if (field != null) {
        columns.put(field, column);
      }
    }
    file.forEachRow(row -> compare(row, columns));
  }

  private static void compare(CheckedRow row, Map<String, Reading.Column> columns) {
    if (!row.problems().isEmpty()) {
      return;
    }
    row.values()
        .forEach(
            (field, value) -> {
              Reading.Column column = columns.get(field);
              assertThat(column).as(field).isNotNull();
              boolean repaired =
                  row.warnings().stream()
                      .anyMatch(
                          w ->
                              w.code() == ProblemCode.REPAIRED
                                  && column.letter().equals(w.columnLetter()));
              if (value instanceof Value.Amount(double amount) && !repaired) {
                SheetCell cell = row.row().cell(SheetRow.column(column.letter()));
                double expected =
                    shown(cell).multiply(BigDecimal.valueOf(column.factor())).doubleValue();
                assertThat(amount).as(field + " of row " + row.row().number()).isEqualTo(expected);
              }
            });
  }

  private static BigDecimal shown(SheetCell cell) {
    return switch (cell) {
      case SheetCell.Figure(double value) -> BigDecimal.valueOf(value);
      case SheetCell.Formatted(double value, var _) -> BigDecimal.valueOf(value);
      default ->
          new BigDecimal(
              Normalizer.normalize(cell.shown(), Normalizer.Form.NFKC)
                  .replaceAll("[^0-9.eE+-]", "")
                  .replaceFirst("^\\+", "")
                  .replaceFirst("\\.$", ""));
    };
  }
}
