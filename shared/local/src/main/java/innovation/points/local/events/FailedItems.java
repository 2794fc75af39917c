package innovation.points.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the items of a batch that a function failed to process ({@code ReportBatchItemFailures}).
 */
final class FailedItems {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FailedItems() {}

  /**
   * The identifiers of the failed items, an empty set where all succeeded; empty where the answer
   * is invalid, in which case Lambda treats the whole batch as failed.
   */
  static Optional<Set<String>> of(byte[] answer) {
    try {
      JsonNode root = JSON.readTree(answer);
      var failed = new HashSet<String>();
      for (JsonNode item : root.path("batchItemFailures")) {
        String id = item.path("itemIdentifier").asText("");
        if (id.isEmpty()) {
          return Optional.empty();
        }
        failed.add(id);
      }
      return Optional.of(failed);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
