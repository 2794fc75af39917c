package innovation.points.store.scores;

import innovation.points.scoring.facts.UsedFact;
import innovation.points.scoring.result.Cause;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.Reward;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.store.scores.Detail.Bonus;
import innovation.points.store.scores.Detail.CauseEntry;
import innovation.points.store.scores.Detail.Decay;
import innovation.points.store.scores.Detail.Deduction;
import innovation.points.store.scores.Detail.Exclusion;
import innovation.points.store.scores.Detail.FactUsed;
import innovation.points.store.scores.Detail.Indicator;
import innovation.points.store.scores.Detail.UnknownEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The traces of evaluations as documents. */
final class Traces {

  private static final int DECIMALS = 9;

  private Traces() {}

  static Detail detail(Evaluation evaluation) {
    return switch (evaluation) {
      case Scored scored -> scored(scored);
      case Excluded excluded ->
          new Detail(
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              excluded.exclusions().stream()
                  .map(e -> new Exclusion(e.rule(), e.reason(), facts(e.from())))
                  .toList(),
              List.of(),
              List.of(),
              excluded.unreported(),
              excluded.digest());
      case Incomplete incomplete ->
          new Detail(
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              incomplete.sentences(),
              incomplete.unknown().stream()
                  .map(one -> new UnknownEntry(one.field().id(), causes(one.causes())))
                  .toList(),
              incomplete.unreported(),
              incomplete.digest());
    };
  }

  static RewardEntry reward(Reward reward) {
    return new RewardEntry(reward.reward(), reward.amount(), reward.reason(), facts(reward.from()));
  }

  private static Detail scored(Scored scored) {
    return new Detail(
        scored.coverage(),
        scored.deductions().stream()
            .map(d -> new Deduction(d.rule(), d.points(), d.reason(), facts(d.from())))
            .toList(),
        scored.bonus().stream()
            .map(
                b ->
                    new Bonus(
                        b.rule(), scored.bonusName(b), b.level(), b.points(), facts(b.from())))
            .toList(),
        scored.decay().stream().map(d -> new Decay(d.rule(), d.factor(), d.reason())).toList(),
        scored.indicators().stream().map(Traces::indicator).toList(),
        List.of(),
        List.of(),
        List.of(),
        scored.unreported(),
        scored.digest());
  }

  private static Indicator indicator(IndicatorScore score) {
    int used = score.from().size();
    return new Indicator(
        score.id(),
        score.name(),
        score.unit(),
        shown(score.value()),
        shown(score.points()),
        score.fullPoints(),
        score.outcome().id(),
        score.reason(),
        causes(score.causes()),
        facts(score.from()),
        used > FactUsed.MOST ? used : null);
  }

  private static List<CauseEntry> causes(List<Cause> causes) {
    return causes.stream().map(Traces::cause).toList();
  }

  private static CauseEntry cause(Cause cause) {
    String id = cause.id();
    return switch (cause) {
      case Cause.Undelivered(var dataset, int year) -> of(id, year, dataset);
      case Cause.Unlisted(var dataset, int year) -> of(id, year, dataset);
      case Cause.CountsAsZero(var dataset, int year) -> of(id, year, dataset);
      case Cause.Blank(var field, int year) ->
          new CauseEntry(id, year, null, List.of(field.id()), null, null);
      case Cause.BaseNotPositive(var base, double value) ->
          new CauseEntry(id, base.year(), null, ids(base), shown(value), null);
      case Cause.OtherBase(var base, var other) ->
          new CauseEntry(id, base.year(), null, ids(base), null, ids(other));
    };
  }

  private static CauseEntry of(String id, int year, Dataset dataset) {
    return new CauseEntry(id, year, dataset.id(), null, null, null);
  }

  private static List<String> ids(Cause.Base base) {
    return base.fields().stream().map(Field::id).toList();
  }

  /** Nine decimals: what a division leaves beyond them says nothing, and every byte is stored. */
  private static @Nullable Double shown(@Nullable Double number) {
    return number == null ? null : shown(number.doubleValue());
  }

  private static double shown(double number) {
    return number == Math.rint(number)
        ? number
        : BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static List<FactUsed> facts(List<UsedFact> facts) {
    return facts.stream().limit(FactUsed.MOST).map(Traces::fact).toList();
  }

  private static FactUsed fact(UsedFact fact) {
    return new FactUsed(
        fact.field(),
        fact.value(),
        fact.source().key(),
        fact.source().version(),
        fact.source().row());
  }
}
