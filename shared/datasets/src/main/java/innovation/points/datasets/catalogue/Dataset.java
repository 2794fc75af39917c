package innovation.points.datasets.catalogue;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the datasets (contract §2).
 *
 * @param id {@code innovation-records}
 * @param ordinal by which stored facts name the dataset; never changed and never given to another
 * @param title in Chinese
 * @param en the title in English
 * @param owner id of the department that uploads it, {@code science}
 * @param form the number of the form, {@code CXJF-02}, by which templates name it
 * @param due until when the files of a year are delivered, in the year after it; empty where
 *     nothing is due because there may be nothing to report
 * @param fields in the order of the catalogue; the first is {@code uscc}
 * @param naturalKey names of the fields that identify a row: {@code uscc} alone, or with the number
 *     of the item
 * @param keyedByYear whether the year of the file is part of the key: the same key in the files of
 *     two years then identifies two items
 * @param shared whether every department may supply it, each for what it deals with
 * @param open whether {@code public} and {@code enterprise} may supply it besides its owner
 * @param consistency the rules between the cells of a row
 * @param plausibility the rules whose violation causes only a warning
 * @param schema the Frictionless Table Schema (JSON) this was read from
 */
public record Dataset(
    String id,
    int ordinal,
    String title,
    String en,
    String owner,
    Shape shape,
    String form,
    Optional<MonthDay> due,
    List<Field> fields,
    List<String> naturalKey,
    boolean keyedByYear,
    boolean shared,
    boolean open,
    List<Consistency> consistency,
    List<Plausibility> plausibility,
    String schema) {

  /** The sources that are no departments. */
  private static final String ROSTER = "enterprises";

  private static final Set<String> NO_DEPARTMENTS = Set.of("public", "enterprise", "bureau");

  public Dataset {
    fields = List.copyOf(fields);
    naturalKey = List.copyOf(naturalKey);
    consistency = List.copyOf(consistency);
    plausibility = List.copyOf(plausibility);
  }

  /** The same, due on another day. */
  public Dataset dueOn(MonthDay day) {
    return new Dataset(
        id,
        ordinal,
        title,
        en,
        owner,
        shape,
        form,
        Optional.of(day),
        fields,
        naturalKey,
        keyedByYear,
        shared,
        open,
        consistency,
        plausibility,
        schema);
  }

  /** Whether a source is a department that delivers it; the source has to be a known one. */
  public boolean isOf(String source) {
    return source.equals(owner) || (shared && !isNoDepartment(source));
  }

  /** Whether a source of files is none of the departments'. */
  public static boolean isNoDepartment(String source) {
    return NO_DEPARTMENTS.contains(source);
  }

  /** Whether it is the roster, which says who is scored and to which all others are compared. */
  public boolean isRoster() {
    return id.equals(ROSTER);
  }

  /** Whether a figure is never more than another one, of which it is a part. */
  public boolean isPart(Field field, Field whole) {
    return consistency.contains(new Consistency.AtMost(field.name(), whole.name()))
        || plausibility.stream()
            .anyMatch(
                rule ->
                    rule instanceof Plausibility.AtMostFigure(String part, String limit, double _)
                        && part.equals(field.name())
                        && limit.equals(whole.name()));
  }

  /** The field with a name, if the dataset has it. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
