package innovation.points.store.scores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.store.scores.Detail.Bonus;
import innovation.points.store.scores.Detail.Decay;
import innovation.points.store.scores.Detail.Deduction;
import innovation.points.store.scores.Detail.Exclusion;
import innovation.points.store.scores.Detail.FactUsed;
import innovation.points.store.scores.Detail.Indicator;
import innovation.points.store.scores.FileNames.Source;
import innovation.points.store.table.Packed;
import innovation.points.store.table.StoredJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the table holds a trace and its rewards: one JSON object of arrays without names, in which
 * every file and every fact is written once and then called by its number. That and the dictionary
 * of {@link Packed} keep a stored score near one write unit.
 *
 * <p>{@code k}: files, each [key, version] or the name that {@link FileNames} knows it by; {@code
 * f}: facts [field, file, row, value]; {@code c}: coverage; {@code i, d, b, y, x, r}: indicators,
 * deductions, bonus, decay, exclusions and rewards; {@code e, u, g}: explanations, unreported
 * datasets and the rulebook's digest.
 */
final class StoredTrace {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StoredTrace() {}

  /**
   * Packs a trace.
   *
   * @param named whether files are called by their names only
   */
  static Packed pack(Detail detail, List<RewardEntry> rewards, boolean named) {
    return Packed.ofJson(JsonTree.write(new Writer(named).write(detail, rewards)), Packed.TRACES);
  }

  /**
   * Opens a trace.
   *
   * @param files what names of files stand for
   */
  static Detail detail(Packed packed, Function<String, Source> files) {
    return read(packed, files).detail();
  }

  /** The rewards in a trace; as {@link #detail}. */
  static List<RewardEntry> rewards(Packed packed, Function<String, Source> files) {
    return read(packed, files).rewards();
  }

  private static Reader read(Packed packed, Function<String, Source> files) {
    if (packed.dictionary() != Packed.TRACES) {
      throw new IllegalStateException(
          "expected a trace of form %d, found %d".formatted(Packed.TRACES, packed.dictionary()));
    }
    return new Reader(StoredJson.tree(packed.json()), files);
  }

  /** Writes one trace. */
  private static final class Writer {

    private final boolean named;
    private final Map<Source, Integer> files = new LinkedHashMap<>();
    private final Map<FactUsed, Integer> facts = new LinkedHashMap<>();

    Writer(boolean named) {
      this.named = named;
    }

    ObjectNode write(Detail detail, List<RewardEntry> rewards) {
      var root = NODES.objectNode();
      var parts = NODES.objectNode();
      parts.set("i", list(detail.indicators(), this::indicator));
      parts.set(
          "d",
          list(
              detail.deductions(),
              d ->
                  row(d.rule(), d.reason())
                      .add(StoredJson.number(d.points()))
                      .add(numbers(d.from()))));
      parts.set(
          "b",
          list(
              detail.bonus(),
              b ->
                  row(b.rule(), b.level())
                      .add(StoredJson.number(b.points()))
                      .add(numbers(b.from()))));
      parts.set(
          "y",
          list(detail.decay(), y -> row(y.rule(), y.reason()).add(StoredJson.number(y.factor()))));
      parts.set(
          "x", list(detail.exclusions(), x -> row(x.rule(), x.reason()).add(numbers(x.from()))));
      parts.set(
          "r",
          list(
              rewards,
              r -> row(r.reward(), r.amount().toPlainString(), r.reason()).add(numbers(r.from()))));
      root.set("k", files());
      root.set("f", list(List.copyOf(facts.keySet()), this::fact));
      root.set("c", number(detail.coverage()));
      root.setAll(parts);
      root.set("e", row(detail.explanations().toArray(String[]::new)));
      root.set("u", row(detail.unreported().toArray(String[]::new)));
      root.put("g", detail.rulebookDigest());
      // What is not there need not be written.
      root.properties().removeIf(part -> part.getValue().isArray() && part.getValue().isEmpty());
      return root;
    }

    private ArrayNode files() {
      var all = NODES.arrayNode(files.size());
      for (Source file : files.keySet()) {
        if (named) {
          all.add(file.name());
        } else {
          all.add(row(file.key(), file.version()));
        }
      }
      return all;
    }

    private ArrayNode numbers(List<FactUsed> from) {
      var numbers = NODES.arrayNode(from.size());
      for (FactUsed fact : from) {
        files.putIfAbsent(new Source(fact.key(), fact.version()), files.size());
        Integer known = facts.putIfAbsent(fact, facts.size());
        numbers.add(known == null ? facts.size() - 1 : known);
      }
      return numbers;
    }

    private ArrayNode fact(FactUsed fact) {
      return row(fact.field())
          .add(files.get(new Source(fact.key(), fact.version())))
          .add(fact.row())
          .add(StoredJson.node(fact.value()));
    }

    /** What is the same for every enterprise comes first, what mostly is not there last. */
    private ArrayNode indicator(Indicator i) {
      ArrayNode row =
          row(i.id(), i.name(), i.unit())
              .add(StoredJson.number(i.fullPoints()))
              .add(i.outcome())
              .add(numbers(i.from()))
              .add(number(i.value()))
              .add(StoredJson.number(i.points()));
      Integer total = i.fromTotal();
      if (total != null || !i.reason().isEmpty()) {
        row.add(i.reason());
      }
      return total == null ? row : row.add(total);
    }

    private static ArrayNode row(String... texts) {
      var row = NODES.arrayNode();
      for (String text : texts) {
        row.add(text);
      }
      return row;
    }

    private static JsonNode number(@Nullable Double number) {
      return number == null ? NODES.nullNode() : StoredJson.number(number);
    }

    private static <T> ArrayNode list(List<T> items, Function<T, ArrayNode> row) {
      var list = NODES.arrayNode(items.size());
      items.forEach(item -> list.add(row.apply(item)));
      return list;
    }
  }

  /** Reads one trace. */
  private static final class Reader {

    private final JsonNode root;
    private final List<FactUsed> facts;

    Reader(JsonNode root, Function<String, Source> names) {
      this.root = root;
      var files = new ArrayList<Source>();
      root.path("k")
          .forEach(
              file ->
                  files.add(
                      file.isTextual()
                          ? names.apply(file.asText())
                          : new Source(file.path(0).asText(), file.path(1).asText())));
      this.facts =
          list(
              "f",
              fact -> {
                Source file = files.get(fact.path(1).asInt());
                return new FactUsed(
                    fact.path(0).asText(),
                    StoredJson.value(fact.path(3)),
                    file.key(),
                    file.version(),
                    fact.path(2).asInt());
              });
    }

    Detail detail() {
      return new Detail(
          number(root.path("c")),
          list(
              "d",
              d ->
                  new Deduction(
                      d.path(0).asText(), d.path(2).asDouble(), d.path(1).asText(), facts(d, 3))),
          list(
              "b",
              b ->
                  new Bonus(
                      b.path(0).asText(), b.path(1).asText(), b.path(2).asDouble(), facts(b, 3))),
          list("y", y -> new Decay(y.path(0).asText(), y.path(2).asDouble(), y.path(1).asText())),
          list("i", this::indicator),
          list("x", x -> new Exclusion(x.path(0).asText(), x.path(1).asText(), facts(x, 2))),
          list("e", JsonNode::asText),
          list("u", JsonNode::asText),
          root.path("g").asText());
    }

    List<RewardEntry> rewards() {
      return list(
          "r",
          r ->
              new RewardEntry(
                  r.path(0).asText(),
                  new BigDecimal(r.path(1).asText()),
                  r.path(2).asText(),
                  facts(r, 3)));
    }

    private Indicator indicator(JsonNode i) {
      return new Indicator(
          i.path(0).asText(),
          i.path(1).asText(),
          i.path(2).asText(),
          number(i.path(6)),
          i.path(7).asDouble(),
          i.path(3).asDouble(),
          i.path(4).asText(),
          i.path(8).asText(),
          facts(i, 5),
          i.path(9).isNumber() ? i.path(9).asInt() : null);
    }

    private List<FactUsed> facts(JsonNode row, int place) {
      var used = new ArrayList<FactUsed>();
      row.path(place).forEach(number -> used.add(facts.get(number.asInt())));
      return used;
    }

    private static @Nullable Double number(JsonNode node) {
      return node.isNumber() ? node.asDouble() : null;
    }

    private <T> List<T> list(String name, Function<JsonNode, T> item) {
      var list = new ArrayList<T>();
      root.path(name).forEach(node -> list.add(item.apply(node)));
      return list;
    }
  }
}
