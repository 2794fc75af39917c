package innovation.points.datasets.reading.container.text;

import java.util.ArrayList;
import java.util.List;

/** One record of a CSV, gathered line by line: a quoted cell may hold line breaks. */
final class CsvRecord {

  /** What the lines so far amount to. */
  enum State {
    /** A whole record. */
    COMPLETE,
    /** A quoted cell is still open. */
    OPEN,
    /** A quote neither opens nor closes a cell. */
    STRAY
  }

  private static final int NONE = -1;

  private final char separator;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private State state = State.COMPLETE;

  CsvRecord(char separator) {
    this.separator = separator;
  }

  /** The cells of a line whose quotes do not count. */
  static List<String> split(String line, char separator) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, start)) {
      cells.add(line.substring(start, at));
      start = at + 1;
    }
    cells.add(line.substring(start));
    return cells;
  }

  List<String> cells() {
    return cells;
  }

  /** How much the open cell holds. */
  int length() {
    return cell.length();
  }

  /** Takes the next line of the record. */
  State add(String line) {
    int at = 0;
    if (state == State.OPEN) {
      cell.append('\n');
      at = quoted(line, 0);
    }
    while (at != NONE && at <= line.length()) {
      int quote = openingQuote(line, at);
      at = quote == NONE ? bare(line, at) : quoted(line, quote + 1);
    }
    return state;
  }

  /** The quote that opens the cell, before which only blanks may stand. */
  private int openingQuote(String line, int from) {
    int at = afterBlanks(line, from);
    return at < line.length() && line.charAt(at) == '"' ? at : NONE;
  }

  private int afterBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) != separator && blank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\u3000';
  }

  /** Takes a cell without quotes around it; returns where the next one begins. */
  private int bare(String line, int from) {
    int separatorAt = line.indexOf(separator, from);
    int end = separatorAt < 0 ? line.length() : separatorAt;
    String text = line.substring(from, end);
    boolean formula = text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"");
    if (!formula && text.chars().filter(c -> c == '"').count() % 2 != 0) {
      state = State.STRAY;
      return NONE;
    }
    cells.add(text);
    state = State.COMPLETE;
    return end + 1;
  }

  /** Takes what is inside quotes; returns where the next cell begins, if this one has ended. */
  private int quoted(String line, int from) {
    int at = from;
    for (int quote = line.indexOf('"', at); quote >= 0; quote = line.indexOf('"', at)) {
      cell.append(line, at, quote);
      if (quote + 1 == line.length() || line.charAt(quote + 1) != '"') {
        return closed(line, quote + 1);
      }
      cell.append('"');
      at = quote + 2;
    }
    cell.append(line, at, line.length());
    state = State.OPEN;
    return NONE;
  }

  private int closed(String line, int from) {
    int at = afterBlanks(line, from);
    if (at < line.length() && line.charAt(at) != separator) {
      state = State.STRAY;
      return NONE;
    }
    cells.add(cell.toString());
    cell.setLength(0);
    state = State.COMPLETE;
    return at + 1;
  }
}
