package innovation.points.store.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Writes a fact's value as the number, flag, day or text it is. */
public final class ValueWriter extends JsonSerializer<Value> {

  static void number(double number, JsonGenerator out) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      out.writeNumber((long) number);
    } else {
      out.writeNumber(BigDecimal.valueOf(number).toPlainString());
    }
  }

  @Override
  public void serialize(Value value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    switch (value) {
      case Value.Amount(double amount) -> number(amount, out);
      case Value.Flag(boolean flag) -> out.writeBoolean(flag);
      case Value.Day(LocalDate day) -> out.writeString(day.toString());
      case Value.Text(String text) -> out.writeString(text);
    }
  }
}
