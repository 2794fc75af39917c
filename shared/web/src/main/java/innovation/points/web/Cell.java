package innovation.points.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One cell of a {@link Table}. */
public sealed interface Cell {

  Cell BLANK = new Blank();

  /** Text, never a formula whatever it begins with. */
  record Text(String text) implements Cell {}

  /** A number; shown in its shortest decimal form. */
  record Figure(double number) implements Cell {}

  /** Money; shown with all its decimals, 100000.00. */
  record Amount(BigDecimal amount) implements Cell {}

  record Blank() implements Cell {}

  static Cell of(@Nullable String text) {
    return text == null || text.isEmpty() ? BLANK : new Text(text);
  }

  static Cell of(BigDecimal amount) {
    return new Amount(amount);
  }

  static Cell of(double number) {
    return new Figure(number);
  }

  static Cell of(@Nullable Double number) {
    return number == null ? BLANK : new Figure(number);
  }

  static Cell of(@Nullable Integer number) {
    return number == null ? BLANK : new Figure(number);
  }

  static Cell of(int number) {
    return new Figure(number);
  }
}
