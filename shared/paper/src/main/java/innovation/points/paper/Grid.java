package innovation.points.paper;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table that may span pages: its head is repeated, and no row is split. */
public final class Grid {

  private static final float SIZE = 9;
  private static final float LINE = SIZE * 1.5f;
  private static final float PAD = 4;

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

  private Grid(String caption, List<? extends Column<?>> columns, List<List<String>> rows) {
    this.caption = caption;
    this.columns = columns;
    this.rows = rows;
  }

  /** A table of the rows; nothing is drawn where there are none. */
  public static <T> Grid of(String caption, List<T> rows, List<Column<T>> columns) {
    return new Grid(
        caption,
        List.copyOf(columns),
        rows.stream()
            .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
            .toList());
  }

  /** Draws the table at the current position of the paper. */
  public void draw(Paper paper) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    List<String> titles = columns.stream().<String>map(Column::title).toList();
    float head = height(paper, titles);
    // The caption, the head and the first two rows stay together.
    paper.need(
        LINE + head + rows.stream().limit(2).map(row -> height(paper, row)).reduce(0f, Float::sum));
    paper.text(caption, Paper.LEFT, paper.y(), SIZE, Ink.TEXT, true);
    paper.skip(LINE + 2);
    head(paper, titles, head);
    for (List<String> row : rows) {
      float height = height(paper, row);
      if (!paper.fits(height)) {
        paper.need(height);
        paper.text(caption + "（续）", Paper.LEFT, paper.y(), SIZE, Ink.TEXT, true);
        paper.skip(LINE + 2);
        head(paper, titles, head);
      }
      cells(paper, row, false);
      paper.skip(height);
      paper.line(Paper.LEFT, paper.y(), Paper.RIGHT, paper.y(), 0.5f, Ink.LINE);
    }
    paper.skip(12);
  }

  private void head(Paper paper, List<String> titles, float height) throws IOException {
    paper.box(Paper.LEFT, paper.y(), Paper.WIDTH, height, Ink.TINT);
    cells(paper, titles, true);
    paper.skip(height);
    paper.line(Paper.LEFT, paper.y(), Paper.RIGHT, paper.y(), 0.8f, Ink.ACCENT);
  }

  private void cells(Paper paper, List<String> cells, boolean bold) throws IOException {
    float x = Paper.LEFT;
    for (int i = 0; i < columns.size(); i++) {
      float width = width(i);
      float top = paper.y() + PAD / 2;
      for (String line : paper.lines(cells.get(i), width - 2 * PAD, SIZE)) {
        if (columns.get(i).number()) {
          paper.textRight(line, x + width - PAD, top, SIZE, Ink.TEXT, bold);
        } else {
          paper.text(line, x + PAD, top, SIZE, Ink.TEXT, bold);
        }
        top += LINE;
      }
      x += width;
    }
  }

  private float height(Paper paper, List<String> cells) {
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      lines = Math.max(lines, paper.lines(cells.get(i), width(i) - 2 * PAD, SIZE).size());
    }
    return lines * LINE + PAD;
  }

  private float width(int column) {
    float all = 0;
    for (Column<?> each : columns) {
      all += each.width();
    }
    return columns.get(column).width() / all * Paper.WIDTH;
  }
}
