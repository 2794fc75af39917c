package innovation.points.scoring.facts;

/**
 * The place a fact was read from.
 *
 * @param key the object's key in the bucket, {@code uploads/…}
 * @param version the object's version id
 * @param row counted as in a spreadsheet: the first line of the file is 1
 * @param unverified whether it is the enterprise's word alone, which nobody has verified (核验)
 */
public record Source(String key, String version, int row, boolean unverified) {

  /** Of what needs no verification. */
  public Source(String key, String version, int row) {
    this(key, version, row, false);
  }
}
