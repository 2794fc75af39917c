package innovation.points.datasets.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Frictionless Table Schema with the extension properties {@code x-…} into a {@link
 * Dataset}. An invalid one throws, in Chinese: those that do not ship with the code are a zone's.
 */
final class SchemaReader {

  private final String id;
  private final JsonNode schema;

  private SchemaReader(String id, JsonNode schema) {
    this.id = id;
    this.schema = schema;
  }

  static Dataset read(String id, String json) {
    try {
      return new SchemaReader(id, JsonTree.read(json)).dataset(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("数据集 %s：不是 JSON".formatted(id), e);
    }
  }

  private Dataset dataset(String json) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : required(schema, "fields")) {
      fields.add(field(field));
    }
    List<Consistency> checks = new ArrayList<>();
    List<Plausibility> likely = new ArrayList<>();
    for (JsonNode check : schema.path("x-checks")) {
      plausibility(check).ifPresentOrElse(likely::add, () -> checks.add(consistency(check)));
    }
    Dataset dataset =
        new Dataset(
            text(schema, "name"),
            required(schema, "x-ordinal").intValue(),
            text(schema, "title"),
            text(schema, "x-en"),
            text(schema, "x-owner"),
            shape(text(schema, "x-shape")),
            text(schema, "x-form"),
            due(),
            fields,
            texts(required(schema, "x-naturalKey")),
            required(schema, "x-keyedByYear").booleanValue(),
            schema.path("x-shared").booleanValue(),
            required(schema, "x-open").booleanValue(),
            checks,
            likely,
            json);
    verify(dataset);
    return dataset;
  }

  private Optional<MonthDay> due() {
    return schema.has("x-due")
        ? Optional.of(MonthDay.parse("--" + text(schema, "x-due")))
        : Optional.empty();
  }

  private void verify(Dataset dataset) {
    expect(dataset.id().equals(id), "相同的 name", dataset.id());
    expect(
        dataset.fields().getFirst().type() == FieldType.USCC,
        "统一社会信用代码作为第一个字段",
        dataset.fields().getFirst().name());
    long names = dataset.fields().stream().map(Field::name).distinct().count();
    expect(names == dataset.fields().size(), "互不相同的字段名", "有两个相同");
    for (String key : dataset.naturalKey()) {
      expect(dataset.field(key).isPresent(), "主键 x-naturalKey 中的各个字段", key);
    }
    for (Consistency check : dataset.consistency()) {
      expect(dataset.field(check.field()).isPresent(), "核对规则 x-checks 中的各个字段", check.field());
    }
    for (Plausibility check : dataset.plausibility()) {
      expect(dataset.field(check.field()).isPresent(), "核对规则 x-checks 中的各个字段", check.field());
    }
  }

  private Shape shape(String word) {
    for (Shape shape : Shape.values()) {
      if (shape.id().equals(word)) {
        return shape;
      }
    }
    throw unknown("x-shape", word);
  }

  private Field field(JsonNode field) {
    JsonNode constraints = field.path("constraints");
    return new Field(
        text(field, "name"),
        required(field, "x-ordinal").intValue(),
        text(field, "title"),
        text(field, "x-en"),
        type(field),
        constraints.path("required").asBoolean(false),
        constraints.path("minimum").asInt(-1) == 0,
        texts(constraints.path("enum")),
        words(field),
        constraints.path("pattern").asText(""),
        field.path("x-unit").asText(""),
        texts(field.path("x-synonyms")),
        access(text(field, "x-class")),
        field.path("description").asText(""),
        field.path("example").asText(""));
  }

  /** The other words for each option, turned round. */
  private Map<String, String> words(JsonNode field) {
    var words = new HashMap<String, String>();
    field
        .path("x-words")
        .properties()
        .forEach(
            option -> {
              expect(
                  texts(field.path("constraints").path("enum")).contains(option.getKey()),
                  "x-words 中的各项是 enum 之一",
                  option.getKey());
              for (String word : texts(option.getValue())) {
                String other = words.put(Field.bare(word), option.getKey());
                expect(other == null, "x-words 中的各词只属于一项", word);
              }
            });
    return words;
  }

  private FieldClass access(String word) {
    for (FieldClass access : FieldClass.values()) {
      if (access.title().equals(word)) {
        return access;
      }
    }
    throw unknown("x-class", word);
  }

  private FieldType type(JsonNode field) {
    String type = text(field, "type");
    return switch (type) {
      case "number" -> FieldType.NUMBER;
      case "integer" -> FieldType.INTEGER;
      case "boolean" -> FieldType.BOOLEAN;
      case "date" -> FieldType.DATE;
      case "string" -> textType(field);
      default -> throw unknown("type", type);
    };
  }

  private static FieldType textType(JsonNode field) {
    if (field.path("x-type").asText().equals("uscc")) {
      return FieldType.USCC;
    }
    if (field.path("constraints").has("enum")) {
      return FieldType.ENUM;
    }
    return field.path("x-code").asBoolean() ? FieldType.CODE : FieldType.STRING;
  }

  private Consistency consistency(JsonNode check) {
    String field = text(check, "field");
    return switch (text(check, "check")) {
      case "at-most" -> new Consistency.AtMost(field, text(check, "limit"));
      case "only-values" ->
          new Consistency.OnlyValues(
              field,
              texts(required(check, "values")),
              text(check, "when"),
              texts(required(check, "in")));
      case "only-where" ->
          new Consistency.OnlyWhere(field, text(check, "when"), texts(required(check, "in")));
      case "not-before" -> new Consistency.NotBefore(field, text(check, "earlier"));
      case "after" -> new Consistency.After(field, text(check, "earlier"));
      case "needs" -> new Consistency.Needs(field, text(check, "other"));
      case "ended-by-year" -> new Consistency.EndedByYear(field, text(check, "end"));
      case "year-range" -> new Consistency.YearRange(field, required(check, "from").intValue());
      default -> throw unknown("check", text(check, "check"));
    };
  }

  /** A check that only warns; empty for other checks. */
  private Optional<Plausibility> plausibility(JsonNode check) {
    String field = text(check, "field");
    return switch (text(check, "check")) {
      case "most" ->
          Optional.of(new Plausibility.Most(field, required(check, "most").doubleValue()));
      case "figure-at-most" ->
          Optional.of(
              new Plausibility.AtMostFigure(
                  field, text(check, "limit"), check.path("margin").doubleValue()));
      case "figure-at-most-other" ->
          Optional.of(
              new Plausibility.AtMostOther(
                  field,
                  text(check, "dataset"),
                  text(check, "limit"),
                  required(check, "times").doubleValue(),
                  check.path("margin").doubleValue(),
                  check.path("from").doubleValue()));
      case "day-within" ->
          Optional.of(new Plausibility.DayWithin(field, required(check, "from").intValue()));
      case "day-in-year" -> Optional.of(new Plausibility.DayInYear(field));
      case "opens-at" -> Optional.of(new Plausibility.OpensAt(field, text(check, "closing")));
      case "like-last-year" ->
          Optional.of(new Plausibility.LikeLastYear(field, required(check, "from").doubleValue()));
      default -> Optional.empty();
    };
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  private String text(JsonNode node, String property) {
    JsonNode value = required(node, property);
    if (!value.isTextual()) {
      // Only on failure: printing a node loads the whole data binder.
      expect(false, "文字形式的 " + property, value.toString());
    }
    return value.textValue();
  }

  private JsonNode required(JsonNode node, String property) {
    JsonNode value = node.path(property);
    expect(!value.isMissingNode(), "属性 " + property, "空的");
    return value;
  }

  private IllegalStateException unknown(String property, String found) {
    return new IllegalStateException("数据集 %s：没有这样的 %s：%s".formatted(id, property, found));
  }

  private void expect(boolean holds, String expected, String found) {
    if (!holds) {
      throw new IllegalStateException("数据集 %s：应有%s，这里是 %s".formatted(id, expected, found));
    }
  }
}
