package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Consistency;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the values of one row against the dataset's rules between columns. */
final class ConsistencyChecker {

  private final Dataset dataset;
  private final int year;

  /**
   * For files of one year.
   *
   * @param year of the file
   */
  ConsistencyChecker(Dataset dataset, int year) {
    this.dataset = dataset;
    this.year = year;
  }

  /** What is wrong, or nothing; a rule about a value that is missing holds. */
  Optional<String> broken(Consistency rule, Function<String, @Nullable Value> values) {
    return switch (rule) {
      case Consistency.AtMost r -> atMost(r, values);
      case Consistency.OnlyValues r -> onlyValues(r, values);
      case Consistency.OnlyWhere r -> onlyWhere(r, values);
      case Consistency.NotBefore r -> notBefore(r, values);
      case Consistency.After r -> after(r, values);
      case Consistency.Needs r -> needs(r, values);
      case Consistency.EndedByYear r -> endedByYear(r, values);
      case Consistency.YearRange r -> yearRange(r, values);
    };
  }

  private Optional<String> atMost(
      Consistency.AtMost rule, Function<String, @Nullable Value> values) {
    if (values.apply(rule.field()) instanceof Value.Amount(double amount)
        && values.apply(rule.limit()) instanceof Value.Amount(double limit)
        && amount > limit) {
      return Optional.of(
          "%s应不超过%s，这里是 %s 和 %s。"
              .formatted(title(rule.field()), title(rule.limit()), plain(amount), plain(limit)));
    }
    return Optional.empty();
  }

  private Optional<String> onlyValues(
      Consistency.OnlyValues rule, Function<String, @Nullable Value> values) {
    if (isOneOf(values.apply(rule.when()), rule.in())
        && values.apply(rule.field()) instanceof Value.Text(String text)
        && !rule.values().contains(text)) {
      return Optional.of(
          "%s为“%s”时，%s应为“%s”，这里是“%s”。"
              .formatted(
                  title(rule.when()),
                  shown(values.apply(rule.when())),
                  title(rule.field()),
                  String.join("、", rule.values()),
                  text));
    }
    return Optional.empty();
  }

  private Optional<String> onlyWhere(
      Consistency.OnlyWhere rule, Function<String, @Nullable Value> values) {
    Value when = values.apply(rule.when());
    if (values.apply(rule.field()) != null && when != null && !isOneOf(when, rule.in())) {
      return Optional.of(
          "只有%s为“%s”时才填%s，这里%s是“%s”。"
              .formatted(
                  title(rule.when()),
                  String.join("、", rule.in()),
                  title(rule.field()),
                  title(rule.when()),
                  shown(when)));
    }
    return Optional.empty();
  }

  private Optional<String> notBefore(
      Consistency.NotBefore rule, Function<String, @Nullable Value> values) {
    if (values.apply(rule.field()) instanceof Value.Day(LocalDate day)
        && values.apply(rule.earlier()) instanceof Value.Day(LocalDate earlier)
        && day.isBefore(earlier)) {
      return Optional.of(
          "%s应不早于%s，这里是 %s 和 %s。"
              .formatted(title(rule.field()), title(rule.earlier()), day, earlier));
    }
    return Optional.empty();
  }

  private Optional<String> after(Consistency.After rule, Function<String, @Nullable Value> values) {
    if (values.apply(rule.field()) instanceof Value.Day(LocalDate day)
        && values.apply(rule.earlier()) instanceof Value.Day(LocalDate earlier)
        && !day.isAfter(earlier)) {
      return Optional.of(
          "%s应晚于%s，这里是 %s 和 %s。"
              .formatted(title(rule.field()), title(rule.earlier()), day, earlier));
    }
    return Optional.empty();
  }

  private Optional<String> needs(Consistency.Needs rule, Function<String, @Nullable Value> values) {
    if (values.apply(rule.field()) != null && values.apply(rule.other()) == null) {
      return Optional.of(
          "填了%s就应有%s，这里%s是空的。"
              .formatted(title(rule.field()), title(rule.other()), title(rule.other())));
    }
    return Optional.empty();
  }

  private Optional<String> endedByYear(
      Consistency.EndedByYear rule, Function<String, @Nullable Value> values) {
    if (!(values.apply(rule.field()) instanceof Value.Flag(boolean flag)) || !flag) {
      return Optional.empty();
    }
    if (!(values.apply(rule.end()) instanceof Value.Day(LocalDate end))) {
      return Optional.of(
          "%s为“是”时应填%s，这里%s是空的。"
              .formatted(title(rule.field()), title(rule.end()), title(rule.end())));
    }
    return end.isAfter(LocalDate.of(year, 12, 31))
        ? Optional.of(
            "%s为“是”时%s应不晚于 %d-12-31，这里是 %s。"
                .formatted(title(rule.field()), title(rule.end()), year, end))
        : Optional.empty();
  }

  private Optional<String> yearRange(
      Consistency.YearRange rule, Function<String, @Nullable Value> values) {
    if (values.apply(rule.field()) instanceof Value.Amount(double amount)
        && (amount < rule.from() || amount > year)) {
      return Optional.of(
          "%s应为 %d 至 %d 的年份，这里是“%s”。"
              .formatted(title(rule.field()), rule.from(), year, plain(amount)));
    }
    return Optional.empty();
  }

  private static boolean isOneOf(@Nullable Value value, List<String> options) {
    return value instanceof Value.Text(String text) && options.contains(text);
  }

  private String title(String name) {
    return "“" + dataset.field(name).map(Field::title).orElse(name) + "”";
  }

  private static String shown(@Nullable Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }

  private static String plain(double amount) {
    return new SheetCell.Figure(amount).plain();
  }
}
