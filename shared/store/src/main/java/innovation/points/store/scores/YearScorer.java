package innovation.points.store.scores;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.Reward;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From an enterprise's facts to its row: the evaluation and the rewards by one rulebook, as the
 * tables keep them. The draft and the yearly run score by this one way. Thread-safe.
 */
public final class YearScorer {

  /** 行业代码: the letter and two digits of the division come first (GB/T 4754-2017). */
  private static final Pattern INDUSTRY = Pattern.compile("[A-T][0-9]{2}.*");

  private static final int DIVISION = 3;

  /**
   * The result of an enterprise on the roster.
   *
   * @param evaluation what the row was made from; it holds the enterprise's facts, so it is not to
   *     be kept
   * @param rewards as in the row, ready to be added up
   */
  public record Assessed(ScoreRow row, Evaluation evaluation, List<Reward> rewards) {

    /** Whether it takes part in the ranking: it is scored, and its coverage suffices. */
    public boolean ranks() {
      return evaluation instanceof Scored scored && scored.ranked();
    }
  }

  private final Rulebook rulebook;
  private final Scorer scorer;
  private final RewardRules rewards;
  private final RewardTerms terms;
  private final boolean named;

  /** Scores for a draft, or for an answer: its rows say by themselves where each fact came from. */
  public YearScorer(Rulebook rulebook, RewardTerms terms) {
    this(rulebook, terms, false);
  }

  private YearScorer(Rulebook rulebook, RewardTerms terms, boolean named) {
    this.rulebook = rulebook;
    this.scorer = new Scorer(rulebook);
    this.rewards = new RewardRules(rulebook);
    this.terms = terms;
    this.named = named;
  }

  /** Scores for a generation: its rows call files by their {@link FileNames}. */
  public static YearScorer ofGeneration(Rulebook rulebook, RewardTerms terms) {
    return new YearScorer(rulebook, terms, true);
  }

  /** Whether the enterprise is an evaluation object of the year (三(一)). */
  public boolean evaluates(int year, EnterpriseFacts facts) {
    return facts.year(year).listed().contains(rulebook.roster().dataset().id());
  }

  /**
   * The row of an enterprise for a year, without generation and rank.
   *
   * @param publishedStages stages of published results by earlier year
   * @param at when it is evaluated
   * @return nothing where it is not on the year's roster
   */
  public Optional<Assessed> score(
      int year,
      EnterpriseFacts facts,
      Deliveries deliveries,
      Map<Integer, String> publishedStages,
      Instant at) {
    if (!evaluates(year, facts)) {
      return Optional.empty();
    }
    Evaluation evaluation = scorer.score(year, facts, deliveries, publishedStages);
    List<Reward> earned = rewards.rewards(year, facts, evaluation, terms);
    YearFacts known = facts.year(year);
    var row =
        ScoreRow.of(
            card(evaluation, text(known, "name")),
            division(text(known, "industry")),
            text(known, "cluster"),
            text(known, "grid"),
            Traces.detail(evaluation),
            earned.stream().map(Traces::reward).toList(),
            at,
            named);
    return Optional.of(new Assessed(row, evaluation, earned));
  }

  private Card card(Evaluation evaluation, @Nullable String name) {
    return switch (evaluation) {
      case Scored scored ->
          new Card(
              scored.uscc(),
              name,
              scored.year(),
              null,
              ScoreStatus.SCORED,
              scored.stage(),
              scored.total(),
              scored.categories(),
              addition(scored),
              null,
              null,
              scored.rulebook(),
              List.of(),
              List.of());
      case Excluded excluded ->
          unscored(evaluation, name, ScoreStatus.EXCLUDED, excluded.stage(), excluded.reasons());
      case Incomplete incomplete ->
          unscored(evaluation, name, ScoreStatus.INCOMPLETE, null, incomplete.missing());
    };
  }

  private Card.Addition addition(Scored scored) {
    Rulebook.Stage stage = Objects.requireNonNull(rulebook.stage(scored.stage()));
    return new Card.Addition(
        stage.weights(),
        scored.weighted(),
        new Card.Adjustments(scored.deducted(), scored.added(), scored.decayFactor()));
  }

  private static Card unscored(
      Evaluation evaluation,
      @Nullable String name,
      ScoreStatus status,
      @Nullable String stage,
      List<String> why) {
    return new Card(
        evaluation.uscc(),
        name,
        evaluation.year(),
        null,
        status,
        stage,
        null,
        null,
        null,
        null,
        null,
        evaluation.rulebook(),
        status == ScoreStatus.EXCLUDED ? why : List.of(),
        status == ScoreStatus.INCOMPLETE ? why : List.of());
  }

  private static @Nullable String text(YearFacts facts, String field) {
    Fact fact = facts.fact(field);
    return fact != null && fact.value() instanceof Value.Text(String text) ? text : null;
  }

  private static @Nullable String division(@Nullable String industry) {
    return industry != null && INDUSTRY.matcher(industry).matches()
        ? industry.substring(0, DIVISION)
        : null;
  }
}
