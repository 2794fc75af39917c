package innovation.points.lookup.portrait;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import innovation.points.scoring.facts.Value;
import innovation.points.web.http.Json;
import innovation.points.web.route.Response;
import java.io.IOException;
import java.time.LocalDate;

/** Answers that hold facts: a fact's value is written as the number, text or day it is. */
public final class FactDocuments {
  private FactDocuments() {}

  public static Response ok(Object document) {
    return Response.ok(document, mapper());
  }

  static ObjectMapper mapper() {
    return Holder.MAPPER;
  }

  private static final class Holder {
    static final ObjectMapper MAPPER =
        Json.mapper().copy().registerModule(new SimpleModule("facts").addSerializer(new Values()));
  }

  private static final class Values extends StdSerializer<Value> {
    private static final long serialVersionUID = 1;

    Values() {
      super(Value.class);
    }

    @Override
    public void serialize(Value value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      switch (value) {
        case Value.Amount(double amount) -> provider.defaultSerializeValue(amount, json);
        case Value.Flag(boolean flag) -> json.writeBoolean(flag);
        case Value.Day(LocalDate day) -> json.writeString(day.toString());
        case Value.Text(String text) -> json.writeString(text);
      }
    }
  }
}
