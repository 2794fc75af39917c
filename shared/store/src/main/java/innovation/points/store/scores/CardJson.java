package innovation.points.store.scores;

import com.fasterxml.jackson.core.JsonGenerator;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.store.table.StoredJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cards as the JSON of contract §3, equal to what the binder makes by their annotations, but
 * without loading it on a cold start.
 */
final class CardJson {

  private CardJson() {}

  static String write(Card card) {
    return JsonTree.written(json -> write(card, json));
  }

  private static void write(Card card, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("uscc", card.uscc());
    json.writeStringField("name", card.name());
    json.writeNumberField("year", card.year());
    json.writeStringField("generation", card.generation());
    json.writeStringField("status", card.status().id());
    json.writeStringField("stage", card.stage());
    number(json, "total", card.total());
    points(json, "categories", card.categories());
    Card.Addition addition = card.addition();
    if (addition != null) {
      addition(json, addition);
    }
    Card.Before before = card.before();
    if (before != null) {
      json.writeObjectFieldStart("before");
      number(json, "total", before.total());
      rank(json, before.rank());
      json.writeEndObject();
    }
    rank(json, card.rank());
    json.writeStringField("rulebook", card.rulebook());
    texts(json, "reasons", card.reasons());
    texts(json, "missing", card.missing());
    json.writeEndObject();
  }

  private static void addition(JsonGenerator json, Card.Addition addition) throws IOException {
    points(json, "weights", addition.weights());
    number(json, "weighted", addition.weighted());
    json.writeObjectFieldStart("adjustments");
    number(json, "deductions", addition.adjustments().deductions());
    number(json, "bonus", addition.adjustments().bonus());
    number(json, "factor", addition.adjustments().factor());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, @Nullable Double number)
      throws IOException {
    json.writeFieldName(name);
    if (number == null) {
      json.writeNull();
    } else {
      StoredJson.number(json, number);
    }
  }

  private static void points(
      JsonGenerator json, String name, @Nullable Map<String, Double> byCategory)
      throws IOException {
    if (byCategory == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Double> category : byCategory.entrySet()) {
      number(json, category.getKey(), category.getValue());
    }
    json.writeEndObject();
  }

  private static void rank(JsonGenerator json, @Nullable Rank rank) throws IOException {
    if (rank == null) {
      json.writeNullField("rank");
      return;
    }
    json.writeObjectFieldStart("rank");
    place(json, "overall", rank.overall());
    place(json, "overallOf", rank.overallOf());
    json.writeNumberField("stage", rank.stage());
    json.writeNumberField("stageOf", rank.stageOf());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, String name, @Nullable Integer place)
      throws IOException {
    if (place == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, place);
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }
}
