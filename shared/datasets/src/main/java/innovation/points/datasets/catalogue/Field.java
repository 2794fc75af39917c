package innovation.points.datasets.catalogue;

import java.util.List;

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
    String pattern,
    String unit,
    List<String> synonyms,
    FieldClass access,
    String note,
    String example) {

  public Field {
    options = List.copyOf(options);
    synonyms = List.copyOf(synonyms);
  }
}
