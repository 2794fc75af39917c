package innovation.points.store.scores;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.store.table.StoredJson;
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
}
