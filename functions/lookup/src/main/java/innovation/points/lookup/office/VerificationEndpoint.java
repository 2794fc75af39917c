package innovation.points.lookup.office;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.plan.Plan;
import innovation.points.scoring.plan.ZoneScores;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.scores.facts.ZoneFacts;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/verification} (复算): a published year computed again from its own
 * rows, by the rulebook of its digest, and compared with what was published. Changes nothing.
 */
public final class VerificationEndpoint implements Calls {
  private static final int MOST = 100;

  private final Pointers pointers;
  private final ScoresTable scores;
  private final KnownRulebooks rules;

  /**
   * What came of it.
   *
   * @param enterprises of the publication
   * @param same how many of them come out as published: status, stage, points of categories, total
   *     and ranks
   * @param differing the others, at most {@link #MOST}
   */
  record Verification(
      int year,
      String generation,
      String rulebook,
      String rulebookDigest,
      int enterprises,
      int same,
      List<Differing> differing) {}

  /** One that does not; a total or rank is null where there is none. */
  record Differing(
      String uscc,
      @Nullable String name,
      @Nullable Double total,
      @Nullable Double totalAgain,
      @Nullable Integer rank,
      @Nullable Integer rankAgain) {}

  public VerificationEndpoint(Pointers pointers, ScoresTable scores, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/verification", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    request.format(Format.JSON);
    Pointer pointer = pointers.of(year, request);
    Rulebook rulebook =
        rules
            .of(pointer)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.notFound(year + " 年度所用的评价规则 " + pointer.rulebook() + " 已不可读")));
    return Response.ok(verify(pointer, rulebook)).with(Caching.NONE);
  }

  private Verification verify(Pointer pointer, Rulebook rulebook) {
    Plan plan = Plan.of(rulebook);
    var facts = new ZoneFacts(plan, pointer.year());
    var again = new ZoneScores(plan);
    var cards = new ArrayList<Card>();
    scores.forEachRow(
        pointer.generation(),
        RowFilter.ALL,
        row -> {
          again.add(facts.of(row.facts()));
          cards.add(row.card());
        });
    again.rank();
    return compared(pointer, rulebook, cards, again);
  }

  private static Verification compared(
      Pointer pointer, Rulebook rulebook, List<Card> cards, ZoneScores again) {
    var differing = new ArrayList<Differing>();
    int same = 0;
    for (int i = 0; i < cards.size(); i++) {
      if (same(cards.get(i), again, i, rulebook)) {
        same++;
      } else if (differing.size() < MOST) {
        differing.add(differing(cards.get(i), again, i));
      }
    }
    return new Verification(
        pointer.year(),
        pointer.generation(),
        rulebook.id(),
        rulebook.digest(),
        cards.size(),
        same,
        List.copyOf(differing));
  }

  private static boolean same(Card card, ZoneScores again, int number, Rulebook rulebook) {
    Rank rank = card.rank();
    Integer overall = rank == null ? Integer.valueOf(0) : rank.overall();
    int inStage = rank == null ? 0 : rank.stage();
    boolean noOther = rank != null && overall == null && !rulebook.ranks().overall();
    if (!(noOther || Objects.equals(overall, again.overall(number)))
        || again.inStage(number) != inStage) {
      return false;
    }
    if (card.status() != ScoreStatus.SCORED) {
      return again.stage(number) < 0;
    }
    return again.stage(number) >= 0
        && rulebook.stages().get(again.stage(number)).id().equals(card.stage())
        && Objects.equals(card.total(), again.total(number))
        && categories(again, number, rulebook).equals(card.categories());
  }

  private static Map<String, Double> categories(ZoneScores again, int number, Rulebook rulebook) {
    var points = new LinkedHashMap<String, Double>();
    for (int c = 0; c < rulebook.categories().size(); c++) {
      points.put(
          rulebook.categories().get(c).id(),
          Rounding.halfEven(again.category(c, number), rulebook.total().places()));
    }
    return points;
  }

  private static Differing differing(Card card, ZoneScores again, int number) {
    Rank rank = card.rank();
    int overall = again.overall(number);
    return new Differing(
        card.uscc(),
        card.name(),
        card.total(),
        again.stage(number) < 0 ? null : Double.valueOf(again.total(number)),
        rank == null ? null : rank.overall(),
        overall == 0 ? null : Integer.valueOf(overall));
  }
}
