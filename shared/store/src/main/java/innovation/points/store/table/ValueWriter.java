package innovation.points.store.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import innovation.points.scoring.facts.Value;
import java.io.IOException;

/** Writes a fact's value as the number, flag, day or text it is. */
public final class ValueWriter extends JsonSerializer<Value> {

  @Override
  public void serialize(Value value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    StoredJson.node(value).serialize(out, provider);
  }
}
