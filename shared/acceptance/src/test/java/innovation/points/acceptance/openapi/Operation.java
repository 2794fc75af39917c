package innovation.points.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One documented operation.
 *
 * @param method in capitals
 * @param node the operation object; {@code parameters} includes those of its path
 */
record Operation(String method, String path, JsonNode node, List<Parameter> parameters) {

  /** A parameter, with its reference resolved. */
  record Parameter(String name, String in, JsonNode node) {
    String example() {
      JsonNode example = node.path("example");
      return (example.isArray() ? example.path(0) : example).asText();
    }
  }

  static List<Operation> of(JsonNode document) {
    var operations = new ArrayList<Operation>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (!method.getKey().equals("parameters")) {
          var parameters = new ArrayList<Parameter>();
          path.getValue().path("parameters").forEach(p -> parameters.add(parameter(document, p)));
          method.getValue().path("parameters").forEach(p -> parameters.add(parameter(document, p)));
          operations.add(
              new Operation(
                  method.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  method.getValue(),
                  List.copyOf(parameters)));
        }
      }
    }
    return operations;
  }

  private static Parameter parameter(JsonNode document, JsonNode node) {
    JsonNode found = follow(document, node);
    return new Parameter(found.path("name").asText(), found.path("in").asText(), found);
  }

  /** Resolves a reference into the document; other nodes are returned unchanged. */
  static JsonNode follow(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** The operation as a gateway's route key. */
  String key() {
    return method + " " + path;
  }

  /** The roles that may call; empty where anybody may. */
  List<String> roles() {
    return node.path("x-roles").valueStream().map(JsonNode::asText).toList();
  }

  boolean isPublic() {
    return roles().isEmpty();
  }

  List<String> statuses() {
    var statuses = new ArrayList<String>();
    node.path("responses").fieldNames().forEachRemaining(statuses::add);
    statuses.remove("default");
    return statuses;
  }

  List<Parameter> in(String place) {
    return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
  }

  boolean fits(String calledMethod, String calledPath) {
    String pattern = path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+");
    return method.equals(calledMethod) && Pattern.matches(pattern, calledPath);
  }

  /** The path with values for its variables. */
  String at(Map<String, String> values) {
    String address = path;
    for (var value : new TreeMap<>(values).entrySet()) {
      address = address.replace("{" + value.getKey() + "}", value.getValue());
    }
    return address;
  }
}
