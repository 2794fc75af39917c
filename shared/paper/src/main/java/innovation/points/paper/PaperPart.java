package innovation.points.paper;

import java.util.List;

/** A part of an official paper, from top to bottom. */
public sealed interface PaperPart {

  /** The title of the paper, or of an annex. */
  record Title(String text) implements PaperPart {}

  /** A line in the middle: a document number. */
  record Centred(String text) implements PaperPart {}

  /** The heading of a section. */
  record Heading(String text) implements PaperPart {}

  /** A paragraph, whose first line is indented by two characters. */
  record Text(String text) implements PaperPart {}

  /** A line on the left that is not indented: 附件. */
  record Plain(String text) implements PaperPart {}

  /** A line on the right: who issues the paper, and when. */
  record Signed(String text) implements PaperPart {}

  /**
   * A table.
   *
   * @param caption above it
   * @param columns at least one
   * @param rows each with a cell for each column
   */
  record Table(String caption, List<Column> columns, List<List<String>> rows) implements PaperPart {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "expected %d cells in a row, found %d".formatted(columns.size(), row.size()));
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param width relative to the table's width
   * @param number whether it is aligned to the right
   */
  record Column(String title, int width, boolean number) {}

  /** What follows begins on a new page. */
  record NewPage() implements PaperPart {}
}
