package innovation.points.store.uploads;

import java.util.Map;

/**
 * All that is known of one key.
 *
 * @param verdicts by version
 * @param uploads by id
 */
public record KeyHistory(Map<String, Verdict> verdicts, Map<String, UploadRecord> uploads) {
  public KeyHistory {
    verdicts = Map.copyOf(verdicts);
    uploads = Map.copyOf(uploads);
  }
}
