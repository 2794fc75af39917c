package innovation.points.lookup.portrait;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.lookup.bank.Readings;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.SupposedPlaces;
import innovation.points.scoring.advice.Changes;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
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
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /v1/years/{year}/enterprises/{uscc}/simulations}: the profile as it would be with
 * other figures, from the facts as they are now, by the rules of the year. Nothing is stored. Its
 * rank is the place it would have in the published ranking.
 */
public final class SimulationEndpoint implements Calls {
  private final Pointers pointers;
  private final ScoringInputs inputs;
  private final SupposedPlaces places;
  private final ProfileDocuments documents;
  private final KnownRulebooks rules;
  private final NeedToKnow needToKnow;
  private final Readings readings;

  /** The body: figures by field name, and {@code items} by dataset. */
  record Supposition(Map<String, JsonNode> changes) {}

  public SimulationEndpoint(
      Pointers pointers,
      ScoringInputs inputs,
      SupposedPlaces places,
      ProfileDocuments documents,
      KnownRulebooks rules,
      Readings readings) {
    this.pointers = pointers;
    this.inputs = inputs;
    this.places = places;
    this.documents = documents;
    this.rules = rules;
    this.needToKnow = new NeedToKnow(rules);
    this.readings = readings;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/years/{year}/enterprises/{uscc}/simulations", this::post);
  }

  public Response post(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    request.format(Format.JSON);
    Changes changes = SupposedFigures.read(request.body(Supposition.class).changes());
    Optional<Pointer> pointer = pointers.find(year);
    if (pointer.isEmpty() && !request.principal().isOffice()) {
      // Before that its figures are the offices' draft.
      throw new ProblemException(Problem.notFound(year + " 年度的结果公布后才能试算"));
    }
    readings.admit(request, uscc, GrantScope.PROFILE);
    ScoringInput supposed = changes.applyTo(inputs.of(year, uscc));
    YearScorer.Supposed result =
        YearScorer.suppose(rules.of(year, pointer), supposed)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("该企业不在 " + year + " 年度的评价名录中")));
    Rank rank =
        result.ranks()
            ? pointer.flatMap(published -> rank(result.card(), published)).orElse(null)
            : null;
    var document = documents.of(result.profile(rank), pointer, supposed, supposed);
    return Response.ok(needToKnow.of(document, request.principal())).with(Caching.NONE);
  }

  /** Its place among the others of the published ranking. */
  private Optional<Rank> rank(Card card, Pointer pointer) {
    Double total = card.total();
    String stage = card.stage();
    return total == null || stage == null
        ? Optional.empty()
        : Optional.of(places.of(pointer.generation(), card.uscc(), stage, total));
  }
}
