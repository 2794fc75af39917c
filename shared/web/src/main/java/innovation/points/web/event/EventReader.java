package innovation.points.web.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of an event in one pass, field by field. Lambda's own data binding would load
 * seven hundred classes before the first answer of a process.
 *
 * <p>Each method reads the value the reader stands at. A value of another kind than expected, such
 * as null, reads as if it were absent. Not thread-safe.
 */
public final class EventReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;

  private EventReader(JsonParser json) {
    this.json = json;
  }

  /** Takes a field's value; what it does not read is skipped. */
  @FunctionalInterface
  public interface Field {
    void take(String name, EventReader value) throws IOException;
  }

  /** Reads one value. */
  @FunctionalInterface
  public interface Value<T> {
    T read(EventReader value) throws IOException;
  }

  /**
   * Reads an event.
   *
   * @throws IOException where it is no JSON object
   */
  public static void read(InputStream event, Field fields) throws IOException {
    try (JsonParser json = JSON.createParser(event)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("expected an event as a JSON object, found " + json.currentToken());
      }
      new EventReader(json).object(fields);
    }
  }

  /** The fields of an object, in their order. */
  public void object(Field fields) throws IOException {
    if (json.hasToken(JsonToken.START_OBJECT)) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.take(name, this);
        // Skips an object or a list that was not read.
        json.skipChildren();
      }
    }
  }

  /** The items of a list. */
  public <T> List<T> list(Value<T> item) throws IOException {
    var list = new ArrayList<T>();
    if (json.hasToken(JsonToken.START_ARRAY)) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        list.add(item.read(this));
        json.skipChildren();
      }
    }
    return list;
  }

  /** An object whose values are all of one kind. */
  public <T> Map<String, T> map(Value<T> value) throws IOException {
    var map = new LinkedHashMap<String, T>();
    object((name, field) -> map.put(name, value.read(field)));
    return map;
  }

  /** An object of texts; others are left out. */
  public Map<String, String> texts() throws IOException {
    var texts = new LinkedHashMap<String, String>();
    object(
        (name, value) -> {
          String text = value.text();
          if (text != null) {
            texts.put(name, text);
          }
        });
    return texts;
  }

  /** A text; a number or a flag as it is written. */
  public @Nullable String text() throws IOException {
    return json.getValueAsString();
  }

  boolean flag() throws IOException {
    return json.getValueAsBoolean();
  }

  /** A number; null for anything else. */
  public @Nullable Double number() throws IOException {
    return json.currentToken().isNumeric() ? json.getDoubleValue() : null;
  }
}
