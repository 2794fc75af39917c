package innovation.points.datasets.catalogue;

import java.util.List;

/**
 * A rule between the cells of one row, from the schema's {@code x-checks}; code {@code
 * inconsistent}.
 */
public sealed interface Consistency {

  /** The field whose cell is at fault when the rule does not hold. */
  String field();

  /** {@code field <= limit}. */
  record AtMost(String field, String limit) implements Consistency {}

  /** Where {@code when} is one of {@code in}, {@code field} is one of {@code values}. */
  record OnlyValues(String field, List<String> values, String when, List<String> in)
      implements Consistency {
    public OnlyValues {
      values = List.copyOf(values);
      in = List.copyOf(in);
    }
  }

  /** {@code field} is filled only where {@code when} is one of {@code in}. */
  record OnlyWhere(String field, String when, List<String> in) implements Consistency {
    public OnlyWhere {
      in = List.copyOf(in);
    }
  }

  /** The day in {@code field} is the day in {@code earlier} or a later one. */
  record NotBefore(String field, String earlier) implements Consistency {}

  /** The day in {@code field} is later than the day in {@code earlier}. */
  record After(String field, String earlier) implements Consistency {}

  /** {@code field} is filled only where {@code other} is filled. */
  record Needs(String field, String other) implements Consistency {}

  /** Where {@code field} is 是, {@code end} holds a day in the file's year or earlier. */
  record EndedByYear(String field, String end) implements Consistency {}

  /** {@code field} is a year from {@code from} to the file's year. */
  record YearRange(String field, int from) implements Consistency {}
}
