package innovation.points.store.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes of items, read and written by name. */
public final class Attributes {

  private Attributes() {}

  public static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("expected an attribute " + name + ", found none");
    }
    return value;
  }

  public static String text(Map<String, AttributeValue> item, String name) {
    String text = textOrNull(item, name);
    if (text == null) {
      throw new IllegalStateException("expected a text attribute " + name + ", found none");
    }
    return text;
  }

  public static @Nullable String textOrNull(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  public static void putText(Map<String, AttributeValue> item, String name, @Nullable String text) {
    if (text != null) {
      item.put(name, AttributeValue.fromS(text));
    }
  }
}
