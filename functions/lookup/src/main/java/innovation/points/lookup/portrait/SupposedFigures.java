package innovation.points.lookup.portrait;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.advice.Changes;
import innovation.points.scoring.facts.Value;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a simulation supposes: figures of the year, and items that would be there too. */
final class SupposedFigures {
  /** Beside the fields: items by dataset, each with its fields. */
  static final String ITEMS = "items";

  private static final int MOST_ITEMS = 100;

  private final Map<String, Optional<Value>> figures = new LinkedHashMap<>();
  private final Map<String, List<Map<String, Value>>> items = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private SupposedFigures() {}

  /**
   * Reads changes by field name, null making a figure unknown, and under {@code items} rows by
   * line-item dataset: of a row, only what the rules read need be there.
   *
   * @throws ProblemException 400 with all values that a file could not contain either
   */
  static Changes read(Map<String, JsonNode> changes) {
    var supposed = new SupposedFigures();
    Map<String, Field> fields = fields();
    changes.forEach(
        (name, node) -> {
          if (name.equals(ITEMS)) {
            supposed.items(node);
          } else {
            supposed.figure(name, fields.get(name), node);
          }
        });
    if (!supposed.faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(supposed.faults));
    }
    return new Changes(supposed.figures, supposed.items);
  }

  private void figure(String name, @Nullable Field field, JsonNode node) {
    if (field == null) {
      faults.add(fault(name, "没有可以试算的字段 " + name));
      return;
    }
    Optional<Value> value = node.isNull() ? Optional.empty() : value(field, node);
    if (value.isEmpty() && !node.isNull()) {
      faults.add(fault(name, unlike(field, node)));
    }
    figures.put(name, value);
  }

  private static String unlike(Field field, JsonNode node) {
    return field.title() + "应为" + expected(field) + "，收到：" + node;
  }

  private void items(JsonNode node) {
    if (!node.isObject()) {
      faults.add(fault(ITEMS, "items 应为若干“数据集: [明细]”，收到：" + node));
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String path = ITEMS + "/" + entry.getKey();
      Optional<Dataset> dataset =
          Catalogue.load().dataset(entry.getKey()).filter(one -> one.shape() == Shape.LINE_ITEMS);
      JsonNode rows = entry.getValue();
      if (dataset.isEmpty()) {
        faults.add(fault(path, "没有可以试算的明细数据集 " + entry.getKey()));
      } else if (!rows.isArray() || rows.size() > MOST_ITEMS) {
        faults.add(fault(path, "应为最多 " + MOST_ITEMS + " 项明细的列表"));
      } else {
        List<Map<String, Value>> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
          read.add(item(dataset.get(), rows.get(i), path + "/" + i));
        }
        items.put(entry.getKey(), read);
      }
    }
  }

  private Map<String, Value> item(Dataset dataset, JsonNode row, String path) {
    Map<String, Value> values = new LinkedHashMap<>();
    if (!row.isObject()) {
      faults.add(fault(path, "一项明细应为若干“字段: 值”，收到：" + row));
    }
    for (Map.Entry<String, JsonNode> cell : row.properties()) {
      Optional<Field> field =
          dataset.field(cell.getKey()).filter(one -> one.type() != FieldType.USCC);
      String place = path + "/" + cell.getKey();
      if (field.isEmpty()) {
        faults.add(fault(place, dataset.title() + "没有字段 " + cell.getKey()));
      } else {
        value(field.get(), cell.getValue())
            .ifPresentOrElse(
                value -> values.put(cell.getKey(), value),
                () -> faults.add(fault(place, unlike(field.get(), cell.getValue()))));
      }
    }
    return values;
  }

  private static Map<String, Field> fields() {
    var fields = new HashMap<String, Field>();
    Catalogue.load().datasets().stream()
        .filter(dataset -> dataset.shape() == Shape.PER_ENTERPRISE)
        .flatMap(dataset -> dataset.fields().stream())
        .filter(field -> field.type() != FieldType.USCC && !field.name().equals("name"))
        .forEach(field -> fields.put(field.name(), field));
    return fields;
  }

  private static Optional<Value> value(Field field, JsonNode node) {
    return switch (field.type()) {
      case NUMBER, INTEGER -> number(field, node);
      case BOOLEAN ->
          node.isBoolean() ? Optional.of(Value.of(node.booleanValue())) : Optional.empty();
      case DATE -> day(node);
      case ENUM ->
          field.options().contains(node.asText())
              ? Optional.of(Value.of(node.asText()))
              : Optional.empty();
      case STRING, CODE, USCC ->
          node.isTextual() && !node.textValue().isBlank()
              ? Optional.of(Value.of(node.textValue()))
              : Optional.empty();
    };
  }

  private static Optional<Value> number(Field field, JsonNode node) {
    if (!node.isNumber()) {
      return Optional.empty();
    }
    double number = node.doubleValue();
    boolean whole = field.type() == FieldType.NUMBER || number == Math.rint(number);
    boolean allowed = !field.nonNegative() || number >= 0;
    return whole && allowed && Double.isFinite(number)
        ? Optional.of(Value.of(number))
        : Optional.empty();
  }

  private static Optional<Value> day(JsonNode node) {
    try {
      return Optional.of(Value.of(LocalDate.parse(node.asText())));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String expected(Field field) {
    String least = field.nonNegative() ? "不小于 0 的" : "";
    return switch (field.type()) {
      case NUMBER, INTEGER -> least + field.type().title();
      case BOOLEAN -> " true 或 false";
      case DATE -> "日期（如 2025-01-31）";
      case ENUM -> " " + String.join("、", field.options()) + " 之一";
      case STRING, CODE, USCC -> field.type().title();
    };
  }

  private static Fault fault(String name, String detail) {
    return new Fault("body", "/changes/" + name, detail);
  }
}
