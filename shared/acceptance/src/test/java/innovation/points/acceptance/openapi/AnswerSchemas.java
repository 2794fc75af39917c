package innovation.points.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The document's schemas as strict JSON Schemas: answers must not have undocumented properties,
 * although clients must tolerate them.
 */
final class AnswerSchemas {

  private static final String CLOSED = "unevaluatedProperties";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final JsonNode components;
  private final Map<JsonNode, Schema> schemas = new HashMap<>();

  AnswerSchemas(JsonNode document) {
    ObjectNode strict = document.path("components").deepCopy();
    // Closed where they are used, because they may be combined with others there.
    strict.path("schemas").forEach(schema -> closeInside((ObjectNode) schema));
    this.components = strict;
  }

  /** The violations of a body, empty where it is valid. */
  List<String> faults(JsonNode schema, String body) {
    return schemas.computeIfAbsent(schema, this::compile).validate(body, InputFormat.JSON).stream()
        .map(Error::toString)
        .toList();
  }

  private Schema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    close(whole);
    whole.set("components", components);
    return registry.getSchema(whole.toString(), InputFormat.JSON);
  }

  private static void close(ObjectNode schema) {
    boolean isObject = schema.has("properties") || schema.has("allOf") || schema.has("$ref");
    if (isObject && !schema.has("additionalProperties")) {
      schema.put(CLOSED, false);
    }
    closeInside(schema);
  }

  private static void closeInside(ObjectNode schema) {
    schema.path("properties").forEach(AnswerSchemas::closeIfSchema);
    schema.path("oneOf").forEach(AnswerSchemas::closeIfSchema);
    closeIfSchema(schema.path("items"));
    closeIfSchema(schema.path("additionalProperties"));
    schema
        .path("allOf")
        .forEach(
            member -> {
              if (member instanceof ObjectNode object) {
                closeInside(object);
              }
            });
  }

  private static void closeIfSchema(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      close(schema);
    }
  }
}
