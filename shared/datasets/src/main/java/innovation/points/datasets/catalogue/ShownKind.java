package innovation.points.datasets.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which data an enterprise is seen to be of a kind that is evaluated (三(一)): a figure over 0 or
 * a 是, or one of some texts; as the roster's schema says in {@code x-shownBy} of a field.
 *
 * @param kind an option of that field
 * @param values the texts; none: a figure or a 是
 * @param from the field with the first day on which it holds; empty: it holds all year
 * @param until the field with the last day, which may be blank; empty as well
 * @param unless the field that says 是 where it does not hold; empty as well
 */
public record ShownKind(
    String kind,
    String dataset,
    String field,
    List<String> values,
    Optional<String> from,
    Optional<String> until,
    Optional<String> unless) {

  public ShownKind {
    values = List.copyOf(values);
  }

  /** All that the schema of a dataset says, in its order. */
  public static List<ShownKind> of(Dataset roster) {
    var kinds = new ArrayList<ShownKind>();
    try {
      for (JsonNode field : JsonTree.read(roster.schema()).path("fields")) {
        field.path("x-shownBy").forEach(one -> kinds.add(read(one)));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("数据集 %s：不是 JSON".formatted(roster.id()), e);
    }
    return kinds;
  }

  private static ShownKind read(JsonNode one) {
    return new ShownKind(
        one.path("kind").asText(),
        one.path("dataset").asText(),
        one.path("field").asText(),
        one.path("values").valueStream().map(JsonNode::asText).toList(),
        text(one, "from"),
        text(one, "until"),
        text(one, "unless"));
  }

  private static Optional<String> text(JsonNode node, String property) {
    return Optional.ofNullable(node.path(property).textValue());
  }
}
