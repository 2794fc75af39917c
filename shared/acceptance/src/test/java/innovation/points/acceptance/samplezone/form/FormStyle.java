package innovation.points.acceptance.samplezone.form;

import innovation.points.acceptance.samplezone.enterprise.FormColumn;
import innovation.points.scoring.facts.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A department's notation.
 *
 * @param blank what it writes in place of a missing value
 */
public record FormStyle(Headers headers, Dates dates, Numbers numbers, Flags flags, String blank) {

  public static final FormStyle PLAIN =
      new FormStyle(Headers.EXACT, Dates.ISO, Numbers.PLAIN, Flags.YES_NO, "");

  public enum Headers {
    EXACT,
    /** 营业收入（万元）. */
    FULL_WIDTH_BRACKETS,
    /** 营业收入 (万元), and 统一社会信用代码 with a space at the end. */
    SPACED,
    FIELD_NAMES
  }

  public enum Dates {
    ISO("yyyy-MM-dd"),
    SLASHED("yyyy/M/d"),
    CHINESE("yyyy年M月d日"),
    COMPACT("yyyyMMdd");

    final DateTimeFormatter pattern;

    Dates(String pattern) {
      this.pattern = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
  }

  public enum Numbers {
    PLAIN,
    THOUSANDS,
    FULL_WIDTH
  }

  public enum Flags {
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

  public FormStyle headers(Headers other) {
    return new FormStyle(other, dates, numbers, flags, blank);
  }

  public FormStyle dates(Dates other) {
    return new FormStyle(headers, other, numbers, flags, blank);
  }

  public FormStyle numbers(Numbers other) {
    return new FormStyle(headers, dates, other, flags, blank);
  }

  public FormStyle flags(Flags other) {
    return new FormStyle(headers, dates, numbers, other, blank);
  }

  public FormStyle blank(String other) {
    return new FormStyle(headers, dates, numbers, flags, other);
  }

  String header(FormColumn column) {
    return switch (headers) {
      case EXACT -> column.title();
      case FULL_WIDTH_BRACKETS -> column.title().replace('(', '（').replace(')', '）');
      case SPACED -> column.title().replace("(", " (") + " ";
      case FIELD_NAMES -> column.field();
    };
  }

  String cell(FormColumn column, @Nullable Value value) {
    return switch (value) {
      case null -> blank;
      case Value.Text(String text) -> text;
      case Value.Flag(boolean flag) -> flag ? flags.yes : flags.no;
      case Value.Day(LocalDate day) -> dates.pattern.format(day);
      case Value.Amount(double amount) -> number(column, amount);
    };
  }

  private String number(FormColumn column, double amount) {
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
