package innovation.points.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.rulebook.RulebookException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code rulebook.schema.json}, by which editors complete and check a rulebook, says what the
 * loader says. The loader also checks what a schema cannot: references, sums, order, cases.
 */
class RulebookSchemaTest {

  private static final String SCHEMA = resource("/rulebook.schema.json");
  private static final String SURPRISE = "surprise";

  /** The loader's refusal of an unknown key names the keys that it knows at that place. */
  private static final Pattern KNOWN = Pattern.compile("应为已知的键（(.+)），实为 " + SURPRISE + "。");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(SCHEMA, InputFormat.JSON);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xinxiang-2022-110",
        "proposed/five-stages",
        "proposed/national-2024",
        "other-place"
      })
  void everyRulebookFits(String id) {
    assertThat(faults(rulebook(id))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          coverage: {atLeast: 2/3   | coverage: {atMost: 2/3     | /coverage additionalProperties
          cite: 三(一)}             | cite: 三(一), basis: default} | /roster oneOf
          points: 14                | points: 0                  | /indicators/6/points exclusiveMinimum
          points: 14                | point: 14                  | /indicators/6 additionalProperties
          {growth: rdExpense}       | {groth: rdExpense}         | /indicators/1/value additionalProperties
          {growth: rdExpense}       | {growth: a, amount: b}     | /indicators/1/value maxProperties
          [5, 0.2]                  | [5, 1.2]                   | /indicators/1/curve/knots/1/1 maximum
          absent: missing           | absent: unknown            | /datasets/0/absent enum
          absent: missing           | count: of-year             | /datasets/0 oneOf
          factors: {9: 0.9          | factors: {nine: 0.9        | /decay/0/factors propertyNames
          falls: 2                  | falls: 0                   | /decay/2/by/stepsDown/falls minimum
          effect: {deduct: 5}       | effect: {deduct: 5, exclude: true} | /negativeList/3/effect maxProperties
          floor, decay, round       | floor, decay, decay        | /total/order uniqueItems
          to: [scored, incomplete]  | to: [scored, excluded]     | /rewards/to/1 enum
          amount: {fixed: 10000,    | amount: {                  | /rewards/rules/1/amount oneOf
          """)
  void mistakeIsFound(String from, String to, String fault) {
    assertThat(faults(Changed.of(from, to).text())).contains(fault);
  }

  /**
   * Puts an unknown key into every section of two rulebooks: the loader's refusal names the keys
   * that it accepts there. Not compared are the root, of which it names none, and sections of which
   * exactly one key is chosen.
   */
  @Test
  void everyKeyOfTheLoaderIsInTheSchemaAndNoOther() {
    Map<String, Object> root = map(new Yaml().load(SCHEMA));
    Map<Map<String, Object>, Set<String>> accepted = new LinkedHashMap<>();
    for (String id : List.of("xinxiang-2022-110", "proposed/five-stages")) {
      var sections = new Sections(root, rulebook(id));
      sections
          .closed()
          .forEach(
              (section, of) ->
                  accepted
                      .computeIfAbsent(of, _ -> new TreeSet<>())
                      .addAll(known(sections.withSurprise(section))));
    }
    accepted.values().removeIf(Set::isEmpty);
    accepted.forEach((of, keys) -> assertThat(keysOf(of)).isEqualTo(keys));
    assertThat(closed(root).filter(one -> !accepted.containsKey(one)))
        .allMatch(one -> one.equals(root) || one.containsKey("maxProperties"));
  }

  private List<String> faults(String yaml) {
    return schema.validate(yaml, InputFormat.YAML).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
        .toList();
  }

  private static Set<String> known(String yaml) {
    RulebookException refused =
        catchThrowableOfType(
            RulebookException.class, () -> RulebookLoader.load("changed.yaml", yaml));
    assertThat(refused).as("refused").isNotNull();
    Set<String> keys = new TreeSet<>();
    for (String problem : refused.problems()) {
      var named = KNOWN.matcher(problem);
      if (named.find() && !named.group(1).equals("本段的键")) {
        keys.addAll(List.of(named.group(1).split("、", -1)));
      }
    }
    return keys;
  }

  private static Set<String> keysOf(Map<String, Object> section) {
    return new TreeSet<>(map(section.get("properties")).keySet());
  }

  /** All parts of the schema that name every key they allow. */
  private static Stream<Map<String, Object>> closed(Object part) {
    Stream<?> inside =
        switch (part) {
          case Map<?, ?> map -> map.values().stream();
          case Collection<?> list -> list.stream();
          default -> Stream.of();
        };
    Stream<Map<String, Object>> own =
        part instanceof Map<?, ?> map && Boolean.FALSE.equals(map.get("additionalProperties"))
            ? Stream.of(map(part))
            : Stream.of();
    return Stream.concat(own, inside.flatMap(RulebookSchemaTest::closed));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  private static String rulebook(String id) {
    return resource("/rulebooks/" + id + ".yaml");
  }

  private static String resource(String name) {
    try (InputStream in = RulebookSchemaTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sections of a rulebook, each with the part of the schema that is about it. */
  private static final class Sections {
    private final Map<String, Object> root;
    private final String text;
    private final Map<MappingNode, Map<String, Object>> closed = new LinkedHashMap<>();
    private final Set<List<Object>> seen = new HashSet<>();

    Sections(Map<String, Object> root, String text) {
      this.root = root;
      this.text = text;
      walk(new Yaml().compose(new StringReader(text)), root);
    }

    /** Sections with the same keys are there once. */
    Map<MappingNode, Map<String, Object>> closed() {
      return closed;
    }

    /** The rulebook with an unknown key in a section. */
    String withSurprise(MappingNode section) {
      int at = text.offsetByCodePoints(0, section.getStartMark().getIndex());
      return section.getFlowStyle() == FlowStyle.FLOW
          ? text.substring(0, at + 1) + SURPRISE + ": 1, " + text.substring(at + 1)
          : text.substring(0, at)
              + SURPRISE
              + ": 1\n"
              + " ".repeat(section.getStartMark().getColumn())
              + text.substring(at);
    }

    private void walk(Node node, @Nullable Object part) {
      if (!(part instanceof Map<?, ?>)) {
        return;
      }
      Map<String, Object> of = resolved(map(part));
      switch (node) {
        case MappingNode mapping -> walk(mapping, of);
        case SequenceNode list -> list.getValue().forEach(one -> walk(one, of.get("items")));
        default -> {}
      }
    }

    private void walk(MappingNode mapping, Map<String, Object> of) {
      List<String> keys = mapping.getValue().stream().map(Sections::key).toList();
      boolean named = Boolean.FALSE.equals(of.get("additionalProperties"));
      if (named && seen.add(List.of(of, Set.copyOf(keys)))) {
        closed.put(mapping, of);
      }
      for (NodeTuple entry : mapping.getValue()) {
        walk(
            entry.getValueNode(),
            named ? map(of.get("properties")).get(key(entry)) : of.get("additionalProperties"));
      }
    }

    private static String key(NodeTuple entry) {
      return ((ScalarNode) entry.getKeyNode()).getValue();
    }

    /** What a reference leads to, also where a description stands beside it. */
    private Map<String, Object> resolved(Map<String, Object> part) {
      Object reference =
          part.get("allOf") instanceof List<?> all && !part.containsKey("properties")
              ? map(all.getFirst()).get("$ref")
              : part.get("$ref");
      return reference == null
          ? part
          : resolved(
              map(map(root.get("definitions")).get(reference.toString().replaceAll(".*/", ""))));
    }
  }
}
