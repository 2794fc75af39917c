package innovation.points.spreadsheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One cell of a {@link ListTable}. */
public sealed interface TableCell {

  TableCell BLANK = new Blank();

  /** What a CSV file says in the cell. */
  String shown();

  /** Text, never a formula whatever it begins with. */
  record Text(String text) implements TableCell {
    @Override
    public String shown() {
      return text;
    }
  }

  /** A number; shown in the shortest form that reads back as the same, without an exponent. */
  record Figure(double number) implements TableCell {
    @Override
    public String shown() {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
  }

  /** Money; shown with all its decimals, 100000.00. */
  record Amount(BigDecimal amount) implements TableCell {
    @Override
    public String shown() {
      return amount.toPlainString();
    }
  }

  /** Nothing. */
  record Blank() implements TableCell {
    @Override
    public String shown() {
      return "";
    }
  }

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
