package innovation.points.datasets.checking;

import java.util.Map;

/**
 * The figures of the year before a file's, of the same dataset, against which rows are compared.
 */
public interface YearBefore {

  /** Nothing is known: nothing is compared. */
  YearBefore NONE = uscc -> Map.of();

  /** The amounts that are in force for an enterprise, by field; empty where there are none. */
  Map<String, Double> figures(String uscc);
}
