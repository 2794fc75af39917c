package innovation.points.store.facts;

import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as attributes and back: numbers N, flags BOOL, texts S, days {@code {"day": S}}. */
final class FactValues {

  /** What DynamoDB's number type holds; a figure outside is kept as text. */
  private static final double LARGEST = 9.9e125;

  private static final double SMALLEST = 1e-130;

  /** In UTF-8, at most: both halves of a pair take four together. */
  private static final int BYTES_A_CHARACTER = 3;

  private FactValues() {}

  static AttributeValue write(Map<String, Value> values) {
    var attributes = HashMap.<String, AttributeValue>newHashMap(values.size());
    values.forEach((field, value) -> attributes.put(field, write(value)));
    return AttributeValue.fromM(attributes);
  }

  static Map<String, Value> read(Map<String, AttributeValue> attributes) {
    var values = new TreeMap<String, Value>();
    attributes.forEach((field, attribute) -> values.put(field, read(attribute)));
    return values;
  }

  /** An upper bound of the bytes that {@link #write(Map)} takes in a table. */
  static int size(Map<String, Value> values) {
    int size = 16;
    for (var entry : values.entrySet()) {
      size += entry.getKey().length() + size(entry.getValue());
    }
    return size;
  }

  private static int size(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.length() * BYTES_A_CHARACTER + 4;
      case Value.Amount _, Value.Flag _, Value.Day _ -> 48;
    };
  }

  private static AttributeValue write(Value value) {
    return switch (value) {
      case Value.Amount(double amount) -> number(amount);
      case Value.Flag(boolean flag) -> AttributeValue.fromBool(flag);
      case Value.Day(LocalDate day) -> tagged("day", day.toString());
      case Value.Text(String text) -> AttributeValue.fromS(text);
    };
  }

  private static AttributeValue number(double amount) {
    double size = Math.abs(amount);
    return size <= LARGEST && (size >= SMALLEST || size == 0)
        // The table has no negative zero.
        ? AttributeValue.fromN(Double.toString(amount + 0.0))
        : tagged("amount", Double.toString(amount));
  }

  private static AttributeValue tagged(String tag, String text) {
    return AttributeValue.fromM(Map.of(tag, AttributeValue.fromS(text)));
  }

  private static Value read(AttributeValue attribute) {
    return switch (attribute.type()) {
      case N -> Value.of(Double.parseDouble(attribute.n()));
      case BOOL -> Value.of(attribute.bool());
      case S -> Value.of(attribute.s());
      case M -> readTagged(attribute.m());
      default -> throw unexpected(attribute);
    };
  }

  private static Value readTagged(Map<String, AttributeValue> tagged) {
    AttributeValue day = tagged.get("day");
    if (day != null) {
      return Value.of(LocalDate.parse(day.s()));
    }
    AttributeValue amount = tagged.get("amount");
    if (amount != null) {
      return Value.of(Double.parseDouble(amount.s()));
    }
    throw unexpected(AttributeValue.fromM(tagged));
  }

  private static IllegalStateException unexpected(AttributeValue attribute) {
    return new IllegalStateException("expected a fact, found an attribute " + attribute.type());
  }
}
