package innovation.points.local.sample;

import innovation.points.scoring.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a department writes things down.
 *
 * @param blank what it writes where it has nothing to say
 */
record Style(Headers headers, Dates dates, Numbers numbers, Flags flags, String blank) {

  static final Style PLAIN = new Style(Headers.EXACT, Dates.ISO, Numbers.PLAIN, Flags.YES_NO, "");

  enum Headers {
    EXACT,
    /** 营业收入（万元）. */
    FULL_WIDTH_BRACKETS,
    /** 营业收入 (万元), and 统一社会信用代码 with a space at the end. */
    SPACED,
    FIELD_NAMES
  }

  enum Dates {
    ISO("yyyy-MM-dd"),
    SLASHED("yyyy/M/d"),
    CHINESE("yyyy年M月d日"),
    COMPACT("yyyyMMdd");

    final DateTimeFormatter pattern;

    Dates(String pattern) {
      this.pattern = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
  }

  enum Numbers {
    PLAIN,
    THOUSANDS,
    FULL_WIDTH
  }

  enum Flags {
    YES_NO("是", "否"),
    ONE_ZERO("1", "0"),
    TRUE_FALSE("TRUE", "FALSE");

    final String yes;
    final String no;

    Flags(String yes, String no) {
      this.yes = yes;
      this.no = no;
    }
  }

  Style headers(Headers other) {
    return new Style(other, dates, numbers, flags, blank);
  }

  Style dates(Dates other) {
    return new Style(headers, other, numbers, flags, blank);
  }

  Style numbers(Numbers other) {
    return new Style(headers, dates, other, flags, blank);
  }

  Style flags(Flags other) {
    return new Style(headers, dates, numbers, other, blank);
  }

  Style blank(String other) {
    return new Style(headers, dates, numbers, flags, other);
  }

  String header(Column column) {
    return switch (headers) {
      case EXACT -> column.title();
      case FULL_WIDTH_BRACKETS -> column.title().replace('(', '（').replace(')', '）');
      case SPACED -> column.title().replace("(", " (") + " ";
      case FIELD_NAMES -> column.field();
    };
  }

  String cell(Column column, @Nullable Value value) {
    return switch (value) {
      case null -> blank;
      case Value.Text(String text) -> text;
      case Value.Flag(boolean flag) -> flag ? flags.yes : flags.no;
      case Value.Day(LocalDate day) -> dates.pattern.format(day);
      case Value.Amount(double amount) -> number(column, amount);
    };
  }

  private String number(Column column, double amount) {
    var decimal = new BigDecimal(Double.toString(amount));
    decimal =
        column.decimals() > 0
            ? decimal.setScale(column.decimals(), RoundingMode.UNNECESSARY)
            : new BigDecimal(decimal.stripTrailingZeros().toPlainString());
    return switch (numbers) {
      case PLAIN -> decimal.toPlainString();
      case THOUSANDS -> ("%,." + decimal.scale() + "f").formatted(decimal);
      case FULL_WIDTH -> fullWidth(decimal.toPlainString());
    };
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
