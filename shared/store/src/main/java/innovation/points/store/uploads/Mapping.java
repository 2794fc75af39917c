package innovation.points.store.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.store.bucket.MissingObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The names of columns that a department uses for the fields of a dataset, as its people said: a
 * settings file of the bucket, heeded for the department's next files.
 *
 * @param columns by header
 */
public record Mapping(Map<String, Column> columns) {

  public static final Mapping NONE = new Mapping(Map.of());

  /** What a header means, and who said so. */
  public record Column(String field, String by, Instant at) {}

  public Mapping {
    columns = Map.copyOf(columns);
  }

  /** Where that of a source and dataset lies. */
  public static String object(String source, String dataset) {
    return "settings/mappings/%s/%s.json".formatted(source, dataset);
  }

  /** That of a source and dataset, as the bucket has it; none where nothing was said. */
  public static Mapping read(S3Client s3, String bucket, String source, String dataset) {
    String object = object(source, dataset);
    try {
      return of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(object)).asUtf8String());
    } catch (S3Exception e) {
      if (MissingObject.isMeantBy(e)) {
        return NONE;
      }
      throw e;
    }
  }

  /** With what was said of a file. */
  public Mapping with(Confirmation confirmation) {
    var all = new TreeMap<>(columns);
    confirmation
        .columns()
        .forEach(
            (header, field) ->
                all.put(header, new Column(field, confirmation.by().name(), confirmation.at())));
    return new Mapping(all);
  }

  /** Without a header; the same where it has none. */
  public Mapping without(String header) {
    var all = new TreeMap<>(columns);
    all.remove(header);
    return new Mapping(all);
  }

  /** What a header means. */
  public Optional<Column> column(String header) {
    return Optional.ofNullable(columns.get(header));
  }

  /** As the object has it. */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode all = json.putObject("columns");
    new TreeMap<>(columns)
        .forEach(
            (header, column) ->
                all.putObject(header)
                    .put("field", column.field())
                    .put("by", column.by())
                    .put("at", column.at().toString()));
    return JsonTree.write(json);
  }

  /**
   * Reads an object.
   *
   * @throws IllegalStateException where it is no mapping
   */
  public static Mapping of(String json) {
    try {
      var columns = new TreeMap<String, Column>();
      for (Map.Entry<String, JsonNode> column : JsonTree.read(json).path("columns").properties()) {
        JsonNode said = column.getValue();
        columns.put(
            column.getKey(),
            new Column(
                said.path("field").asText(),
                said.path("by").asText(),
                Instant.parse(said.path("at").asText())));
      }
      return new Mapping(columns);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected a mapping of columns, found another text", e);
    }
  }
}
