package innovation.points.recompute.brief;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.store.brief.Brief.Figure;
import innovation.points.store.brief.Brief.Handled;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep.Act;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What was done with questions in quarters. */
record QuestionCounts(List<AskedQuestion> questions) {

  /** In the order of the brief. */
  List<Figure> figures(Quarter quarter) {
    Handled now = handled(quarter);
    Handled before = handled(quarter.before());
    Handled yearBefore = handled(quarter.yearBefore());
    BiFunction<String, ToIntFunction<Handled>, Figure> figure =
        (title, of) ->
            new Figure(title, of.applyAsInt(now), of.applyAsInt(before), of.applyAsInt(yearBefore));
    return List.of(
        figure.apply("受理异议与问题（件）", Handled::asked),
        figure.apply("答复（件）", Handled::answered),
        figure.apply("办结（件）", Handled::closed),
        figure.apply("季末待答复（件）", Handled::waiting),
        figure.apply("季末逾期未答复（件）", Handled::overdue));
  }

  private Handled handled(Quarter quarter) {
    return handled("", questions, quarter);
  }

  /** By kind; of kinds that had any. */
  List<Handled> kinds(Quarter quarter) {
    return rows(
        Stream.of(QuestionKind.values())
            .map(kind -> handled(kind.title(), those(one -> one.about().kind() == kind), quarter)));
  }

  /** By the department that they are with; of departments that had any. */
  List<Handled> departments(Quarter quarter, Catalogue catalogue) {
    return rows(
        catalogue.departments().stream()
            .map(of -> handled(of.name(), those(one -> one.isWith(of.id())), quarter)));
  }

  private static List<Handled> rows(Stream<Handled> all) {
    return all.filter(one -> one.asked() + one.answered() + one.closed() + one.waiting() > 0)
        .toList();
  }

  private List<AskedQuestion> those(Predicate<AskedQuestion> wanted) {
    return questions.stream().filter(wanted).toList();
  }

  /**
   * What had happened by the quarter's end less what had by its beginning; what is closed stays.
   */
  private static Handled handled(String name, List<AskedQuestion> questions, Quarter quarter) {
    LocalDate first = quarter.first();
    LocalDate next = quarter.last().plusDays(1);
    List<AskedQuestion> before = asOf(questions, first);
    List<AskedQuestion> then = asOf(questions, next);
    return new Handled(
        name,
        then.size() - before.size(),
        answers(then) - answers(before),
        closed(then, next) - closed(before, first),
        Math.toIntExact(then.stream().filter(AskedQuestion::waits).count()),
        Math.toIntExact(then.stream().filter(one -> one.overdue(next)).count()));
  }

  /** What they were when a day began. */
  private static List<AskedQuestion> asOf(List<AskedQuestion> questions, LocalDate day) {
    Instant begin = OfficialTime.after(day.minusDays(1));
    return questions.stream().flatMap(one -> one.asOf(begin).stream()).toList();
  }

  private static int answers(List<AskedQuestion> questions) {
    return Math.toIntExact(
        questions.stream()
            .flatMap(one -> one.steps().stream())
            .filter(step -> step.act() == Act.ANSWER)
            .count());
  }

  private static int closed(List<AskedQuestion> questions, LocalDate day) {
    return Math.toIntExact(
        questions.stream().filter(one -> one.state(day, null) == QuestionState.CLOSED).count());
  }
}
