package innovation.points.lookup.portrait;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Supposed figures of one year, for a simulation. */
final class SupposedFigures {
  /** The source of a supposed figure, as the trace of a simulated score shows it. */
  private static final Source SUPPOSED = new Source("simulation", "", 0);

  private final Map<String, Optional<Value>> values;

  private SupposedFigures(Map<String, Optional<Value>> values) {
    this.values = values;
  }

  /**
   * Reads changes by field name; null makes a figure unknown.
   *
   * @throws ProblemException 400 with all values that a file could not contain either
   */
  static SupposedFigures read(Map<String, JsonNode> changes) {
    var values = new HashMap<String, Optional<Value>>();
    var faults = new ArrayList<Fault>();
    Map<String, Field> fields = fields();
    changes.forEach(
        (name, node) -> {
          Field field = fields.get(name);
          if (field == null) {
            faults.add(fault(name, "没有可以试算的字段 " + name));
            return;
          }
          Optional<Value> value = node.isNull() ? Optional.empty() : value(field, node);
          if (value.isEmpty() && !node.isNull()) {
            faults.add(fault(name, field.title() + "应为" + expected(field) + "，收到：" + node));
          }
          values.put(name, value);
        });
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return new SupposedFigures(values);
  }

  /** The facts as they would be. */
  EnterpriseFacts applyTo(EnterpriseFacts facts, int year) {
    YearFacts known = facts.year(year);
    var changed = new HashMap<>(known.facts());
    values.forEach(
        (name, value) -> {
          if (value.isPresent()) {
            changed.put(name, new Fact(value.get(), SUPPOSED));
          } else {
            changed.remove(name);
          }
        });
    var years = new HashMap<>(facts.years());
    years.put(year, new YearFacts(changed, known.listed()));
    return new EnterpriseFacts(facts.uscc(), years, facts.items());
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
