package innovation.points.datasets.reading.sheet;

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
    public static final Text EMPTY = new Text("");

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

  /** A number whose format shows a person something else than is stored. */
  record Formatted(double value, NumberFormat format) implements SheetCell {
    @Override
    public String shown() {
      return format.shown(value);
    }
  }

  /**
   * A number that its spreadsheet shows as a day.
   *
   * @param second of the day, 0 where the cell holds a whole day
   */
  record Day(LocalDate day, int second) implements SheetCell {

    public Day(LocalDate day) {
      this(day, 0);
    }

    @Override
    public String shown() {
      return second == 0
          ? day.toString()
          : "%s %02d:%02d:%02d".formatted(day, second / 3600, second / 60 % 60, second % 60);
    }
  }

  /** TRUE or FALSE. */
  record Bool(boolean value) implements SheetCell {
    @Override
    public String shown() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** An error such as {@code #REF!}. */
  record Fault(String shown) implements SheetCell {}

  /** A formula whose result no program has computed; shown as it is written, {@code =A1*2}. */
  record Uncomputed(String shown) implements SheetCell {}

  /**
   * A cell that a merged area covers.
   *
   * @param cell the value of the whole area
   * @param area {@code B2:B5}
   * @param first whether the file holds the value in this very cell
   */
  record Merged(SheetCell cell, String area, boolean first) implements SheetCell {
    @Override
    public String shown() {
      return cell.shown();
    }
  }

  /** The cell itself, or what is in the merged area that covers it. */
  default SheetCell single() {
    return this instanceof Merged merged ? merged.cell() : this;
  }

  /** Whether a person sees nothing in it. */
  default boolean blank() {
    return single() instanceof Text(String text) && text.isBlank();
  }
}
