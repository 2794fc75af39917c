package innovation.points.datasets.checking;

/**
 * What is known beside a file, against which it is compared.
 *
 * @param before figures of the same dataset, of the year before
 * @param others figures of the other datasets, of the same year
 */
public record Known(Roster roster, YearBefore before, OtherDatasets others) {

  public Known(Roster roster, YearBefore before) {
    this(roster, before, OtherDatasets.NONE);
  }

  /** Only a roster. */
  public static Known of(Roster roster) {
    return new Known(roster, YearBefore.NONE);
  }
}
