package innovation.points.lookup.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.reward.ClaimedTwice;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.payment.ContestedItems;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Run;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.RewardEntry;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/rewards?park=&grid=&qualification=}: what enterprises are due by
 * 五(四), in yuan; for the bureau, and with {@code uscc} for that enterprise.
 */
public final class RewardsEndpoint implements Calls {
  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "奖励", "金额（元）", "依据", "数据来源");

  private final Pointers pointers;
  private final ScoresTable scores;
  private final Runs runs;
  private final Cursors cursors;
  private final KnownRulebooks rules;

  /**
   * A part of the rewards of a published year.
   *
   * @param terms they were worked out by; for the whole zone only
   * @param totals of the whole year by kind; for the whole zone only
   * @param claimedTwice what several enterprises claim, which a payment list pays none of them; on
   *     the first page of the whole zone only
   */
  record Listing(
      int year,
      String generation,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RewardTerms terms,
      @JsonInclude(JsonInclude.Include.NON_NULL) Manifest.@Nullable Rewards totals,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Contested> claimedTwice,
      List<Item> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /**
   * An item that several enterprises claim.
   *
   * @param item a 合同编号
   */
  record Contested(String reward, String item, List<String> usccs) {
    static Contested of(ClaimedTwice one) {
      return new Contested(one.claim().reward(), one.claim().item(), one.usccs());
    }
  }

  /** One enterprise's rewards; {@code total} is their sum in yuan. */
  record Item(String uscc, @Nullable String name, BigDecimal total, List<RewardEntry> rewards) {
    static Item of(ScoreRow row) {
      return new Item(row.uscc(), row.card().name(), row.rewardTotal(), row.rewards());
    }
  }

  public RewardsEndpoint(
      Pointers pointers, ScoresTable scores, Runs runs, Cursors cursors, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.runs = runs;
    this.cursors = cursors;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/rewards", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    Optional<String> uscc = parameters.queryUscc("uscc");
    OptionalInt limit = parameters.limitIfGiven();
    OfficeFilter office = OfficeFilter.of(parameters::several);
    String list = "rewards/%d?uscc=%s&%s".formatted(year, uscc.orElse(""), office);
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Format format = request.listFormat();
    Pointer pointer = pointers.of(year, request);
    String generation = cursor.map(Cursor::generation).orElse(pointer.generation());
    String start = cursor.map(Cursor::position).orElse(null);
    StoredPage<ScoreRow> page =
        uscc.isPresent()
            ? one(generation, uscc.get(), office)
            : StoredPage.upTo(
                format.size(limit, Parameters.DEFAULT_LIMIT),
                start,
                (size, after) -> rows(generation, office, size, after));
    String next = cursors.next(list, generation, page.next());
    List<Item> items = page.items().stream().map(Item::of).toList();
    Response response =
        switch (format) {
          case JSON ->
              Response.ok(
                  listing(
                      year,
                      generation,
                      uscc.isEmpty() && office.isOpen(),
                      uscc.isEmpty() && office.isOpen() && cursor.isEmpty()
                          ? claimedTwice(pointer)
                          : null,
                      items,
                      next));
          case NDJSON -> ListFiles.lines(request, items, next);
          case CSV, XLSX ->
              ListFiles.page(request, file(pointer, items), format, year + "年度政策奖励", next);
        };
    return response.with(Caching.NONE);
  }

  private Listing listing(
      int year,
      String generation,
      boolean zone,
      @Nullable List<Contested> claimedTwice,
      List<Item> items,
      @Nullable String next) {
    Optional<Run> run = zone ? runs.find(year, generation) : Optional.empty();
    return new Listing(
        year,
        generation,
        run.map(known -> known.order().rewards()).orElse(null),
        run.map(Run::manifest).map(Manifest::rewards).orElse(null),
        claimedTwice,
        items,
        next);
  }

  private List<Contested> claimedTwice(Pointer pointer) {
    return rules
        .of(pointer)
        .map(rulebook -> ContestedItems.of(scores, pointer, new RewardRules(rulebook)))
        .orElse(List.of())
        .stream()
        .map(Contested::of)
        .toList();
  }

  private StoredPage<ScoreRow> rows(
      String generation, OfficeFilter office, int size, @Nullable String after) {
    StoredPage<ScoreRow> page = scores.rows(generation, RowFilter.REWARDED, size, after);
    return new StoredPage<>(page.items().stream().filter(office::fits).toList(), page.next());
  }

  private StoredPage<ScoreRow> one(String generation, String uscc, OfficeFilter office) {
    return new StoredPage<>(
        scores
            .row(generation, uscc)
            .filter(row -> !row.rewards().isEmpty() && office.fits(row))
            .map(List::of)
            .orElse(List.of()),
        null);
  }

  private ListTable file(Pointer pointer, List<Item> items) {
    var rows = new ArrayList<List<TableCell>>();
    for (Item item : items) {
      for (RewardEntry reward : item.rewards()) {
        rows.add(
            List.of(
                TableCell.of(item.uscc()),
                TableCell.of(item.name()),
                TableCell.of(rules.rewardName(pointer, reward.reward())),
                TableCell.of(reward.amount()),
                TableCell.of(reward.reason()),
                TableCell.of(origins(reward))));
      }
    }
    return new ListTable(TITLES, rows);
  }

  private static String origins(RewardEntry reward) {
    return String.join(
        "；",
        reward.from().stream()
            .map(fact -> fact.key() + " 第 " + fact.row() + " 行")
            .distinct()
            .toList());
  }
}
