package innovation.points.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table that may span pages: its head is repeated, and no row is split. */
public final class Grid {

  private static final float SIZE = 9;
  private static final float LEADING = 1.5f;
  private static final float PAD = 4;
  private static final float RULE = 0.5f;
  private static final float BELOW = 12;

  private final boolean ruled;
  private final float size;
  private final float line;
  private final String caption;
  private final List<? extends Column<?>> columns;
  private final List<List<String>> rows;

  /**
   * A column.
   *
   * @param width relative to the table's width
   * @param number whether it is aligned to the right
   * @param cell the text of the cell for a row
   */
  public record Column<T>(String title, float width, boolean number, Function<T, String> cell) {
    public static <T> Column<T> text(String title, float width, Function<T, String> cell) {
      return new Column<>(title, width, false, cell);
    }

    public static <T> Column<T> number(String title, float width, Function<T, String> cell) {
      return new Column<>(title, width, true, cell);
    }

    /** A column of counts; a dash where there is none to disclose. */
    public static <T> Column<T> count(
        String title, float width, Function<T, @Nullable Integer> cell) {
      return number(title, width, row -> count(cell.apply(row)));
    }

    private static String count(@Nullable Integer count) {
      return count == null ? "—" : Integer.toString(count);
    }
  }

  private Grid(
      boolean ruled, String caption, List<? extends Column<?>> columns, List<List<String>> rows) {
    this.ruled = ruled;
    this.size = ruled ? OfficialPaper.CELL : SIZE;
    this.line = size * LEADING;
    this.caption = caption;
    this.columns = columns;
    this.rows = rows;
  }

  /** A table of the rows; nothing is drawn where there are none. */
  public static <T> Grid of(String caption, List<T> rows, List<Column<T>> columns) {
    return new Grid(
        false,
        caption,
        List.copyOf(columns),
        rows.stream()
            .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
            .toList());
  }

  /** A table as official papers have it: lines around each cell, titles in the middle. */
  static Grid ruled(String caption, List<List<String>> rows, List<Column<List<String>>> columns) {
    return new Grid(true, caption, columns, rows);
  }

  /** Draws the table at the current position of the paper. */
  public void draw(Paper paper) throws IOException {
    draw(paper, 0);
  }

  /**
   * The same.
   *
   * @param after a height that is to follow on the same page as its last row
   */
  void draw(Paper paper, float after) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    List<String> titles = columns.stream().<String>map(Column::title).toList();
    float head = height(paper, titles);
    // The caption, the head and the first two rows stay together.
    paper.need(
        line + head + rows.stream().limit(2).map(row -> height(paper, row)).reduce(0f, Float::sum));
    caption(paper, caption);
    row(paper, titles, true);
    for (int i = 0; i < rows.size(); i++) {
      boolean last = i == rows.size() - 1;
      if (!paper.fits(height(paper, rows.get(i)) + (last && after > 0 ? BELOW + after : 0))) {
        paper.turn();
        caption(paper, caption.isEmpty() ? "" : caption + "（续）");
        row(paper, titles, true);
      }
      row(paper, rows.get(i), false);
    }
    paper.skip(BELOW);
  }

  private void caption(Paper paper, String text) throws IOException {
    if (!text.isEmpty()) {
      paper.text(text, paper.layout().left(), paper.y(), size, Ink.TEXT, true);
      paper.skip(line + 2);
    }
  }

  private void row(Paper paper, List<String> cells, boolean head) throws IOException {
    float height = height(paper, cells);
    if (ruled) {
      cells(paper, cells, head, height);
      borders(paper, height);
      paper.skip(height);
      return;
    }
    if (head) {
      paper.box(paper.layout().left(), paper.y(), paper.layout().width(), height, Ink.TINT);
    }
    cells(paper, cells, head, height);
    paper.skip(height);
    across(paper, head ? 0.8f : 0.5f, head ? Ink.ACCENT : Ink.LINE);
  }

  private static void across(Paper paper, float thickness, Color colour) throws IOException {
    PageLayout layout = paper.layout();
    paper.line(layout.left(), paper.y(), layout.right(), paper.y(), thickness, colour);
  }

  /** The lines around the cells of a row that begins at the current position. */
  private void borders(Paper paper, float height) throws IOException {
    float top = paper.y();
    float x = paper.layout().left();
    paper.line(x, top, paper.layout().right(), top, RULE, Ink.TEXT);
    paper.line(x, top + height, paper.layout().right(), top + height, RULE, Ink.TEXT);
    for (int i = 0; i <= columns.size(); i++) {
      paper.line(x, top, x, top + height, RULE, Ink.TEXT);
      x += i < columns.size() ? width(paper, i) : 0;
    }
  }

  private void cells(Paper paper, List<String> cells, boolean head, float height)
      throws IOException {
    float x = paper.layout().left();
    for (int i = 0; i < columns.size(); i++) {
      float width = width(paper, i);
      List<String> lines = paper.lines(cells.get(i), width - 2 * PAD, size);
      float free = ruled ? height - PAD - lines.size() * line : 0;
      float top = paper.y() + PAD / 2 + free / 2;
      for (String text : lines) {
        if (ruled && head) {
          paper.textCentred(text, x + width / 2, top, size, Ink.TEXT, true);
        } else if (columns.get(i).number()) {
          paper.textRight(text, x + width - PAD, top, size, Ink.TEXT, head);
        } else {
          paper.text(text, x + PAD, top, size, Ink.TEXT, head);
        }
        top += line;
      }
      x += width;
    }
  }

  private float height(Paper paper, List<String> cells) {
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      lines = Math.max(lines, paper.lines(cells.get(i), width(paper, i) - 2 * PAD, size).size());
    }
    return lines * line + PAD;
  }

  private float width(Paper paper, int column) {
    float all = 0;
    for (Column<?> each : columns) {
      all += each.width();
    }
    return columns.get(column).width() / all * paper.layout().width();
  }
}
