package innovation.points.lookup.rulebook;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.library.RulebookComparison;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.plan.Plan;
import innovation.points.scoring.plan.ZoneScores;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.store.publication.Pointer;
import innovation.points.store.rulebook.RulebookKey;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.scores.facts.ZoneFacts;
import innovation.points.store.table.LastUsed;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/trials}: a published year, scored and ranked by the text of a
 * rulebook that somebody is working on, enterprise by enterprise beside what was published. Nothing
 * is stored. Reads a generation once and keeps the last one, so that ranks follow while a value is
 * dragged.
 */
public final class TrialEndpoint implements Calls {
  /** Enterprises of a zone that is tried while somebody waits; a province orders a dry run. */
  private static final int MOST = 10_000;

  private static final int PLACES = 2;

  private final Pointers pointers;
  private final ScoresTable scores;
  private final KnownRulebooks rules;
  private final LastUsed<String, List<ScoreRow>> read = new LastUsed<>(1);

  /**
   * The body.
   *
   * @param text of the rulebook, as its file would be
   */
  record Wanted(String text) {}

  /**
   * What comes of it.
   *
   * @param cases how many are attached to the rulebook
   * @param failing those that do not hold, in words
   * @param differences from the rulebook of the year, in words
   * @param items in the order of the new ranks, then who has none
   */
  record Trial(
      int year,
      String generation,
      String rulebook,
      int cases,
      List<String> failing,
      List<Rulebook.Deviation> differences,
      Moved moved,
      List<Item> items) {}

  /**
   * How the ranks of those move who have one before and after.
   *
   * @param enterprises whose rank is another
   * @param mean places, over all, to two decimals
   * @param most places
   */
  record Moved(int enterprises, double mean, int most) {}

  /** One enterprise. */
  record Item(String uscc, @Nullable String name, Standing before, Standing after) {}

  /**
   * Where it stands; null where there is none.
   *
   * @param rank overall, from 1
   * @param inStage rank within the stage, from 1
   */
  record Standing(
      @Nullable String stage,
      @Nullable Double total,
      @Nullable Integer rank,
      @Nullable Integer inStage) {

    /** Overall or, where the rulebook ranks within stages alone, there. */
    private @Nullable Integer place() {
      return rank == null ? inStage : rank;
    }
  }

  public TrialEndpoint(Pointers pointers, ScoresTable scores, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.ask("/v1/years/{year}/trials", this::post);
  }

  public Response post(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    request.format(Format.JSON);
    Pointer pointer = pointers.of(year, request);
    Rulebook own =
        rules
            .withDigest(pointer.rulebook(), pointer.digest())
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.notFound(year + " 年度所用的评价规则 " + pointer.rulebook() + " 已不可读")));
    RulebookLoader.Tried tried = tried(request.body(Wanted.class).text());
    return Response.ok(trial(pointer, own, tried)).with(Caching.NONE);
  }

  private RulebookLoader.Tried tried(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > RulebookKey.MOST_BYTES) {
      throw new ProblemException(
          Problem.badRequest(
              "body", "/text", "字段 text 最大 %d KiB".formatted(RulebookKey.MOST_BYTES / 1024)));
    }
    try {
      return RulebookLoader.tried("text", text, rules.all());
    } catch (RulebookException e) {
      throw new ProblemException(
          Problem.badRequest(
              e.problems().stream().map(one -> new Problem.Fault("body", "/text", one)).toList()));
    }
  }

  private Trial trial(Pointer pointer, Rulebook own, RulebookLoader.Tried tried) {
    List<ScoreRow> rows = read.get(pointer.generation(), this::rows);
    Rulebook draft = tried.rulebook().inYear(pointer.year());
    Plan plan = Plan.of(draft);
    var facts = new ZoneFacts(plan, pointer.year());
    var again = new ZoneScores(plan);
    rows.forEach(row -> again.add(facts.of(row.facts())));
    again.rank();
    var items = new ArrayList<Item>();
    for (int i = 0; i < rows.size(); i++) {
      Card card = rows.get(i).card();
      items.add(new Item(card.uscc(), card.name(), standing(card), standing(again, i, draft)));
    }
    items.sort(
        Comparator.comparing(
                (Item one) -> one.after().place(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Item::uscc));
    return new Trial(
        pointer.year(),
        pointer.generation(),
        draft.id(),
        tried.cases(),
        tried.differences(),
        RulebookComparison.between(own, tried.rulebook()).items(),
        moved(items),
        items);
  }

  private List<ScoreRow> rows(String generation) {
    var rows = new ArrayList<ScoreRow>();
    scores.forEachRow(
        generation,
        RowFilter.ALL,
        row -> {
          if (rows.size() == MOST) {
            throw new ProblemException(
                Problem.badRequest(
                    "path", "year", "本年度企业超过 %d 家，不能随改随算；请把规则存为草稿后试算".formatted(MOST)));
          }
          rows.add(row);
        });
    return rows;
  }

  private static Standing standing(Card card) {
    Rank rank = card.rank();
    return new Standing(
        card.stage(),
        card.total(),
        rank == null ? null : rank.overall(),
        rank == null ? null : Integer.valueOf(rank.stage()));
  }

  private static Standing standing(ZoneScores again, int number, Rulebook draft) {
    int stage = again.stage(number);
    return new Standing(
        stage < 0 ? null : draft.stages().get(stage).id(),
        stage < 0 ? null : Double.valueOf(again.total(number)),
        draft.ranks().overall() ? place(again.overall(number)) : null,
        place(again.inStage(number)));
  }

  private static @Nullable Integer place(int rank) {
    return rank == 0 ? null : Integer.valueOf(rank);
  }

  private static Moved moved(List<Item> items) {
    int[] shifts =
        items.stream()
            .mapToInt(
                one -> {
                  Integer before = one.before().place();
                  Integer after = one.after().place();
                  return before == null || after == null ? -1 : Math.abs(after - before);
                })
            .filter(shift -> shift >= 0)
            .toArray();
    int moved = 0;
    int most = 0;
    long sum = 0;
    for (int shift : shifts) {
      moved += shift > 0 ? 1 : 0;
      most = Math.max(most, shift);
      sum += shift;
    }
    double mean = shifts.length == 0 ? 0 : (double) sum / shifts.length;
    return new Moved(moved, Rounding.halfEven(mean, PLACES), most);
  }
}
