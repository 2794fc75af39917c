package innovation.points.datasets.reading.cell;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.container.CellNumbers;
import innovation.points.datasets.reading.container.CellText;
import innovation.points.datasets.reading.container.SheetCell;
import innovation.points.scoring.facts.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day in any of the forms of contract §1; a time of day behind it is left out. */
final class DateReader {

  private static final String TIME = "(?:[T ] *[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?Z?)?";
  private static final Pattern FORMS =
      Pattern.compile(
          "([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})"
              + "|\\.([0-9]{1,2})\\.([0-9]{1,2})|([0-9]{2})([0-9]{2})"
              + "| ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日)"
              + TIME);
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.0+)?");

  /** Bare day numbers count from 1949-10-01 on: a year such as 2025 is no day of 1905. */
  private static final LocalDate FIRST_SERIAL = LocalDate.of(1949, 10, 1);

  private static final LocalDate LAST_SERIAL = LocalDate.of(2100, 12, 31);
  private static final int FIRST_YEAR = 1800;

  private DateReader() {}

  static Entry read(String title, SheetCell cell, boolean epoch1904) {
    Optional<LocalDate> day =
        switch (cell) {
          case SheetCell.Day(LocalDate d) -> Optional.of(d);
          case SheetCell.Figure(double value) -> figure(value, epoch1904);
          case SheetCell.Text(String text) -> text(CellText.narrow(CellText.trimmed(text)));
          case SheetCell.Bool bool -> Optional.empty();
          case SheetCell.Fault fault -> Optional.empty();
        };
    return day.<Entry>map(d -> Entry.good(Value.of(d)))
        .orElseGet(
            () ->
                Entry.bad(
                    ProblemCode.BAD_DATE,
                    "“%s”应为日期，如 2025-01-31，这里是“%s”。"
                        .formatted(title, FileProblem.shortened(cell.shown()))));
  }

  private static Optional<LocalDate> figure(double value, boolean epoch1904) {
    if (value >= 18_000_101 && value <= 99_991_231 && value == Math.rint(value)) {
      return text(Long.toString((long) value));
    }
    return serial(value, epoch1904);
  }

  private static Optional<LocalDate> serial(double value, boolean epoch1904) {
    return CellNumbers.day(value, epoch1904)
        .filter(day -> !day.isBefore(FIRST_SERIAL) && !day.isAfter(LAST_SERIAL));
  }

  private static Optional<LocalDate> text(String text) {
    if (SERIAL.matcher(text).matches()) {
      return serial(Double.parseDouble(text), false);
    }
    Matcher form = FORMS.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(form.group(1));
    for (int group = 2; group < 12; group += 2) {
      if (form.group(group) != null) {
        return day(year, form.group(group), form.group(group + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(int year, String month, String day) {
    if (year < FIRST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
