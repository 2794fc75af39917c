package innovation.points.paper;

import java.util.List;
import java.util.stream.Stream;

/** A part of an official paper, from top to bottom. */
public sealed interface PaperPart {

  /** The title of the paper, or of an annex; it may say by a line break where its lines end. */
  record Title(String text) implements PaperPart {}

  /** A line in the middle: a document number. */
  record Centred(String text) implements PaperPart {}

  /** The heading of a section. */
  record Heading(String text) implements PaperPart {}

  /** A paragraph, whose first line is indented by two characters. */
  record Text(String text) implements PaperPart {}

  /** A line on the left that is not indented: 附件. */
  record Plain(String text) implements PaperPart {}

  /** A note to a table, in its size. */
  record Note(String text) implements PaperPart {}

  /** An empty line. */
  record Space() implements PaperPart {}

  /**
   * Who issues the paper and when, on the right: the office in the middle above the day, so that
   * the seal covers both. Kept on the page of what is before it.
   *
   * @param office empty where none is known
   * @param seal the words of the seal; empty where none is known
   * @param day in words
   */
  record Issued(String office, String seal, String day) implements PaperPart {

    /** Its lines from top to bottom. */
    List<String> lines() {
      return Stream.of(office, day, seal.isEmpty() ? "" : "（印章：" + seal + "）")
          .filter(line -> !line.isEmpty())
          .toList();
    }

    /**
     * By how many characters a line ends before the right margin: the day by four, and what is
     * wider in the middle of the same axis.
     */
    double before(String line) {
      double axis = Math.max(RIGHT + wide(day) / 2, wide(office) / 2);
      return Math.max(0, axis - wide(line) / 2);
    }

    /** A Latin letter is half as wide as a Chinese character. */
    private static double wide(String line) {
      return line.codePoints().mapToDouble(c -> c < LATIN ? 0.5 : 1).sum();
    }
  }

  /** Where people sign: a line with their places. It is never alone on a page either. */
  record ToSign(String places) implements PaperPart {}

  /** Characters that a day ends before the right margin, by GB/T 9704-2012, 7.3.5. */
  double RIGHT = 4;

  /** Below are letters and digits. */
  int LATIN = 0x2000;

  /**
   * A table.
   *
   * @param caption above it; empty where there is none
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
