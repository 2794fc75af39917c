package innovation.points.ingest;

/**
 * Where things are.
 *
 * @param bucket the bucket that is the record
 */
public record IngestSettings(
    String bucket, String factsTable, String uploadsTable, String scoresTable) {

  /** As the template sets them. */
  static IngestSettings ofEnvironment() {
    return new IngestSettings(
        variable("BUCKET"),
        variable("FACTS_TABLE"),
        variable("UPLOADS_TABLE"),
        variable("SCORES_TABLE"));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("expected the environment variable " + name + ", found none");
    }
    return value;
  }
}
