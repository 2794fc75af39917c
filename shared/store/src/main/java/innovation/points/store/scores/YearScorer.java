package innovation.points.store.scores;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.scoring.plan.Plan;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.ItemClaim;
import innovation.points.scoring.reward.Reward;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.facts.ScoredFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private final FieldsRead reads;

  public YearScorer(Rulebook rulebook, RewardTerms terms) {
    var plan = Plan.of(rulebook);
    this.rulebook = rulebook;
    this.scorer = new Scorer(plan);
    this.reads = plan.reads();
    this.rewards = new RewardRules(rulebook);
    this.terms = terms;
  }

  /** Whether the enterprise is an evaluation object of the year (三(一)). */
  public boolean evaluates(int year, EnterpriseFacts facts) {
    return evaluates(rulebook, year, facts);
  }

  private static boolean evaluates(Rulebook rulebook, int year, EnterpriseFacts facts) {
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
    ScoringInput input =
        Scorer.counted(rulebook, new ScoringInput(year, facts, deliveries, publishedStages));
    Evaluation evaluation = scorer.score(input);
    List<Reward> earned = rewards.rewards(year, input.facts(), evaluation, terms);
    YearFacts known = facts.year(year);
    var row =
        new ScoreRow(
            card(rulebook, evaluation, text(known, "name")),
            new ScoreRow.Listing(
                division(text(known, "industry")),
                text(known, "cluster"),
                text(known, "park"),
                text(known, "grid"),
                evaluation instanceof Scored scored ? scored.coverage() : null),
            rulebook.digest(),
            ScoredFacts.of(input, reads),
            earned.stream().map(Traces::reward).toList(),
            at,
            _ -> Traces.detail(evaluation));
    return Optional.of(new Assessed(row, evaluation, earned));
  }

  /** The items of an enterprise of the roster that pay one enterprise of the zone (rules §9). */
  public Set<ItemClaim> claims(int year, EnterpriseFacts facts) {
    return rewards.claims(year, facts);
  }

  /** The same result where items that several claim pay nobody. */
  public ScoreRow without(ScoreRow row, Set<ItemClaim> contested) {
    List<Reward> left =
        rewards.rewards(
            row.card().year(), row.input().facts(), row.status().id(), terms, contested);
    return row.earning(left.stream().map(Traces::reward).toList());
  }

  /**
   * What would be with other facts; nothing of it is stored, so nothing is made ready to be.
   *
   * @return nothing where it is not on the year's roster
   */
  public static Optional<Supposed> suppose(Rulebook rulebook, ScoringInput input) {
    if (!evaluates(rulebook, input.year(), input.facts())) {
      return Optional.empty();
    }
    Evaluation evaluation = new Scorer(rulebook).score(input);
    String name = text(input.facts().year(input.year()), "name");
    return Optional.of(new Supposed(card(rulebook, evaluation, name), evaluation));
  }

  /** A score by supposed facts. */
  public record Supposed(Card card, Evaluation evaluation) {

    /** Whether it would take part in the ranking. */
    public boolean ranks() {
      return evaluation instanceof Scored scored && scored.ranked();
    }

    /** The profile of a draft, with a rank that it would have. */
    public Profile profile(@Nullable Rank rank) {
      return new Profile(card.withRank(rank), "draft", Traces.detail(evaluation));
    }
  }

  private static Card card(Rulebook rulebook, Evaluation evaluation, @Nullable String name) {
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
              addition(rulebook, scored),
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

  private static Card.Addition addition(Rulebook rulebook, Scored scored) {
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
