package innovation.points.local.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference paths of the Amazon States Language that our state machine uses. */
final class Paths {

  private static final Pattern PART = Pattern.compile("\\.(\\w+)|\\[(\\d+)]");

  private Paths() {}

  /**
   * Resolves a path.
   *
   * @param context the object that {@code $$} denotes
   * @throws StateException where it leads nowhere
   */
  static JsonNode read(String path, JsonNode input, JsonNode context) throws StateException {
    JsonNode at = path.startsWith("$$") ? context : input;
    String rest = path.substring(path.startsWith("$$") ? 2 : 1);
    Matcher part = PART.matcher(rest);
    int end = 0;
    while (part.find() && part.start() == end) {
      at =
          part.group(1) == null ? at.path(Integer.parseInt(part.group(2))) : at.path(part.group(1));
      end = part.end();
    }
    if (end != rest.length() || at.isMissingNode()) {
      throw new StateException("States.Runtime", "path %s leads nowhere".formatted(path));
    }
    return at;
  }

  /** Fills in a template ({@code Parameters}, {@code ItemSelector}). */
  static JsonNode fill(JsonNode template, JsonNode input, JsonNode context) throws StateException {
    if (!template.isObject()) {
      return template;
    }
    ObjectNode filled = JsonNodeFactory.instance.objectNode();
    for (var field : template.properties()) {
      String name = field.getKey();
      if (name.endsWith(".$")) {
        filled.set(
            name.substring(0, name.length() - 2), read(field.getValue().asText(), input, context));
      } else {
        filled.set(name, fill(field.getValue(), input, context));
      }
    }
    return filled;
  }

  /** The output of a state: its result, inserted into its input at {@code ResultPath}. */
  static JsonNode result(JsonNode state, JsonNode input, JsonNode result) {
    JsonNode path = state.path("ResultPath");
    if (path.isNull()) {
      return input;
    }
    if (path.isMissingNode() || path.asText().equals("$")) {
      return result;
    }
    ObjectNode both = input.deepCopy();
    both.set(path.asText().substring("$.".length()), result);
    return both;
  }
}
