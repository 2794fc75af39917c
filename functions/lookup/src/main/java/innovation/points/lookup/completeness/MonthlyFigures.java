package innovation.points.lookup.completeness;

import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionKind;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the grid and the hotline do, month by month of a calendar year, beside the month and the
 * year before; all questions beside them.
 *
 * @param year of the calendar
 */
record MonthlyFigures(int year, List<MonthlyFigures.Month> items) {

  private static final int MONTHS = 12;

  /**
   * A month of one origin.
   *
   * @param origin {@code grid}, {@code hotline} or {@code all}
   * @param open that wait for an answer at its end, or today
   */
  record Month(
      String month, String origin, Figure asked, Figure answered, Figure closed, Figure open) {}

  /**
   * A figure of a month.
   *
   * @param onMonth its change against the month before (环比), a share; null where that is 0
   * @param onYear its change against the same month of the year before (同比)
   */
  record Figure(
      long value,
      long lastMonth,
      long lastYear,
      @Nullable Double onMonth,
      @Nullable Double onYear) {
    static Figure of(long value, long lastMonth, long lastYear) {
      return new Figure(
          value,
          lastMonth,
          lastYear,
          QuestionDays.change(value, lastMonth),
          QuestionDays.change(value, lastYear));
    }
  }

  MonthlyFigures {
    items = List.copyOf(items);
  }

  /**
   * The months of a year up to the present one.
   *
   * @param questions about all years
   * @param today in official time
   */
  static MonthlyFigures of(int year, List<AskedQuestion> questions, LocalDate today) {
    var items = new ArrayList<Month>();
    for (int number = 1; number <= MONTHS; number++) {
      YearMonth month = YearMonth.of(year, number);
      if (!month.isAfter(YearMonth.from(today))) {
        items.add(month(month, "grid", questions, ofKind(QuestionKind.GRID), today));
        items.add(month(month, "hotline", questions, ofKind(QuestionKind.HOTLINE), today));
        items.add(month(month, "all", questions, _ -> true, today));
      }
    }
    return new MonthlyFigures(year, items);
  }

  private static Predicate<AskedQuestion> ofKind(QuestionKind kind) {
    return question -> question.about().kind() == kind;
  }

  private static Month month(
      YearMonth month,
      String origin,
      List<AskedQuestion> questions,
      Predicate<AskedQuestion> wanted,
      LocalDate today) {
    List<AskedQuestion> all = questions.stream().filter(wanted).toList();
    var days = QuestionDays.of(all, today);
    return new Month(
        month.toString(),
        origin,
        figure(month, days.asked()),
        figure(month, days.answered()),
        figure(month, days.closed()),
        Figure.of(
            open(all, month), open(all, month.minusMonths(1)), open(all, month.minusYears(1))));
  }

  private static Figure figure(YearMonth month, List<LocalDate> days) {
    return Figure.of(
        count(days, month), count(days, month.minusMonths(1)), count(days, month.minusYears(1)));
  }

  private static long count(List<LocalDate> days, YearMonth month) {
    return days.stream().filter(day -> YearMonth.from(day).equals(month)).count();
  }

  /** Those that were asked by the end of a month and waited for an answer then. */
  private static long open(List<AskedQuestion> questions, YearMonth month) {
    Instant after = OfficialTime.after(month.atEndOfMonth());
    return questions.stream()
        .flatMap(one -> one.asOf(after).stream())
        .filter(AskedQuestion::waits)
        .count();
  }

  /** As a file. */
  ListTable table() {
    var titles = new ArrayList<>(List.of("月份", "来源"));
    for (String what : List.of("受理", "答复", "办结", "月末待答复")) {
      titles.addAll(List.of(what, what + "环比(%)", what + "同比(%)"));
    }
    return new ListTable(titles, items.stream().map(MonthlyFigures::row).toList());
  }

  private static List<TableCell> row(Month one) {
    var cells = new ArrayList<TableCell>();
    cells.add(TableCell.of(one.month()));
    cells.add(TableCell.of(title(one.origin())));
    for (Figure figure : List.of(one.asked(), one.answered(), one.closed(), one.open())) {
      cells.add(TableCell.of((double) figure.value()));
      cells.add(QuestionDays.percent(figure.onMonth()));
      cells.add(QuestionDays.percent(figure.onYear()));
    }
    return cells;
  }

  private static String title(String origin) {
    return switch (origin) {
      case "grid" -> "网格走访";
      case "hotline" -> "热线工单";
      default -> "全部问题";
    };
  }
}
