package innovation.points.web.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * JSON as the contract has it: records in camelCase, times ISO 8601 with offset, nothing unknown
 * and nothing twice in what is read.
 */
public final class Json {
  private Json() {}

  /** The one mapper; thread-safe, and not made before the first use. */
  public static ObjectMapper mapper() {
    return Holder.MAPPER;
  }

  private static final class Holder {
    static final ObjectMapper MAPPER = make();

    private static ObjectMapper make() {
      JsonMapper mapper =
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
              .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
              .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
              .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
              .addModule(
                  new SimpleModule()
                      .addSerializer(
                          new AsText<>(Instant.class, at -> at.truncatedTo(ChronoUnit.MILLIS)))
                      .addSerializer(
                          new AsText<>(
                              OffsetDateTime.class, at -> at.truncatedTo(ChronoUnit.MILLIS)))
                      .addSerializer(new AsText<>(LocalDate.class, day -> day))
                      .addSerializer(Double.class, new Shortest())
                      .addSerializer(double.class, new Shortest()))
              .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
              .build();
      var text = mapper.coercionConfigFor(LogicalType.Textual);
      text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
      text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
      text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
      return mapper;
    }
  }

  /** A number as people write it: 12 and not 12.0, never with an exponent. */
  private static final class Shortest extends StdSerializer<Double> {
    private static final long serialVersionUID = 1;

    Shortest() {
      super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(shortest(number));
    }
  }

  /** A time in its ISO 8601 form, which is the text the JDK gives it; to the millisecond. */
  private static final class AsText<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient UnaryOperator<T> precision;

    AsText(Class<T> type, UnaryOperator<T> precision) {
      super(type);
      this.precision = precision;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(precision.apply(value).toString());
    }
  }

  /** The shortest form that reads back as the same double, without an exponent. */
  private static String shortest(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
