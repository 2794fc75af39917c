package innovation.points.scoring.facts;

/**
 * Where a fact was read.
 *
 * @param key the object's key in the bucket, {@code uploads/…}
 * @param version the object's version id
 * @param row as the spreadsheet counts: the first line of the file is 1
 */
public record Source(String key, String version, int row) {}
