package innovation.points.datasets.checking;

import java.util.Map;

/** The figures of a file's year in other datasets than its own, against which rows are compared. */
public interface OtherDatasets {

  /** Nothing is known: nothing is compared. */
  OtherDatasets NONE = (dataset, uscc) -> Map.of();

  /** The amounts that are in force for an enterprise, by field; empty where there are none. */
  Map<String, Double> figures(String dataset, String uscc);
}
