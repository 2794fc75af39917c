package innovation.points.scoring.facts;

/**
 * The place a fact was read from.
 *
 * @param key the object's key in the bucket, {@code uploads/…}
 * @param version the object's version id
 * @param row counted as in a spreadsheet: the first line of the file is 1
 */
public record Source(String key, String version, int row) {}
