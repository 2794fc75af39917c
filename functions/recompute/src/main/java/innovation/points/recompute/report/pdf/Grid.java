package innovation.points.recompute.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table that goes on over pages: its head is repeated, no row is torn apart. */
final class Grid {

  private static final float SIZE = 9;
  private static final float LINE = SIZE * 1.5f;
  private static final float PAD = 4;

  private final String caption;
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param width its part of the table's width
   * @param number aligned to the right
   */
  record Column(String title, float width, boolean number) {
    static Column text(String title, float width) {
      return new Column(title, width, false);
    }

    static Column number(String title, float width) {
      return new Column(title, width, true);
    }
  }

  Grid(String caption, List<Column> columns) {
    this.caption = caption;
    this.columns = List.copyOf(columns);
  }

  /** Adds a row with a cell for each column. */
  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Draws it where the paper stands. */
  void draw(Paper paper) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    List<String> titles = columns.stream().map(Column::title).toList();
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
    for (Column each : columns) {
      all += each.width();
    }
    return columns.get(column).width() / all * Paper.WIDTH;
  }
}
