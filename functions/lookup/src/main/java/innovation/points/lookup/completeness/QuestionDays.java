package innovation.points.lookup.completeness;

import innovation.points.spreadsheet.TableCell;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Act;
import innovation.points.web.time.OfficialTime;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which days something happened to questions, in official time, and how counts of that change
 * from one period to another.
 *
 * @param closed as of the day on which was looked
 */
record QuestionDays(List<LocalDate> asked, List<LocalDate> answered, List<LocalDate> closed) {

  private static final int PERCENT = 100;

  static QuestionDays of(List<AskedQuestion> questions, LocalDate today) {
    return new QuestionDays(
        questions.stream().map(one -> OfficialTime.day(one.askedAt())).toList(),
        questions.stream()
            .flatMap(one -> one.steps().stream())
            .filter(step -> step.act() == Act.ANSWER)
            .map(step -> OfficialTime.day(step.at()))
            .toList(),
        questions.stream()
            .filter(one -> one.state(today, null) == QuestionState.CLOSED)
            .map(one -> closedOn(one.steps().getLast()))
            .toList());
  }

  private static LocalDate closedOn(QuestionStep last) {
    LocalDate until = last.closesOn();
    return until == null ? OfficialTime.day(last.at()) : until.plusDays(1);
  }

  /** As a share of what was before; null where that is 0. */
  static @Nullable Double change(long now, long then) {
    return then == 0 ? null : (double) (now - then) / then;
  }

  /** A share in percent, two decimals. */
  static TableCell percent(@Nullable Double share) {
    return share == null
        ? TableCell.BLANK
        : TableCell.of(Math.round(share * PERCENT * PERCENT) / (double) PERCENT);
  }
}
