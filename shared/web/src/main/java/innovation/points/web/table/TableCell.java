package innovation.points.web.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One cell of a {@link ListTable}. */
public sealed interface TableCell {

  TableCell BLANK = new Blank();

  /** Text, never a formula whatever it begins with. */
  record Text(String text) implements TableCell {}

  /** A number; shown in its shortest decimal form. */
  record Figure(double number) implements TableCell {}

  /** Money; shown with all its decimals, 100000.00. */
  record Amount(BigDecimal amount) implements TableCell {}

  record Blank() implements TableCell {}

  static TableCell of(@Nullable String text) {
    return text == null || text.isEmpty() ? BLANK : new Text(text);
  }

  static TableCell of(BigDecimal amount) {
    return new Amount(amount);
  }

  static TableCell of(double number) {
    return new Figure(number);
  }

  static TableCell of(@Nullable Double number) {
    return number == null ? BLANK : new Figure(number);
  }

  static TableCell of(@Nullable Integer number) {
    return number == null ? BLANK : new Figure(number);
  }

  static TableCell of(int number) {
    return new Figure(number);
  }
}
