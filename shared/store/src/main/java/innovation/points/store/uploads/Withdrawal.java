package innovation.points.store.uploads;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.person.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a file that is to count no more: part of the record, an object of the
 * bucket.
 *
 * @param key of the file
 * @param version that was in force; null where it is not known
 */
public record Withdrawal(
    String key, @Nullable String version, String reason, Person by, Instant at) {

  private static final String WITHDRAWALS = "withdrawals/";

  /** Where that of an upload lies. */
  public static String object(String key, String uploadId) {
    return WITHDRAWALS + key.substring(key.indexOf('/') + 1) + "/" + uploadId + ".json";
  }

  /** As the object has it. */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", key).put("version", version);
    json.put("reason", reason);
    Confirmation.signed(json, by, at);
    return JsonTree.write(json);
  }
}
