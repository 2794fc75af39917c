package innovation.points.desk.questions;

import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestion.About;
import innovation.points.store.questions.PartOfResult;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what is asked about: in the publication, or in the draft. Thread-safe. */
public final class AskedParts {

  private final Publications publications;
  private final ScoresTable scores;
  private final RulebookChoice rulebooks;

  public AskedParts(Publications publications, ScoresTable scores, RulebookChoice rulebooks) {
    this.publications = publications;
    this.scores = scores;
    this.rulebooks = rulebooks;
  }

  /** A result, and what of it is asked about. */
  record Found(ScoreRow row, PartOfResult part) {}

  /**
   * Finds what is asked about.
   *
   * @param office whether an office asks: of figures, it asks about the draft
   * @throws ProblemException 404 or 400 where there is no such result or no such part of it
   */
  Found find(int year, String uscc, QuestionKind kind, @Nullable String id, boolean office) {
    Pointer pointer = publications.of(year).orElse(null);
    if (pointer == null && !office) {
      throw new ProblemException(Problem.notFound("%d 年度没有已公布的积分结果".formatted(year)));
    }
    Optional<ScoreRow> row =
        pointer == null || (office && !kind.ofPublication())
            ? scores.draft(year, uscc)
            : scores.row(pointer.generation(), uscc);
    ScoreRow found =
        row.orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound(
                        office
                            ? "%s 不在 %d 年度的评价名录中".formatted(uscc, year)
                            : "本企业不在 %d 年度的评价名录中".formatted(year))));
    return new Found(
        found, part(found, kind, id).orElseThrow(() -> new ProblemException(noPart(found, kind))));
  }

  /** What stands in the draft; null where it is answered, about no result, or there is no draft. */
  @Nullable PartStanding now(AskedQuestion question) {
    String uscc = question.uscc();
    ScoreRow draft =
        question.waits() && uscc != null && !question.about().kind().ofSystem()
            ? scores.draft(question.year(), uscc).orElse(null)
            : null;
    if (draft == null) {
      return null;
    }
    About about = question.about();
    return part(draft, about.kind(), about.id())
        .map(PartOfResult::standing)
        .orElseGet(() -> PartOfResult.gone(draft));
  }

  private Optional<PartOfResult> part(ScoreRow row, QuestionKind kind, @Nullable String id) {
    return PartOfResult.find(row, stages(row), kind, id);
  }

  private Problem noPart(ScoreRow row, QuestionKind kind) {
    if (kind.ofOffices()) {
      return Problem.badRequest(
          "body", "/about/id", "字段 about.id 不填：%s不针对某一项数据".formatted(kind.title()));
    }
    if (kind.ofFigure()) {
      return Problem.badRequest("body", "/about/id", "字段 about.id 应为数据集中的一个字段（如 rdExpense）");
    }
    String parts =
        PartOfResult.all(row, stages(row)).stream()
            .map(part -> part.about().place())
            .collect(Collectors.joining("、"));
    return Problem.badRequest("body", "/about", "该企业的结果没有这一项，可以提出的有：" + parts);
  }

  private UnaryOperator<String> stages(ScoreRow row) {
    return rulebooks
        .used(row.card().rulebook(), row.digest())
        .<UnaryOperator<String>>map(rules -> rules::stageName)
        .orElse(UnaryOperator.identity());
  }
}
