package innovation.points.store.scores;

import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.Scored;
import innovation.points.store.rulebook.StoredRulebooks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Explains stored scores: computes them again from the facts beside them, by the rulebook of their
 * digest. A score that does not come out again is reported, and its stored figures stand.
 * Thread-safe.
 */
public final class Explanations {

  private static final List<String> DIFFERS = List.of("本版本的程序不能复算出这份结果，所存的得分、排名不变；请联系系统管理员核对程序版本");

  private final StoredRulebooks stored;
  private final Consumer<ScoreRow> differs;

  /**
   * @param differs takes each score that does not come out again
   */
  Explanations(StoredRulebooks stored, Consumer<ScoreRow> differs) {
    this.stored = stored;
    this.differs = differs;
  }

  /** The score computed again; empty where it cannot be, or is another. */
  public Optional<Evaluation> again(ScoreRow row) {
    return stored
        .withDigest(row.digest())
        .map(rulebook -> new Scorer(rulebook.inYear(row.card().year())).score(row.input()))
        .filter(evaluation -> same(evaluation, row));
  }

  /** The whole trace of a stored score. */
  public Detail detail(ScoreRow row) {
    Optional<Evaluation> again = again(row);
    if (again.isPresent()) {
      return Traces.detail(again.get());
    }
    differs.accept(row);
    return new Detail(
        row.coverage(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        DIFFERS,
        List.of(),
        List.of(),
        row.digest());
  }

  /** Whether an evaluation is what is stored: status, stage, total and categories. */
  private static boolean same(Evaluation evaluation, ScoreRow row) {
    Card card = row.card();
    return switch (evaluation) {
      case Scored scored ->
          card.status() == ScoreStatus.SCORED
              && scored.stage().equals(card.stage())
              && Objects.equals(scored.total(), card.total())
              && scored.categories().equals(card.categories());
      case Excluded excluded ->
          card.status() == ScoreStatus.EXCLUDED && excluded.reasons().equals(card.reasons());
      case Incomplete incomplete ->
          card.status() == ScoreStatus.INCOMPLETE && incomplete.missing().equals(card.missing());
    };
  }
}
