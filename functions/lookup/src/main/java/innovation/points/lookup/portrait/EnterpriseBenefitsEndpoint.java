package innovation.points.lookup.portrait;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.lookup.bank.Readings;
import innovation.points.lookup.lists.OpenBenefit;
import innovation.points.lookup.lists.TakenBenefits;
import innovation.points.lookup.lists.TakenBenefits.Taken;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.benefit.Benefits;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/enterprises/{uscc}/benefits}: what an enterprise is entitled to by
 * its published result, and since when it has taken it up, by the facts as they are now. A
 * department is told the days of the benefits that it grants.
 */
public final class EnterpriseBenefitsEndpoint implements Calls {

  private final Pointers pointers;
  private final ScoresTable scores;
  private final KnownRulebooks rules;
  private final Readings readings;

  /**
   * A benefit.
   *
   * @param entitled whether its result opens it; otherwise it was taken up all the same
   * @param takenOn the first day; null where it was not taken up, and where that is not told
   */
  record Item(@JsonUnwrapped OpenBenefit benefit, boolean entitled, @Nullable LocalDate takenOn) {}

  /** The answer, in the rulebook's order. */
  record Listing(int year, String generation, String uscc, List<Item> items) {}

  public EnterpriseBenefitsEndpoint(
      Pointers pointers, ScoresTable scores, KnownRulebooks rules, Readings readings) {
    this.pointers = pointers;
    this.scores = scores;
    this.rules = rules;
    this.readings = readings;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/enterprises/{uscc}/benefits", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    Format format = request.lineFormat();
    readings.admit(request, uscc, GrantScope.PROFILE);
    Pointer pointer = pointers.of(year, request);
    ScoreRow row =
        scores
            .row(pointer.generation(), uscc)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("该企业不在 " + year + " 年度的评价名录中")));
    Rulebook rulebook = rules.of(year, Optional.of(pointer));
    List<OpenBenefit> open = OpenBenefit.of(new Benefits(rulebook), row.card(), row.input());
    TakenBenefits taken = TakenBenefits.of(rulebook, scores.draft(year, uscc).orElse(null));
    List<Item> items =
        rulebook.benefits().stream()
            .map(one -> item(one, open, taken, isTold(request.principal(), uscc, one)))
            .filter(one -> one.entitled() || one.takenOn() != null)
            .toList();
    var listing = new Listing(year, pointer.generation(), uscc, items);
    return Response.list(request, format, items, null, listing).with(Caching.NONE);
  }

  private static boolean isTold(Principal caller, String uscc, Benefit benefit) {
    return caller.readsAll()
        || caller.owns(uscc)
        || caller.department().filter(benefit.department().id()::equals).isPresent();
  }

  private static Item item(
      Benefit benefit, List<OpenBenefit> open, TakenBenefits taken, boolean told) {
    OpenBenefit shown = OpenBenefit.of(benefit);
    LocalDate on =
        taken.taken(id -> told && id.equals(benefit.id())).stream()
            .map(Taken::on)
            .findFirst()
            .orElse(null);
    return new Item(shown, open.contains(shown), on);
  }
}
