package innovation.points.store.facts;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Names one item of the facts table: one enterprise, one file, one part (rows of one enterprise
 * that do not fit into one item take several).
 */
public record ItemKey(String uscc, String sortKey) {
  private static final Pattern FORM = Pattern.compile("[^#]+#\\d+#([0-9a-f]+)#\\d+");

  static ItemKey of(FileVersion file, String uscc, int part) {
    return new ItemKey(
        uscc, "%s#%d#%s#%d".formatted(file.dataset(), file.year(), file.fileId(), part));
  }

  /** The id of the file in a sort key, {@link FileVersion#fileId}; empty where it names none. */
  public static Optional<String> file(String sortKey) {
    Matcher parts = FORM.matcher(sortKey);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(
        "uscc", AttributeValue.fromS(uscc),
        "sk", AttributeValue.fromS(sortKey));
  }
}
