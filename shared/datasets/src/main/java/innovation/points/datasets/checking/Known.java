package innovation.points.datasets.checking;

/** What is known beside a file, against which it is compared. */
public record Known(Roster roster, YearBefore before) {

  /** Only a roster. */
  public static Known of(Roster roster) {
    return new Known(roster, YearBefore.NONE);
  }
}
