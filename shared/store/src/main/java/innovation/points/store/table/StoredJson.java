package innovation.points.store.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.person.Person;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The JSON of stored documents: of items of the tables, and of what steps of a run hand on. */
public final class StoredJson {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private StoredJson() {}

  /** The data binder, made on first use: it loads some 300 classes. */
  private static final class Binder {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            // A row written by a newer version must still be read.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(Person.class, PersonJson.class)
            .addModule(
                new SimpleModule()
                    .addSerializer(Double.class, new Numbers())
                    .addSerializer(double.class, new Numbers())
                    .addSerializer(Instant.class, new ToStringSerializer(Instant.class))
                    .addDeserializer(Instant.class, new InstantReader())
                    .addSerializer(LocalDate.class, new ToStringSerializer(LocalDate.class))
                    .addDeserializer(LocalDate.class, new DayReader())
                    .addSerializer(Value.class, new ValueWriter())
                    .addDeserializer(Value.class, new ValueReader()))
            .build();
  }

  /** A person without a department has no such field. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface PersonJson {}

  public static String write(Object document) {
    try {
      return Binder.MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + document.getClass().getSimpleName(), e);
    }
  }

  /** Writes a document to a stream, and closes it. */
  public static void write(OutputStream out, Object document) throws IOException {
    Binder.MAPPER.writeValue(out, document);
  }

  /** Reads a document from a stream, and closes it. */
  public static <T> T read(InputStream in, Class<T> type) throws IOException {
    return Binder.MAPPER.readValue(in, type);
  }

  public static <T> T read(String json, TypeReference<T> type) {
    try {
      return Binder.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a stored " + type.getType().getTypeName(), e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return Binder.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a stored " + type.getSimpleName(), e);
    }
  }

  static <T> List<T> readList(String json, Class<T> type) {
    try {
      return Binder.MAPPER.readerForListOf(type).readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read stored " + type.getSimpleName() + "s", e);
    }
  }

  public static JsonNode tree(String json) {
    try {
      return JsonTree.read(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a stored document", e);
    }
  }

  /** The shortest form that reads back as the same double, without an exponent. */
  public static ValueNode number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? LongNode.valueOf((long) number)
        : DecimalNode.valueOf(BigDecimal.valueOf(number));
  }

  /** Writes what {@link #number(double)} is, without making it. */
  public static void number(JsonGenerator json, double number) throws IOException {
    double size = Math.abs(number);
    if (number == Math.rint(number) && size < 1e15) {
      json.writeNumber((long) number);
    } else if (size >= 1e-3 && size < 1e7) {
      json.writeNumber(number);
    } else {
      json.writeNumber(BigDecimal.valueOf(number));
    }
  }

  /** The number, flag, day or text that a fact's value is. */
  public static ValueNode node(Value value) {
    return switch (value) {
      case Value.Amount(double amount) -> number(amount);
      case Value.Flag(boolean flag) -> BooleanNode.valueOf(flag);
      case Value.Day(LocalDate day) -> TextNode.valueOf(day.toString());
      case Value.Text(String text) -> TextNode.valueOf(text);
    };
  }

  /** Reads what {@link #node} has written. */
  public static Value value(JsonNode node) {
    if (node.isNumber()) {
      return Value.of(node.asDouble());
    }
    if (node.isBoolean()) {
      return Value.of(node.asBoolean());
    }
    String text = node.asText();
    return DAY.matcher(text).matches() ? Value.of(LocalDate.parse(text)) : Value.of(text);
  }

  private static final class Numbers extends JsonSerializer<Double> {
    @Override
    public void serialize(Double number, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      number(number).serialize(out, provider);
    }
  }

  private static final class InstantReader extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Instant.parse(in.getText());
    }
  }

  private static final class DayReader extends JsonDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return LocalDate.parse(in.getText());
    }
  }

  private static final class ValueReader extends JsonDeserializer<Value> {
    @Override
    public Value deserialize(JsonParser in, DeserializationContext context) throws IOException {
      JsonNode node = in.readValueAsTree();
      return value(node);
    }
  }
}
