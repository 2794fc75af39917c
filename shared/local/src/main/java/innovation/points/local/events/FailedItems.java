package innovation.points.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads which items of a batch a function did not manage ({@code ReportBatchItemFailures}). */
final class FailedItems {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FailedItems() {}

  /**
   * The failed items' identifiers, none where all went well; empty where the answer makes no sense,
   * by which Lambda takes the whole batch for failed.
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
