package innovation.points.store.facts;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Names one item of the facts table: one enterprise, one file, one part (rows of one enterprise
 * that do not fit into one item take several).
 */
public record ItemKey(String uscc, String sortKey) {

  static ItemKey of(FileVersion file, String uscc, int part) {
    return new ItemKey(
        uscc, "%s#%d#%s#%d".formatted(file.dataset(), file.year(), file.fileId(), part));
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(
        "uscc", AttributeValue.fromS(uscc),
        "sk", AttributeValue.fromS(sortKey));
  }
}
