package innovation.points.store.scores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.store.table.StoredJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cards as the JSON of contract §3 and back, equal to what the binder makes by their annotations,
 * but without loading it: drafts are read and written on cold starts.
 */
final class CardJson {

  private CardJson() {}

  static String write(Card card) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("uscc", card.uscc());
    json.put("name", card.name());
    json.put("year", card.year());
    json.put("generation", card.generation());
    json.put("status", card.status().id());
    json.put("stage", card.stage());
    Double total = card.total();
    json.set("total", total == null ? null : StoredJson.number(total));
    categories(json, card.categories());
    rank(json, card.rank());
    json.put("rulebook", card.rulebook());
    texts(json, "reasons", card.reasons());
    texts(json, "missing", card.missing());
    return JsonTree.write(json);
  }

  private static void categories(ObjectNode json, @Nullable Map<String, Double> points) {
    if (points == null) {
      json.putNull("categories");
    } else {
      ObjectNode categories = json.putObject("categories");
      points.forEach((category, number) -> categories.set(category, StoredJson.number(number)));
    }
  }

  private static void rank(ObjectNode json, @Nullable Rank rank) {
    if (rank == null) {
      json.putNull("rank");
    } else {
      json.putObject("rank")
          .put("overall", rank.overall())
          .put("overallOf", rank.overallOf())
          .put("stage", rank.stage())
          .put("stageOf", rank.stageOf());
    }
  }

  private static void texts(ObjectNode json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      texts.forEach(json.putArray(name)::add);
    }
  }

  /** Reads what {@link #write} has written; fields of a newer version are skipped. */
  static Card read(String json) {
    JsonNode card = StoredJson.tree(json);
    return new Card(
        card.path("uscc").asText(),
        text(card.path("name")),
        card.path("year").asInt(),
        text(card.path("generation")),
        ScoreStatus.of(card.path("status").asText()),
        text(card.path("stage")),
        card.path("total").isNumber() ? card.path("total").asDouble() : null,
        categories(card.path("categories")),
        rank(card.path("rank")),
        card.path("rulebook").asText(),
        texts(card.path("reasons")),
        texts(card.path("missing")));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }

  private static @Nullable Map<String, Double> categories(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    var categories = new LinkedHashMap<String, Double>();
    node.properties()
        .forEach(category -> categories.put(category.getKey(), category.getValue().asDouble()));
    return categories;
  }

  private static @Nullable Rank rank(JsonNode node) {
    return node.isObject()
        ? new Rank(
            node.path("overall").asInt(),
            node.path("overallOf").asInt(),
            node.path("stage").asInt(),
            node.path("stageOf").asInt())
        : null;
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    node.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
