package innovation.points.lookup.portrait;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.LoadedRankings;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.advice.Changes;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Profile;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.YearScorer;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/enterprises/{uscc}/simulations}: the profile as it would be with
 * other figures, from the facts as they are now, by the rules of the year. Nothing is stored. Its
 * rank is the place it would have in the published ranking.
 */
public final class SimulationEndpoint {
  private final Pointers pointers;
  private final ScoringInputs inputs;
  private final LoadedRankings loaded;
  private final ProfileDocuments documents;
  private final KnownRulebooks rules;
  private final NeedToKnow needToKnow;
  private final AuditTrail trail;
  private final InstantSource time;

  /** The body: figures by field name, and {@code items} by dataset. */
  record Supposition(Map<String, JsonNode> changes) {}

  public SimulationEndpoint(
      Pointers pointers,
      ScoringInputs inputs,
      LoadedRankings loaded,
      ProfileDocuments documents,
      KnownRulebooks rules,
      AuditTrail trail,
      InstantSource time) {
    this.pointers = pointers;
    this.inputs = inputs;
    this.loaded = loaded;
    this.documents = documents;
    this.rules = rules;
    this.needToKnow = new NeedToKnow(rules);
    this.trail = trail;
    this.time = time;
  }

  public Response post(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    request.format(Format.JSON);
    Changes changes = SupposedFigures.read(request.body(Supposition.class).changes());
    Optional<Pointer> pointer =
        pointers.all().stream().filter(candidate -> candidate.year() == year).findFirst();
    if (pointer.isEmpty() && !request.principal().isOffice()) {
      // Before that its figures are the offices' draft.
      throw new ProblemException(Problem.notFound(year + " 年度的结果公布后才能试算"));
    }
    Readings.record(trail, request, uscc);
    ScoringInput now = inputs.of(year, uscc);
    var supposed =
        new ScoringInput(
            year, changes.applyTo(now.facts(), year), now.deliveries(), now.publishedStages());
    YearScorer.Assessed assessed =
        new YearScorer(rulebook(pointer, year), RewardTerms.DEFAULT)
            .score(
                year,
                supposed.facts(),
                supposed.deliveries(),
                supposed.publishedStages(),
                time.instant())
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("该企业不在 " + year + " 年度的评价名录中")));
    Rank rank =
        assessed.ranks()
            ? pointer.flatMap(published -> rank(assessed.row(), published)).orElse(null)
            : null;
    var profile = ranked(assessed.row().profile(), rank);
    var document = documents.of(profile, pointer, supposed);
    return Response.ok(needToKnow.of(document, request.principal())).with(Caching.NONE);
  }

  private static Profile ranked(Profile profile, @Nullable Rank rank) {
    Card card = profile.card();
    var ranked =
        new Card(
            card.uscc(),
            card.name(),
            card.year(),
            card.generation(),
            card.status(),
            card.stage(),
            card.total(),
            card.categories(),
            card.addition(),
            card.before(),
            rank,
            card.rulebook(),
            card.reasons(),
            card.missing());
    return new Profile(ranked, profile.edition(), profile.detail());
  }

  private Rulebook rulebook(Optional<Pointer> pointer, int year) {
    return pointer
        .flatMap(rules::of)
        .or(() -> new RulebookChoice(rules.all()).inEffect(year))
        .orElseThrow(() -> new ProblemException(Problem.notFound(year + " 年度没有可用的评价规则")));
  }

  /** Its place among the others of the published ranking. */
  private Optional<Rank> rank(ScoreRow row, Pointer pointer) {
    Card card = row.card();
    Double total = card.total();
    if (total == null) {
      return Optional.empty();
    }
    int better = 0;
    int betterInStage = 0;
    int others = 0;
    int othersInStage = 0;
    for (RankingEntry entry : loaded.of(pointer.generation()).entries()) {
      if (!entry.uscc().equals(row.uscc())) {
        boolean sameStage = Objects.equals(entry.stage(), card.stage());
        boolean isBetter = entry.total() > total;
        others++;
        othersInStage += sameStage ? 1 : 0;
        better += isBetter ? 1 : 0;
        betterInStage += sameStage && isBetter ? 1 : 0;
      }
    }
    return Optional.of(new Rank(better + 1, others + 1, betterInStage + 1, othersInStage + 1));
  }
}
