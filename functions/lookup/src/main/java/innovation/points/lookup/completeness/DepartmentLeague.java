package innovation.points.lookup.completeness;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Department;
import innovation.points.lookup.completeness.Arrivals.Arrival;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Act;
import innovation.points.store.reminders.Reminded;
import innovation.points.store.settings.WorkingDays;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How departments deliver and answer: what they have to deliver for a year and what became of it,
 * the questions about that year that are with them, and a quarter's questions beside the quarter
 * and the year before.
 */
record DepartmentLeague(
    int year, String quarter, Activity zone, List<DepartmentLeague.Standing> items) {

  /**
   * A department's place.
   *
   * @param rowsRefused of all its files of the year
   * @param lastReminded null where it never was
   */
  record Standing(
      int place,
      String department,
      String title,
      Datasets datasets,
      long rowsRefused,
      Asked questions,
      @Nullable Reminder lastReminded,
      Activity quarter) {}

  /**
   * When it was last reminded, of whatever year.
   *
   * @param by the schedule, or who did it by hand
   */
  record Reminder(Instant at, String by, int datasets, int questions) {
    static Reminder of(Reminded reminded) {
      return new Reminder(
          reminded.at(), reminded.by().name(), reminded.datasets(), reminded.questions());
    }
  }

  /**
   * What it has to deliver.
   *
   * @param late that came after the day, or have not come and the day is past
   * @param pending that have not come, and the day is not past
   * @param missing that have not come, whether the day is past or not
   */
  record Datasets(int all, int onTime, int late, int pending, int missing) {}

  /**
   * The questions about the year that are with it.
   *
   * @param open that wait for an answer, the overdue ones too
   * @param shareClosed closed ones among all; null without any
   * @param medianDays working days from when it was asked, or given to the department, to the first
   *     answer; null without any
   */
  record Asked(
      int open,
      int overdue,
      int answered,
      int closed,
      @Nullable Double shareClosed,
      @Nullable Double medianDays) {}

  /** A quarter's questions, whatever year they are about. */
  record Activity(Figure asked, Figure answered, Figure closed) {}

  /**
   * A figure of a quarter.
   *
   * @param onQuarter its change against the quarter before (环比), a share; null where that is 0
   * @param onYear its change against the same quarter of the year before (同比)
   */
  record Figure(
      long value,
      long lastQuarter,
      long lastYear,
      @Nullable Double onQuarter,
      @Nullable Double onYear) {}

  DepartmentLeague {
    items = List.copyOf(items);
  }

  /**
   * The league of a year.
   *
   * @param uploads of that year, whatever became of them
   * @param questions about all years
   * @param reminded when each department last was
   * @param today in official time
   */
  static DepartmentLeague of(
      int year,
      Quarter quarter,
      Catalogue catalogue,
      List<Arrival> arrivals,
      List<UploadRecord> uploads,
      List<AskedQuestion> questions,
      WorkingDays working,
      Map<String, Reminded> reminded,
      LocalDate today) {
    List<Standing> unplaced =
        catalogue.departments().stream()
            .map(
                one ->
                    standing(
                        one,
                        year,
                        quarter,
                        arrivals,
                        uploads,
                        questions,
                        working,
                        reminded.get(one.id()),
                        today))
            .filter(one -> one.datasets().all() > 0 || one.questions().shareClosed() != null)
            .sorted(
                Comparator.comparing(
                        (Standing one) ->
                            -share(one.datasets().onTime(), one.datasets().all()).orElse(1.0))
                    .thenComparing(one -> one.questions().overdue())
                    .thenComparing(
                        one -> -Optional.ofNullable(one.questions().shareClosed()).orElse(1.0)))
            .toList();
    var placed = new ArrayList<Standing>();
    for (Standing one : unplaced) {
      placed.add(
          new Standing(
              placed.size() + 1,
              one.department(),
              one.title(),
              one.datasets(),
              one.rowsRefused(),
              one.questions(),
              one.lastReminded(),
              one.quarter()));
    }
    return new DepartmentLeague(
        year, quarter.toString(), activity(questions, quarter, today), placed);
  }

  private static Standing standing(
      Department department,
      int year,
      Quarter quarter,
      List<Arrival> arrivals,
      List<UploadRecord> uploads,
      List<AskedQuestion> questions,
      WorkingDays working,
      @Nullable Reminded reminded,
      LocalDate today) {
    String id = department.id();
    List<Arrival> own = arrivals.stream().filter(one -> one.owner().equals(id)).toList();
    int late = count(own, Arrival::overdue);
    int onTime = count(own, one -> one.delivered() && !one.overdue());
    long refused =
        uploads.stream()
            .filter(one -> one.path().source().filter(id::equals).isPresent())
            .flatMap(one -> one.counts().stream())
            .mapToLong(UploadRecord.Counts::rejected)
            .sum();
    List<AskedQuestion> with = questions.stream().filter(one -> one.isWith(id)).toList();
    List<AskedQuestion> ofYear = with.stream().filter(one -> one.year() == year).toList();
    int closed = count(ofYear, one -> one.state(today, null) == QuestionState.CLOSED);
    return new Standing(
        0,
        id,
        department.name(),
        new Datasets(
            own.size(),
            onTime,
            late,
            own.size() - onTime - late,
            count(own, one -> !one.delivered())),
        refused,
        new Asked(
            count(ofYear, AskedQuestion::waits),
            count(ofYear, one -> one.overdue(today)),
            count(ofYear, one -> one.state(today, null) == QuestionState.ANSWERED),
            closed,
            share(closed, ofYear.size()).orElse(null),
            median(ofYear.stream().flatMap(one -> days(one, working)).sorted().toList())),
        reminded == null ? null : Reminder.of(reminded),
        activity(with, quarter, today));
  }

  private static <T> int count(List<T> all, Predicate<T> which) {
    return Math.toIntExact(all.stream().filter(which).count());
  }

  private static Optional<Double> share(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
  }

  /** Working days to the first answer; nothing where there is none. */
  private static Stream<Integer> days(AskedQuestion question, WorkingDays working) {
    LocalDate given = OfficialTime.day(question.askedAt());
    for (QuestionStep step : question.steps()) {
      LocalDate day = OfficialTime.day(step.at());
      if (step.act() == Act.ASSIGN) {
        given = day;
      } else if (step.act() == Act.ANSWER) {
        return Stream.of(working.between(given, day));
      }
    }
    return Stream.of();
  }

  private static @Nullable Double median(List<Integer> sorted) {
    int size = sorted.size();
    return size == 0 ? null : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
  }

  private static Activity activity(
      List<AskedQuestion> questions, Quarter quarter, LocalDate today) {
    var days = QuestionDays.of(questions, today);
    return new Activity(
        figure(days.asked(), quarter),
        figure(days.answered(), quarter),
        figure(days.closed(), quarter));
  }

  private static Figure figure(List<LocalDate> days, Quarter quarter) {
    long value = days.stream().filter(quarter::has).count();
    long before = days.stream().filter(quarter.before()::has).count();
    long year = days.stream().filter(quarter.yearBefore()::has).count();
    return new Figure(
        value, before, year, QuestionDays.change(value, before), QuestionDays.change(value, year));
  }
}
