package innovation.points.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.Deliveries;
import innovation.points.scoring.EnterpriseFacts;
import innovation.points.scoring.RewardTerms;
import innovation.points.scoring.Rulebook;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.Profile;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RankingEntry;
import innovation.points.store.scores.RulebookChoice;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.scores.YearScorer;
import innovation.points.web.Caching;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Principal;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/enterprises/{uscc}/simulations}: the profile as it would be with
 * other figures, from the facts as they are now, by the rules of the year. Nothing is stored. Its
 * rank is the place it would have in the published ranking.
 */
final class SimulationEndpoint {
  private final Pointers pointers;
  private final ScoresTable scores;
  private final FactsTable facts;
  private final Standings standings;
  private final ProfileDocuments documents;
  private final Rules rules;
  private final InstantSource time;

  /** The body: figures by field name. */
  record Supposition(Map<String, JsonNode> changes) {}

  SimulationEndpoint(
      Pointers pointers,
      ScoresTable scores,
      FactsTable facts,
      Standings standings,
      ProfileDocuments documents,
      Rules rules,
      InstantSource time) {
    this.pointers = pointers;
    this.scores = scores;
    this.facts = facts;
    this.standings = standings;
    this.documents = documents;
    this.rules = rules;
    this.time = time;
  }

  Response post(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    request.format(Format.JSON);
    Changes changes = Changes.read(request.body(Supposition.class).changes());
    Optional<Pointer> pointer =
        pointers.all().stream().filter(candidate -> candidate.year() == year).findFirst();
    if (pointer.isEmpty() && request.principal() instanceof Principal.Enterprise) {
      // Before that its figures are the offices' draft.
      throw new ProblemException(Problem.notFound(year + " 年度的结果公布后才能试算"));
    }
    EnterpriseFacts supposed = changes.applyTo(facts.read(uscc), year);
    Deliveries deliveries = facts.zone().deliveries();
    YearScorer.Assessed assessed =
        new YearScorer(rulebook(pointer, year), RewardTerms.DEFAULT)
            .score(year, supposed, deliveries, earlierStages(year, uscc), time.instant())
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("该企业不在 " + year + " 年度的评价名录中")));
    Rank rank =
        assessed.ranks()
            ? pointer.flatMap(published -> rank(assessed.row(), published)).orElse(null)
            : null;
    var profile = ranked(assessed.row().profile(), rank);
    return Documents.ok(documents.of(profile, pointer)).with(Caching.NONE);
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
            rank,
            card.rulebook(),
            card.reasons(),
            card.missing());
    return new Profile(ranked, profile.edition(), profile.detail());
  }

  private Rulebook rulebook(Optional<Pointer> pointer, int year) {
    return pointer
        .flatMap(published -> rules.named(published.rulebook()))
        .or(() -> new RulebookChoice(rules.all()).inEffect(year))
        .orElseThrow(() -> new ProblemException(Problem.notFound(year + " 年度没有可用的评价规则")));
  }

  /** Stages of the published results of earlier years (rules §6). */
  private Map<Integer, String> earlierStages(int year, String uscc) {
    var stages = new HashMap<Integer, String>();
    for (Pointer pointer : pointers.all()) {
      if (pointer.year() < year) {
        scores
            .row(pointer.generation(), uscc)
            .map(row -> row.card().stage())
            .ifPresent(stage -> stages.put(pointer.year(), stage));
      }
    }
    return stages;
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
    for (RankingEntry entry : standings.of(pointer.generation()).entries()) {
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
