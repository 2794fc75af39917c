package innovation.points.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.RewardTerms;
import innovation.points.scoring.Rulebook;
import innovation.points.store.scores.Manifest;
import innovation.points.store.scores.Page;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.RewardEntry;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.Run;
import innovation.points.store.scores.Runs;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.Caching;
import innovation.points.web.Cell;
import innovation.points.web.Cursor;
import innovation.points.web.Cursors;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Request;
import innovation.points.web.Response;
import innovation.points.web.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/rewards}: what enterprises are due by 五(四), in yuan; for the bureau,
 * and with {@code uscc} for that enterprise.
 */
final class RewardsEndpoint {
  private static final int BATCH = 500;
  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "奖励", "金额（元）", "依据", "数据来源");

  private final Pointers pointers;
  private final ScoresTable scores;
  private final Runs runs;
  private final Cursors cursors;
  private final Rules rules;

  /**
   * A part of the rewards of a published year.
   *
   * @param terms they were worked out by; for the whole zone only
   * @param totals of the whole year by kind; for the whole zone only
   */
  record Listing(
      int year,
      String generation,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RewardTerms terms,
      @JsonInclude(JsonInclude.Include.NON_NULL) Manifest.@Nullable Rewards totals,
      List<Item> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /** One enterprise's rewards; {@code total} is their sum in yuan. */
  record Item(String uscc, @Nullable String name, BigDecimal total, List<RewardEntry> rewards) {
    static Item of(ScoreRow row) {
      return new Item(row.uscc(), row.card().name(), row.rewardTotal(), row.rewards());
    }
  }

  RewardsEndpoint(Pointers pointers, ScoresTable scores, Runs runs, Cursors cursors, Rules rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.runs = runs;
    this.cursors = cursors;
    this.rules = rules;
  }

  Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    Optional<String> uscc = parameters.queryUscc("uscc");
    OptionalInt limit = parameters.limitIfGiven();
    String list = "rewards/" + year + "?uscc=" + uscc.orElse("");
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Format format = request.format(Format.JSON, Format.CSV, Format.XLSX);
    Pointer pointer = pointers.of(year, request);
    String generation = cursor.map(Cursor::generation).orElse(pointer.generation());
    boolean whole = format != Format.JSON && limit.isEmpty() && cursor.isEmpty();
    String after = cursor.map(Cursor::position).orElse(null);
    Page<ScoreRow> page =
        uscc.isPresent()
            ? one(generation, uscc.get())
            : whole
                ? all(generation)
                : scores.rows(
                    generation, RowFilter.REWARDED, limit.orElse(Parameters.DEFAULT_LIMIT), after);
    String next =
        page.next() == null ? null : cursors.seal(list, new Cursor(generation, page.next()));
    List<Item> items = page.items().stream().map(Item::of).toList();
    Response response =
        format == Format.JSON
            ? Documents.ok(listing(year, generation, uscc.isEmpty(), items, next))
            : Files.page(request, file(pointer, items), format, year + "年度政策奖励", next);
    return response.with(Caching.NONE);
  }

  private Listing listing(
      int year, String generation, boolean zone, List<Item> items, @Nullable String next) {
    Optional<Run> run = zone ? runs.find(year, generation) : Optional.empty();
    return new Listing(
        year,
        generation,
        run.map(known -> known.order().rewards()).orElse(null),
        run.map(Run::manifest).map(Manifest::rewards).orElse(null),
        items,
        next);
  }

  private Page<ScoreRow> one(String generation, String uscc) {
    return new Page<>(
        scores
            .row(generation, uscc)
            .filter(row -> !row.rewards().isEmpty())
            .map(List::of)
            .orElse(List.of()),
        null);
  }

  private Page<ScoreRow> all(String generation) {
    var rows = new ArrayList<ScoreRow>();
    String after = null;
    do {
      Page<ScoreRow> page = scores.rows(generation, RowFilter.REWARDED, BATCH, after);
      rows.addAll(page.items());
      after = page.next();
    } while (after != null);
    return new Page<>(rows, null);
  }

  private Table file(Pointer pointer, List<Item> items) {
    var rows = new ArrayList<List<Cell>>();
    for (Item item : items) {
      for (RewardEntry reward : item.rewards()) {
        rows.add(
            List.of(
                Cell.of(item.uscc()),
                Cell.of(item.name()),
                Cell.of(rewardName(pointer, reward.reward())),
                Cell.of(reward.amount()),
                Cell.of(reward.reason()),
                Cell.of(origins(reward))));
      }
    }
    return new Table(TITLES, rows);
  }

  private static String origins(RewardEntry reward) {
    return String.join(
        "；",
        reward.from().stream()
            .map(fact -> fact.key() + " 第 " + fact.row() + " 行")
            .distinct()
            .toList());
  }

  private String rewardName(Pointer pointer, String id) {
    return rules.named(pointer.rulebook()).stream()
        .flatMap(rulebook -> rulebook.rewards().rules().stream())
        .filter(rule -> rule.id().equals(id))
        .map(Rulebook.RewardRule::name)
        .findFirst()
        .orElse(id);
  }
}
