package innovation.points.store.facts;

import java.util.List;

/**
 * What one version of a file says of one enterprise.
 *
 * @param uscc 统一社会信用代码
 * @param rows in the order of the file
 */
public record Contribution(FileVersion file, String uscc, List<FactRow> rows) {
  public Contribution {
    rows = List.copyOf(rows);
  }
}
