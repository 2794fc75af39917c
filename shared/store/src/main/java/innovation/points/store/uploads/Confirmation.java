package innovation.points.store.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.datasets.key.UploadKey;
import innovation.points.person.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person said of a file so that it can be read: part of the record, an object of the bucket
 * beside the file's key. The newest of an upload counts.
 *
 * @param reason why the file is right as it will be read
 * @param unit of its amounts of money, 万元
 * @param table which of its tables is read
 * @param columns fields by header
 */
public record Confirmation(
    String reason,
    Optional<String> unit,
    Optional<String> table,
    Map<String, String> columns,
    Person by,
    Instant at) {

  /** Where confirmations lie. */
  public static final String CONFIRMATIONS = "confirmations/";

  private static final String EXTENSION = ".json";
  private static final String UPLOADS = "uploads/";

  public Confirmation {
    columns = Map.copyOf(columns);
  }

  /** Where those of a key lie. */
  public static String folder(String key) {
    return CONFIRMATIONS + (key.startsWith(UPLOADS) ? key.substring(UPLOADS.length()) : key) + "/";
  }

  /** Where that of an upload lies. */
  public static String object(String key, String uploadId) {
    return folder(key) + uploadId + EXTENSION;
  }

  /** The upload of which an object is the confirmation. */
  public static String upload(String object) {
    return object.substring(object.lastIndexOf('/') + 1, object.length() - EXTENSION.length());
  }

  /** The key of the file of which an object is a confirmation; none where it is none. */
  public static Optional<String> key(String object) {
    if (!object.startsWith(CONFIRMATIONS) || !object.endsWith(EXTENSION)) {
      return Optional.empty();
    }
    String key = object.substring(CONFIRMATIONS.length(), object.lastIndexOf('/'));
    return Optional.of(key.startsWith(UploadKey.CHECKS) ? key : UPLOADS + key);
  }

  /** As the object has it. */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("reason", reason);
    unit.ifPresent(name -> json.put("unit", name));
    table.ifPresent(name -> json.put("table", name));
    ObjectNode fields = json.putObject("columns");
    columns.forEach(fields::put);
    signed(json, by, at);
    return JsonTree.write(json);
  }

  /** Writes who said it, and when. */
  static void signed(ObjectNode json, Person by, Instant at) {
    ObjectNode person = json.putObject("by");
    person.put("sub", by.sub()).put("name", by.name()).put("role", by.role());
    by.ofDepartment().ifPresent(department -> person.put("department", department));
    json.put("at", at.toString());
  }

  /**
   * Reads an object.
   *
   * @throws IllegalStateException where it is no confirmation: only the system writes them
   */
  public static Confirmation of(String json) {
    try {
      JsonNode read = JsonTree.read(json);
      var columns = new LinkedHashMap<String, String>();
      read.path("columns")
          .properties()
          .forEach(column -> columns.put(column.getKey(), column.getValue().asText()));
      JsonNode by = read.path("by");
      return new Confirmation(
          read.path("reason").asText(),
          Optional.ofNullable(read.path("unit").textValue()),
          Optional.ofNullable(read.path("table").textValue()),
          columns,
          new Person(
              by.path("sub").asText(),
              by.path("name").asText(),
              by.path("role").asText(),
              by.path("department").textValue()),
          Instant.parse(read.path("at").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected a confirmation, found another text", e);
    }
  }
}
