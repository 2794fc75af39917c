package innovation.points.datasets.reading.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a number format (ECMA-376 §18.8.31) does to a figure besides rounding it.
 *
 * @param code as the file has it: {@code 0!.0,}
 * @param effect what a person sees instead of the stored figure
 * @param unit the words that the format puts beside the figure; may be empty
 */
public record NumberFormat(String code, Effect effect, String unit) {

  /** What a format does. */
  public enum Effect {
    /** Shows the figure, rounded at most. */
    PLAIN,
    /** Shows a day. */
    DAY,
    /** Shows another figure: thousands left out, or a point that is none. */
    SCALED,
    /** Shows a hundredfold and a percent sign. */
    PERCENT,
    /** Writes words beside the figure. */
    WORDS,
    /** Writes ¥ beside the figure. */
    CURRENCY,
    /** Fills up with zeros: 0012345. */
    PADDED,
    /** Shows nothing of the figure, or not its sign. */
    HIDDEN
  }

  private static final Pattern BRACKETED = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^\\]-]*)[^\\]]*\\]");
  private static final Pattern SPACING = Pattern.compile("[_*].");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|[\\\\!](.)");

  /** Hours, minutes, seconds, or a month without its day. */
  private static final Pattern TIME = Pattern.compile("[hms]");

  private static final Pattern ZEROS = Pattern.compile("0{2,}");
  private static final Pattern HARMLESS = Pattern.compile("[\\s¥￥()+\\-—:/,.]*");

  /**
   * Reads one section of a format as a workbook writes it.
   *
   * @param code the whole format, for messages
   * @param figures whether a figure stands in the section, rather than a sign for a zero
   */
  static NumberFormat section(String code, String section, boolean figures) {
    StringBuilder words = new StringBuilder();
    Matcher currency = CURRENCY.matcher(section);
    while (currency.find()) {
      words.append(currency.group(1));
    }
    String bare = SPACING.matcher(BRACKETED.matcher(section).replaceAll("")).replaceAll("");
    Matcher literal = LITERAL.matcher(bare);
    boolean falsePoint = false;
    while (literal.find()) {
      String text = literal.group(1) != null ? literal.group(1) : literal.group(2);
      words.append(text);
      falsePoint |= text.strip().equals(".") && digitBefore(bare, literal.start());
    }
    String rest = LITERAL.matcher(bare).replaceAll("");
    String lower = rest.toLowerCase(java.util.Locale.ROOT);
    boolean general = lower.contains("general");
    if (!general && (lower.contains("y") || lower.contains("d"))) {
      return new NumberFormat(code, Effect.DAY, "");
    }
    if (figures && !general && TIME.matcher(lower).find()) {
      return new NumberFormat(code, Effect.HIDDEN, "");
    }
    String unit = words.append(rest.replaceAll("[0#?.,E+\\-@;a-zA-Z%\\s]", "")).toString().strip();
    if (rest.contains("%") || unit.equals("%") || unit.equals("‰")) {
      return new NumberFormat(code, Effect.PERCENT, "%");
    }
    if (falsePoint || rest.matches(".*[0#?],+(?![0#?]).*")) {
      return new NumberFormat(code, Effect.SCALED, unit);
    }
    if (figures && !general && !rest.matches(".*[0#?@].*")) {
      return new NumberFormat(code, Effect.HIDDEN, unit);
    }
    if (!HARMLESS.matcher(unit).matches()) {
      return new NumberFormat(code, Effect.WORDS, unit);
    }
    if (unit.contains("¥") || unit.contains("￥")) {
      return new NumberFormat(code, Effect.CURRENCY, "¥");
    }
    return new NumberFormat(
        code, ZEROS.matcher(rest.strip()).matches() ? Effect.PADDED : Effect.PLAIN, "");
  }

  private static boolean digitBefore(String format, int end) {
    return end > 0 && "0#?".indexOf(format.charAt(end - 1)) >= 0;
  }

  /** The figure as a text that is not taken for the bare figure, but for a padded number. */
  String shown(double value) {
    String plain = new SheetCell.Figure(value).plain();
    return switch (effect) {
      case PLAIN, DAY -> plain;
      case PADDED -> padded(value);
      case PERCENT ->
          BigDecimal.valueOf(value).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
      case WORDS -> plain + unit;
      case CURRENCY -> unit + plain;
      case SCALED, HIDDEN -> plain + "（格式 " + code + "）";
    };
  }

  /** The whole figure with the zeros that the format puts before it. */
  private String padded(double value) {
    if (value < 0 || value >= 1e15) {
      return new SheetCell.Figure(value).shown();
    }
    String digits = BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
    int width = code.replaceAll("[^0]", "").length();
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
