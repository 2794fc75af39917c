package innovation.points.store.scores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
 * How the table holds what a card adds to the key and the attributes of its item: a JSON array
 * [name, total, categories, weights, weighted, [deductions, bonus, factor], before, rank, rulebook,
 * reasons, missing], null where there is none.
 */
final class CardForm {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CardForm() {}

  static String write(Card card) {
    ArrayNode form = NODES.arrayNode();
    form.add(card.name());
    number(form, card.total());
    points(form, card.categories());
    Card.Addition addition = card.addition();
    if (addition == null) {
      form.addNull().addNull().addNull();
    } else {
      weights(form, addition.weights(), card.categories());
      number(form, addition.weighted());
      ArrayNode adjustments = form.addArray();
      number(adjustments, addition.adjustments().deductions());
      number(adjustments, addition.adjustments().bonus());
      number(adjustments, addition.adjustments().factor());
    }
    Card.Before before = card.before();
    if (before == null) {
      form.addNull();
    } else {
      ArrayNode earlier = form.addArray();
      number(earlier, before.total());
      rank(earlier, before.rank());
    }
    rank(form, card.rank());
    form.add(card.rulebook());
    card.reasons().forEach(form.addArray()::add);
    card.missing().forEach(form.addArray()::add);
    return JsonTree.write(form);
  }

  private static void number(ArrayNode form, @Nullable Double number) {
    form.add(number == null ? NODES.nullNode() : StoredJson.number(number));
  }

  private static void points(ArrayNode form, @Nullable Map<String, Double> points) {
    if (points == null) {
      form.addNull();
    } else {
      ObjectNode byCategory = form.addObject();
      points.forEach((id, number) -> byCategory.set(id, StoredJson.number(number)));
    }
  }

  /** In the order of the categories, where that suffices: their names need not stand twice. */
  private static void weights(
      ArrayNode form, Map<String, Double> weights, @Nullable Map<String, Double> categories) {
    if (categories == null || !categories.keySet().equals(weights.keySet())) {
      points(form, weights);
    } else {
      ArrayNode inOrder = form.addArray();
      categories.keySet().forEach(id -> number(inOrder, weights.get(id)));
    }
  }

  private static @Nullable Map<String, Double> weights(
      JsonNode node, @Nullable Map<String, Double> categories) {
    if (!node.isArray() || categories == null) {
      return points(node);
    }
    var weights = new LinkedHashMap<String, Double>();
    int place = 0;
    for (String id : categories.keySet()) {
      weights.put(id, node.path(place++).asDouble());
    }
    return weights;
  }

  private static void rank(ArrayNode form, @Nullable Rank rank) {
    if (rank == null) {
      form.addNull();
    } else {
      form.addArray()
          .add(rank.overall())
          .add(rank.overallOf())
          .add(rank.stage())
          .add(rank.stageOf());
    }
  }

  /** Reads what {@link #write} wrote. */
  static Card read(
      String written,
      String uscc,
      int year,
      @Nullable String generation,
      ScoreStatus status,
      @Nullable String stage) {
    JsonNode form = StoredJson.tree(written);
    Map<String, Double> categories = points(form.path(2));
    Map<String, Double> weights = weights(form.path(3), categories);
    JsonNode adjustments = form.path(5);
    Rank earlier = rank(form.path(6).path(1));
    return new Card(
        uscc,
        text(form.path(0)),
        year,
        generation,
        status,
        stage,
        form.path(1).isNumber() ? form.path(1).asDouble() : null,
        categories,
        weights == null
            ? null
            : new Card.Addition(
                weights,
                form.path(4).asDouble(),
                new Card.Adjustments(
                    adjustments.path(0).asDouble(),
                    adjustments.path(1).asDouble(),
                    adjustments.path(2).asDouble())),
        earlier == null ? null : new Card.Before(form.path(6).path(0).asDouble(), earlier),
        rank(form.path(7)),
        form.path(8).asText(),
        texts(form.path(9)),
        texts(form.path(10)));
  }

  /** What was public of a year, for the card of the next; null where nothing was. */
  static Card.@Nullable Before before(String written) {
    JsonNode form = StoredJson.tree(written);
    Rank rank = rank(form.path(7));
    return rank == null ? null : new Card.Before(form.path(1).asDouble(), rank);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }

  private static @Nullable Map<String, Double> points(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    var points = new LinkedHashMap<String, Double>();
    node.properties().forEach(one -> points.put(one.getKey(), one.getValue().asDouble()));
    return points;
  }

  private static @Nullable Rank rank(JsonNode node) {
    return node.isArray()
        ? new Rank(
            place(node.path(0)), place(node.path(1)), node.path(2).asInt(), node.path(3).asInt())
        : null;
  }

  private static @Nullable Integer place(JsonNode node) {
    return node.isNumber() ? Integer.valueOf(node.asInt()) : null;
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    node.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
