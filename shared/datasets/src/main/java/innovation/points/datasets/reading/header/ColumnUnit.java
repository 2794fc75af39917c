package innovation.points.datasets.reading.header;

/**
 * In which unit the figures of a column are.
 *
 * @param shift the power of ten by which they are multiplied to be in the field's unit
 * @param declared whether the file says so, rather than nothing
 */
public record ColumnUnit(int shift, boolean declared) {

  /** Nothing is said: the field's own unit. */
  public static final ColumnUnit OWN = new ColumnUnit(0, false);
}
