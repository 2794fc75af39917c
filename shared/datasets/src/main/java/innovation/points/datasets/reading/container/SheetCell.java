package innovation.points.datasets.reading.container;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** One cell as its file holds it. */
public sealed interface SheetCell {

  /** What a person sees in the cell. */
  String shown();

  /** A text, which is all a CSV can hold. */
  record Text(String text) implements SheetCell {

    /** A cell with nothing in it. */
    static final Text EMPTY = new Text("");

    @Override
    public String shown() {
      return text;
    }
  }

  /** A number of a spreadsheet. */
  record Figure(double value) implements SheetCell {

    /** Spreadsheets keep 15 digits; from here on the last ones are made up. */
    public static final double DIGITS_LOST = 1e15;

    private static final double SHOWN_WHOLE = 1e11;

    @Override
    public String shown() {
      return Math.abs(value) < SHOWN_WHOLE ? plain() : String.format(Locale.ROOT, "%.4E", value);
    }

    /** All digits, without an exponent. */
    public String plain() {
      String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
      return plain.equals("-0") ? "0" : plain;
    }
  }

  /** A number that its spreadsheet shows as a day. */
  record Day(LocalDate day) implements SheetCell {
    @Override
    public String shown() {
      return day.toString();
    }
  }

  /** TRUE or FALSE. */
  record Bool(boolean value) implements SheetCell {
    @Override
    public String shown() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** An error such as {@code #REF!}, or a formula that was never calculated. */
  record Fault(String shown) implements SheetCell {}

  /** Whether a person sees nothing in it. */
  default boolean blank() {
    return this instanceof Text(String text) && text.isBlank();
  }
}
