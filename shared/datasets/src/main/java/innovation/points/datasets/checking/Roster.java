package innovation.points.datasets.checking;

import java.util.Map;

/**
 * The enterprises of one year's 企业名录, against which rows are compared.
 *
 * @param known whether the zone has a roster for the year at all
 * @param names 企业名称 by 统一社会信用代码; an empty name is compared with nothing
 */
public record Roster(boolean known, Map<String, String> names) {

  /** No roster yet: rows are not compared, and one warning says so. */
  public static final Roster NONE = new Roster(false, Map.of());

  public Roster {
    names = Map.copyOf(names);
  }

  public static Roster of(Map<String, String> names) {
    return new Roster(true, names);
  }
}
