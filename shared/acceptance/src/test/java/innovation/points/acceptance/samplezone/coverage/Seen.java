package innovation.points.acceptance.samplezone.coverage;

import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.scoring.ranking.Ranking.Rank;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.Reward;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The result of one enterprise in one year.
 *
 * @param rank null where not ranked
 */
record Seen(
    SampleEnterprise enterprise,
    int year,
    Evaluation evaluation,
    @Nullable Rank rank,
    List<Reward> rewards) {

  String code() {
    return enterprise.uscc;
  }

  /** Id of the stage it was scored in; empty where it was not scored. */
  String stage() {
    return evaluation instanceof Scored scored ? scored.stage() : "";
  }

  boolean scored(Predicate<Scored> what) {
    return evaluation instanceof Scored scored && what.test(scored);
  }

  boolean stage(String id) {
    return scored(scored -> scored.stage().equals(id));
  }

  boolean excludedFor(String... rules) {
    return evaluation instanceof Excluded excluded && excluded.reasons().equals(List.of(rules));
  }

  boolean incompleteFor(String... fields) {
    return evaluation instanceof Incomplete incomplete
        && incomplete.missing().equals(List.of(fields));
  }

  /** The points deducted by a rule of the negative list, 0 or below. */
  boolean deducted(String rule, double points) {
    return scored(
        scored ->
            scored.deductions().stream()
                    .filter(deduction -> deduction.rule().equals(rule))
                    .mapToDouble(Deduction::points)
                    .sum()
                == points);
  }

  boolean bonus(double points) {
    return scored(
        scored -> scored.bonus().stream().mapToDouble(bonus -> bonus.points()).sum() == points);
  }

  /** Whether it has exactly these decay factors, in order. */
  boolean decays(Decay... expected) {
    return scored(
        scored ->
            scored.decay().stream()
                .map(decay -> new Decay(decay.rule(), decay.factor(), ""))
                .toList()
                .equals(List.of(expected)));
  }

  static Decay decay(String rule, double factor) {
    return new Decay(rule, factor, "");
  }

  boolean indicator(String id, Predicate<IndicatorScore> what) {
    return scored(
        scored ->
            scored.indicators().stream()
                .anyMatch(indicator -> indicator.id().equals(id) && what.test(indicator)));
  }

  boolean value(String id, double value) {
    return indicator(
        id, indicator -> indicator.value() != null && Math.abs(indicator.value() - value) < 1e-6);
  }

  boolean missing(String id) {
    return indicator(id, indicator -> indicator.outcome() == Outcome.MISSING);
  }

  boolean baseNotPositive(String id) {
    return indicator(id, indicator -> indicator.outcome() == Outcome.BASE_NOT_POSITIVE);
  }

  /** Whether it is due exactly this reward, in yuan; 0 for none. */
  boolean rewarded(String id, double yuan) {
    return rewards.stream()
            .filter(reward -> reward.reward().equals(id))
            .mapToDouble(reward -> reward.amount().doubleValue())
            .sum()
        == yuan;
  }

  /** The keys of the files that the indicator's value comes from. */
  boolean from(String id, String part) {
    return indicator(
        id,
        indicator ->
            indicator.from().stream().anyMatch(fact -> fact.source().key().contains(part)));
  }

  @Override
  public String toString() {
    String role = enterprise.role.isEmpty() ? "" : " [" + enterprise.role + "]";
    return year + " " + enterprise.uscc + " " + enterprise.name + role;
  }
}
