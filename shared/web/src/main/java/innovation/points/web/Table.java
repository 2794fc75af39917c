package innovation.points.web;

import java.util.List;

/**
 * A list as a file: a row of titles, then the rows, each a cell a title.
 *
 * @param rows read once, from the first to the last
 */
public record Table(List<String> titles, Iterable<List<Cell>> rows) {
  public Table {
    titles = List.copyOf(titles);
  }
}
