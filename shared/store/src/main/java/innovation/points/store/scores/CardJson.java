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
    points(json, "categories", card.categories());
    addition(json, card.addition());
    Card.Before before = card.before();
    if (before != null) {
      ObjectNode earlier = json.putObject("before");
      earlier.set("total", StoredJson.number(before.total()));
      rank(earlier, before.rank());
    }
    rank(json, card.rank());
    json.put("rulebook", card.rulebook());
    texts(json, "reasons", card.reasons());
    texts(json, "missing", card.missing());
    return JsonTree.write(json);
  }

  private static void points(
      ObjectNode json, String name, @Nullable Map<String, Double> byCategory) {
    if (byCategory == null) {
      json.putNull(name);
    } else {
      ObjectNode points = json.putObject(name);
      byCategory.forEach((category, number) -> points.set(category, StoredJson.number(number)));
    }
  }

  private static void addition(ObjectNode json, Card.@Nullable Addition addition) {
    if (addition != null) {
      points(json, "weights", addition.weights());
      json.set("weighted", StoredJson.number(addition.weighted()));
      ObjectNode adjustments = json.putObject("adjustments");
      adjustments.set("deductions", StoredJson.number(addition.adjustments().deductions()));
      adjustments.set("bonus", StoredJson.number(addition.adjustments().bonus()));
      adjustments.set("factor", StoredJson.number(addition.adjustments().factor()));
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
        points(card.path("categories")),
        addition(card),
        before(card.path("before")),
        rank(card.path("rank")),
        card.path("rulebook").asText(),
        texts(card.path("reasons")),
        texts(card.path("missing")));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }

  private static @Nullable Map<String, Double> points(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    var points = new LinkedHashMap<String, Double>();
    node.properties()
        .forEach(category -> points.put(category.getKey(), category.getValue().asDouble()));
    return points;
  }

  private static Card.@Nullable Addition addition(JsonNode card) {
    Map<String, Double> weights = points(card.path("weights"));
    JsonNode adjustments = card.path("adjustments");
    return weights == null
        ? null
        : new Card.Addition(
            weights,
            card.path("weighted").asDouble(),
            new Card.Adjustments(
                adjustments.path("deductions").asDouble(),
                adjustments.path("bonus").asDouble(),
                adjustments.path("factor").asDouble()));
  }

  /** What was public of a year, for the card of the next. */
  static Card.@Nullable Before before(JsonNode card) {
    Rank rank = rank(card.path("rank"));
    return rank == null ? null : new Card.Before(card.path("total").asDouble(), rank);
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
