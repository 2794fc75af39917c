package innovation.points.ingest;

import static innovation.points.web.event.Environment.required;

import java.util.Map;

/**
 * The bucket and the tables of the function.
 *
 * @param bucket the bucket that is the record
 */
public record IngestSettings(
    String bucket, String factsTable, String uploadsTable, String scoresTable) {

  static IngestSettings of(Map<String, String> environment) {
    return new IngestSettings(
        required(environment, "BUCKET"),
        required(environment, "FACTS_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "SCORES_TABLE"));
  }

  /** The queue that the function is fed from. */
  static String queue(Map<String, String> environment) {
    return required(environment, "UPLOAD_QUEUE");
  }
}
