package innovation.points.datasets.reading.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number format (ECMA-376 §18.8.31) with its sections: one for all figures, or others for those
 * that are negative, zero, or meet a condition.
 */
public final class FormatCode {

  private static final int FIGURES = 3;
  private static final Pattern CONDITION = Pattern.compile("\\[(<=|>=|<>|<|>|=)\\s*(-?[0-9.]+)\\]");
  private static final Pattern SIGNED =
      Pattern.compile("(?i).*([-−－(（]|\\[(red|红色|color ?[0-9]+|颜色 ?[0-9]+)\\]).*");

  private static final Pattern PLACE = Pattern.compile("\\[[^\\]]*\\]|[_*].");
  private static final Pattern MINUS = Pattern.compile("[^0#?]*[-−－(（]");

  /** The same in the programs' Chinese editions. */
  private static final String CHINESE_GENERAL = "G/通用格式";

  public static final FormatCode GENERAL = of("General");

  private record Section(DoublePredicate of, NumberFormat format) {}

  private final List<Section> sections;

  private FormatCode(List<Section> sections) {
    this.sections = sections;
  }

  /** Reads a format as a workbook writes it. */
  public static FormatCode of(String code) {
    if (code.contains(CHINESE_GENERAL)) {
      return of(code.replace(CHINESE_GENERAL, "General"));
    }
    List<String> texts = split(code);
    List<Section> sections = new ArrayList<>();
    boolean conditions = texts.stream().anyMatch(text -> CONDITION.matcher(text).find());
    if (conditions) {
      for (String text : texts) {
        sections.add(new Section(condition(text), NumberFormat.section(code, text, true)));
      }
      return new FormatCode(sections);
    }
    NumberFormat first = positive(code, texts.getFirst());
    if (texts.size() > 2) {
      sections.add(new Section(v -> v == 0, zero(code, texts.get(2))));
    }
    if (texts.size() > 1) {
      sections.add(new Section(v -> v < 0, negative(code, texts.get(1))));
    }
    sections.add(new Section(v -> true, first));
    return new FormatCode(sections);
  }

  /** Zeros that are not shown, or as a dash, are zeros. */
  private static NumberFormat zero(String code, String text) {
    NumberFormat format = NumberFormat.section(code, text, false);
    return format.effect() == NumberFormat.Effect.WORDS && !text.matches(".*[0#?].*")
        ? new NumberFormat(code, NumberFormat.Effect.HIDDEN, format.unit())
        : format;
  }

  /** A minus sign or a bracket before a figure that is not negative shows another figure. */
  private static NumberFormat positive(String code, String text) {
    NumberFormat format = NumberFormat.section(code, text, true);
    boolean signed =
        format.effect() == NumberFormat.Effect.PLAIN
            && MINUS.matcher(PLACE.matcher(text).replaceAll("")).lookingAt();
    return signed ? new NumberFormat(code, NumberFormat.Effect.HIDDEN, "") : format;
  }

  /** The section of negative figures shows their sign only where it says so. */
  private static NumberFormat negative(String code, String text) {
    NumberFormat format = NumberFormat.section(code, text, true);
    boolean unsigned =
        format.effect() == NumberFormat.Effect.PLAIN
            && !SIGNED.matcher(text).matches()
            && !text.toLowerCase(Locale.ROOT).contains("general");
    return unsigned ? new NumberFormat(code, NumberFormat.Effect.HIDDEN, "") : format;
  }

  private static DoublePredicate condition(String text) {
    Matcher m = CONDITION.matcher(text);
    if (!m.find()) {
      return value -> true;
    }
    double limit = CellText.number(m.group(2)).orElse(0.0);
    return switch (m.group(1)) {
      case "<" -> value -> value < limit;
      case "<=" -> value -> value <= limit;
      case ">" -> value -> value > limit;
      case ">=" -> value -> value >= limit;
      case "=" -> value -> value == limit;
      default -> value -> value != limit;
    };
  }

  /** The sections for figures; the fourth is for texts. */
  private static List<String> split(String code) {
    List<String> sections = new ArrayList<>();
    boolean quoted = false;
    boolean bracket = false;
    int start = 0;
    for (int i = 0; i < code.length() && sections.size() < FIGURES; i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '!' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && (c == '[' || c == ']')) {
        bracket = c == '[';
      } else if (c == ';' && !quoted && !bracket) {
        sections.add(code.substring(start, i));
        start = i + 1;
      }
    }
    if (sections.size() < FIGURES) {
      sections.add(code.substring(Math.min(start, code.length())));
    }
    return sections;
  }

  /** Whether every figure is shown as it is. */
  public boolean isPlain() {
    return sections.stream().allMatch(s -> s.format().effect() == NumberFormat.Effect.PLAIN);
  }

  /** How a figure is shown. */
  public NumberFormat of(double value) {
    for (Section section : sections) {
      if (section.of().test(value)) {
        return section.format();
      }
    }
    return sections.getLast().format();
  }
}
