package innovation.points.lookup.portrait;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.lookup.bank.Readings;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.run.Difference;
import innovation.points.store.scores.Reason;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.YearScorer;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/enterprises/{uscc}/shadow}: what another rulebook makes of the same
 * figures (影子评分), beside the zone's own, with the reasons where they part. Nothing is ranked or
 * stored.
 */
public final class ShadowEndpoint implements Calls {
  private final Pointers pointers;
  private final ScoringInputs inputs;
  private final KnownRulebooks rules;
  private final Readings readings;
  private final InstantSource clock;

  /** The answer. */
  @JsonPropertyOrder({"uscc", "year", "own", "shadow", "reasons"})
  record Compared(String uscc, int year, Side own, Side shadow, List<Reason> reasons) {}

  /**
   * What one rulebook makes of the figures.
   *
   * @param stage id; null where it is unknown
   * @param total null unless scored
   */
  @JsonPropertyOrder({
    "rulebook",
    "title",
    "digest",
    "status",
    "stage",
    "stageName",
    "total",
    "categories"
  })
  record Side(
      String rulebook,
      String title,
      String digest,
      String status,
      @Nullable String stage,
      @Nullable String stageName,
      @Nullable Double total,
      @Nullable Map<String, Double> categories) {

    static Side of(Rulebook rulebook, ScoreRow row) {
      String stage = row.card().stage();
      return new Side(
          rulebook.id(),
          rulebook.title(),
          rulebook.digest(),
          row.status().id(),
          stage,
          stage == null ? null : rulebook.stageName(stage),
          row.card().total(),
          row.card().categories());
    }
  }

  public ShadowEndpoint(
      Pointers pointers,
      ScoringInputs inputs,
      KnownRulebooks rules,
      Readings readings,
      InstantSource clock) {
    this.pointers = pointers;
    this.inputs = inputs;
    this.rules = rules;
    this.readings = readings;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/enterprises/{uscc}/shadow", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    String id = parameters.required("rulebook");
    parameters.verify();
    request.format(Format.JSON);
    Rulebook other =
        rules
            .inAnyState(id)
            .map(rulebook -> rulebook.inYear(year))
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("没有这个规则：" + Parameters.shown(id))));
    Rulebook own = rules.of(year, pointers.find(year));
    readings.admit(request, uscc, GrantScope.PROFILE);
    ScoringInput input = inputs.of(year, uscc);
    ScoreRow mine = score(own, input);
    ScoreRow its = score(other, input);
    return Response.ok(
            new Compared(
                uscc,
                year,
                Side.of(own, mine),
                Side.of(other, its),
                new Difference(stage -> name(stage, own, other)).between(mine, its)))
        .with(Caching.NONE);
  }

  private ScoreRow score(Rulebook rulebook, ScoringInput input) {
    return new YearScorer(rulebook, RewardTerms.DEFAULT)
        .score(
            input.year(),
            input.facts(),
            input.deliveries(),
            input.publishedStages(),
            clock.instant())
        .map(YearScorer.Assessed::row)
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("该企业不在 " + input.year() + " 年度的评价名录中")));
  }

  /** As the rulebook calls it that has the stage. */
  private static String name(String stage, Rulebook own, Rulebook other) {
    return own.stage(stage) == null ? other.stageName(stage) : own.stageName(stage);
  }
}
