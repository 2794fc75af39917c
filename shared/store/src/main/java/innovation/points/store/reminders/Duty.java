package innovation.points.store.reminders;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.store.questions.AskedQuestion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Something that an office owes: a dataset of a year, or answers to questions.
 *
 * @param department who owes it; {@code bureau} of questions that are with no department
 * @param id within that department: {@code dataset/2025/operations}, {@code questions/2026-04-30}
 * @param count of the questions; 1 of a dataset
 * @param title in Chinese; never a figure of an enterprise
 * @param due the last day on which it is in time
 */
record Duty(String department, String id, int count, int year, String title, LocalDate due) {

  private static final String QUESTIONS = "questions/";

  /** So many are named in a mail. */
  private static final int NAMED = 5;

  private static final int WEEK = 7;

  /** The days before the due date of a dataset on which is reminded of it. */
  private static final long[] BEFORE = {14, 3};

  /** A dataset of a year; empty where it is not due. */
  static Optional<Duty> of(Dataset dataset, int year) {
    return dataset
        .due()
        .map(
            day ->
                new Duty(
                    dataset.owner(),
                    "dataset/%d/%s".formatted(year, dataset.id()),
                    1,
                    year,
                    "%d 年度%s".formatted(year, dataset.title()),
                    day.atYear(year + 1)));
  }

  /** Questions that are due on one day. */
  static Duty of(String department, LocalDate due, List<AskedQuestion> questions) {
    String ids =
        questions.stream().limit(NAMED).map(AskedQuestion::id).collect(Collectors.joining("、"));
    return new Duty(
        department,
        QUESTIONS + due,
        questions.size(),
        questions.getFirst().year(),
        "%d 件问题（编号 %s%s）".formatted(questions.size(), ids, questions.size() > NAMED ? " 等" : ""),
        due);
  }

  boolean isQuestions() {
    return id.startsWith(QUESTIONS);
  }

  /**
   * The latest occasion, up to a day, on which is reminded of it: of a dataset 14 and 3 days
   * before, of everything on the due date and each week after it. Empty before the first one. Where
   * the schedule has missed some, only the latest counts: one mail says it all.
   */
  Optional<LocalDate> occasion(LocalDate today) {
    long late = ChronoUnit.DAYS.between(due, today);
    if (late >= 0) {
      return Optional.of(due.plusDays(late / WEEK * WEEK));
    }
    return isQuestions()
        ? Optional.empty()
        : LongStream.of(BEFORE)
            .mapToObj(due::minusDays)
            .filter(day -> !day.isAfter(today))
            .reduce((_, later) -> later);
  }

  /** A line of a mail. */
  String line(LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, due);
    String when =
        left > 0 ? "还有 %d 天".formatted(left) : left == 0 ? "今天到期" : "已逾期 %d 天".formatted(-left);
    return "· %s，%s 截止，%s".formatted(title, due, when);
  }
}
