package innovation.points.recompute.brief;

import innovation.points.store.brief.Brief.Figure;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionStep.Act;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was done with questions in quarters. */
record QuestionCounts(List<AskedQuestion> questions) {

  /** In the order of the brief. */
  List<Figure> figures(Quarter quarter) {
    return List.of(
        FileCounts.figure("受理异议与问题（件）", quarter, this::asked),
        FileCounts.figure("答复（件）", quarter, this::answered),
        FileCounts.figure("季末待答复（件）", quarter, of -> waiting(of.last())));
  }

  private long asked(Quarter quarter) {
    return questions.stream().filter(one -> quarter.has(OfficialTime.day(one.askedAt()))).count();
  }

  private long answered(Quarter quarter) {
    return questions.stream()
        .flatMap(one -> one.steps().stream())
        .filter(step -> step.act() == Act.ANSWER && quarter.has(OfficialTime.day(step.at())))
        .count();
  }

  private long waiting(LocalDate end) {
    Instant after = OfficialTime.after(end);
    return questions.stream().filter(one -> one.waitedBefore(after)).count();
  }
}
