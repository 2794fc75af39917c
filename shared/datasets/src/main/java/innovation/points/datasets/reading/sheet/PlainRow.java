package innovation.points.datasets.reading.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row that is nothing but texts and bare figures, as the bytes of the file: most rows are, and
 * nothing needs to be made of them before they are checked. One object shows row after row; what it
 * shows is good until the next.
 */
public final class PlainRow {

  private byte[] bytes = {};
  private int number;
  private int cells;
  private int[] from = new int[32];
  private int[] to = new int[32];
  private boolean[] figure = new boolean[32];

  /** Begins a row without cells. */
  public void begin(byte[] bytes, int number) {
    this.bytes = bytes;
    this.number = number;
    this.cells = 0;
  }

  /**
   * Adds the next cell.
   *
   * @param from where its UTF-8 begins
   * @param to where that ends; an empty cell is one with nothing in it
   * @param figure whether it is a number of a spreadsheet, not a text
   */
  public void add(int from, int to, boolean figure) {
    if (cells == this.from.length) {
      this.from = Arrays.copyOf(this.from, cells * 2);
      this.to = Arrays.copyOf(this.to, cells * 2);
      this.figure = Arrays.copyOf(this.figure, cells * 2);
    }
    this.from[cells] = from;
    this.to[cells] = to;
    this.figure[cells++] = figure;
  }

  /** As the spreadsheet counts, from 1. */
  public int number() {
    return number;
  }

  public void number(int row) {
    number = row;
  }

  /** How many cells there are from column A on. */
  public int cells() {
    return cells;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Where a cell begins; the same as {@link #to} where it is empty, or there is none. */
  public int from(int column) {
    return column < cells ? from[column] : 0;
  }

  public int to(int column) {
    return column < cells ? to[column] : 0;
  }

  public boolean figure(int column) {
    return column < cells && figure[column];
  }

  /** The same with its cells made. */
  public SheetRow sheetRow() {
    List<SheetCell> made = new ArrayList<>(cells);
    for (int column = 0; column < cells; column++) {
      made.add(cell(column));
    }
    return new SheetRow(number, made);
  }

  /** One of its cells, made. */
  public SheetCell cell(int column) {
    if (from[column] == to[column]) {
      return SheetCell.Text.EMPTY;
    }
    String text = text(column);
    return figure[column]
        ? new SheetCell.Figure(CellText.number(text).orElseThrow())
        : new SheetCell.Text(text);
  }

  /** What stands in a cell. */
  public String text(int column) {
    int start = from(column);
    return new String(bytes, start, to(column) - start, StandardCharsets.UTF_8);
  }
}
