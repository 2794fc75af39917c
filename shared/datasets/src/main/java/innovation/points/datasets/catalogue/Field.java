package innovation.points.datasets.catalogue;

import innovation.points.datasets.reading.sheet.CellText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One column of a dataset, as the catalogue describes it.
 *
 * @param name {@code rdExpense}
 * @param ordinal by which stored facts name the field; never changed and never given to another
 * @param title the 列名, with the unit in brackets where it has one: {@code 研发费用(万元)}
 * @param en the title in English, in the same form
 * @param required whether a file must have the column and every row a value in it
 * @param nonNegative whether negative numbers are refused
 * @param options the values a {@link FieldType#ENUM} may take; empty for every other type
 * @param words the options and other words for them, as {@link #bare} has them, with the option
 *     each stands for
 * @param pattern a regular expression that the whole value must match; empty: none
 * @param unit 万元, 件, 人 …; empty: none
 * @param synonyms other headers under which departments keep the same figure
 * @param access who may know what it holds
 * @param note guidance for clerks, in Chinese; may be empty
 * @param example a fictional value; may be empty
 */
public record Field(
    String name,
    int ordinal,
    String title,
    String en,
    FieldType type,
    boolean required,
    boolean nonNegative,
    List<String> options,
    Map<String, String> words,
    String pattern,
    String unit,
    List<String> synonyms,
    FieldClass access,
    String note,
    String example) {

  private static final Pattern QUOTES = Pattern.compile("[\"'“”‘’「」『』]");

  public Field {
    options = List.copyOf(options);
    words = wordsFor(options, words);
    synonyms = List.copyOf(synonyms);
  }

  private static Map<String, String> wordsFor(List<String> options, Map<String, String> others) {
    var words = new HashMap<>(others);
    words.values().retainAll(options);
    options.forEach(option -> words.put(bare(option), option));
    return Map.copyOf(words);
  }

  /** The option that a text is, or is another word for; empty for any other text. */
  public Optional<String> option(String text) {
    return options.contains(text) ? Optional.of(text) : Optional.ofNullable(words.get(bare(text)));
  }

  /** A word without blanks and quotation marks, which people set as they like. */
  static String bare(String word) {
    return QUOTES.matcher(CellText.compact(word)).replaceAll("");
  }
}
