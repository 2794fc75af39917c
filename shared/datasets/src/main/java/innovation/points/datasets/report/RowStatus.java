package innovation.points.datasets.report;

import java.util.Locale;

/** What is to be said of one row of a file. */
public enum RowStatus {
  ACCEPTED,
  /** Accepted, with a warning. */
  WARNED,
  REJECTED,
  /** A total, a remark, who filled the form in: no data. */
  NOTE;

  /** As the API spells it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
