package innovation.points.lookup.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.person.Bank;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.grants.Grant;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.grants.Grants;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
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
import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/granted}: the enterprises that have granted the calling bank
 * something, with their published results, as a list or a file.
 */
public final class GrantedEndpoint implements Calls {

  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "授权范围", "授权至", "用途", "阶段", "总分", "总排名", "阶段排名", "阶段家数", "档次");

  private static final Map<GrantScope, String> SCOPES =
      Map.of(GrantScope.CARD, "积分", GrantScope.PROFILE, "画像", GrantScope.HISTORY, "历年结果");

  /** The quarters of a stage by rank, the highest first. */
  private static final String BANDS = "ABCD";

  private final Pointers pointers;
  private final Grants grants;
  private final ScoresTable scores;
  private final Readings readings;
  private final KnownRulebooks rules;
  private final Cursors cursors;
  private final InstantSource clock;

  /** What one grant lets the bank read. */
  record Granted(GrantScope scope, LocalDate until, String purpose) {}

  /**
   * An enterprise; without a published result its name and figures are null.
   *
   * @param band {@code A} to {@code D}: the quarter of its stage that its rank is in
   */
  record Line(
      String uscc,
      @Nullable String name,
      List<Granted> grants,
      @Nullable String stage,
      @Nullable Double total,
      @Nullable Rank rank,
      @Nullable String band) {}

  record Lines(
      int year,
      String generation,
      List<Line> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  public GrantedEndpoint(
      Pointers pointers,
      Grants grants,
      ScoresTable scores,
      Readings readings,
      KnownRulebooks rules,
      Cursors cursors,
      InstantSource clock) {
    this.pointers = pointers;
    this.grants = grants;
    this.scores = scores;
    this.readings = readings;
    this.rules = rules;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/granted", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OptionalInt limit = parameters.limitIfGiven();
    Bank bank = request.principal().bank().orElseThrow();
    String list = "granted/%d/%s".formatted(year, bank.id());
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    Format format = request.listFormat();
    Pointer pointer = pointers.of(year, request);
    int most = Math.min(format.size(limit, Parameters.DEFAULT_LIMIT), Format.MOST_LINES);
    LocalDate today = OfficialTime.day(clock.instant());
    StoredPage<List<Grant>> page =
        StoredPage.upTo(
            most, after, (size, start) -> grants.holding(bank.id(), today, size, start));
    List<String> usccs = page.items().stream().map(held -> held.getFirst().uscc()).toList();
    readings.cards(request, year, usccs);
    var listed = scores.listed(pointer.generation(), usccs);
    List<Line> items =
        page.items().stream()
            .map(
                held ->
                    line(
                        held,
                        Optional.ofNullable(listed.get(held.getFirst().uscc()))
                            .map(ScoresTable.Listed::card)
                            .orElse(null)))
            .toList();
    String next = cursors.next(list, "", page.next());
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Lines(year, pointer.generation(), items, next));
          case NDJSON -> ListFiles.lines(request, items, next);
          case CSV, XLSX ->
              ListFiles.page(
                  request, table(items, pointer), format, "%d年度授权企业积分".formatted(year), next);
        };
    return response.with(Caching.NONE);
  }

  private static Line line(List<Grant> held, @Nullable Card card) {
    List<Granted> granted =
        held.stream()
            .map(grant -> new Granted(grant.scope(), grant.until(), grant.purpose()))
            .toList();
    String uscc = held.getFirst().uscc();
    return card == null
        ? new Line(uscc, null, granted, null, null, null, null)
        : new Line(
            uscc, card.name(), granted, card.stage(), card.total(), card.rank(), band(card.rank()));
  }

  private static @Nullable String band(@Nullable Rank rank) {
    if (rank == null) {
      return null;
    }
    int quarter = BANDS.length() * (rank.stage() - 1) / rank.stageOf();
    return BANDS.substring(quarter, quarter + 1);
  }

  private ListTable table(List<Line> lines, Pointer pointer) {
    return new ListTable(TITLES, lines.stream().map(line -> cells(line, pointer)).toList());
  }

  private List<TableCell> cells(Line line, Pointer pointer) {
    Rank rank = line.rank();
    String stage = line.stage();
    return List.of(
        TableCell.of(line.uscc()),
        TableCell.of(line.name()),
        TableCell.of(
            line.grants().stream()
                .map(one -> SCOPES.getOrDefault(one.scope(), one.scope().id()))
                .collect(Collectors.joining("、"))),
        TableCell.of(
            line.grants().stream()
                .map(one -> one.until().toString())
                .distinct()
                .collect(Collectors.joining("、"))),
        TableCell.of(
            line.grants().stream()
                .map(Granted::purpose)
                .distinct()
                .collect(Collectors.joining("；"))),
        TableCell.of(stage == null ? null : rules.stageName(pointer, stage)),
        TableCell.of(line.total()),
        rank == null ? TableCell.BLANK : TableCell.of(rank.overall()),
        rank == null ? TableCell.BLANK : TableCell.of(rank.stage()),
        rank == null ? TableCell.BLANK : TableCell.of(rank.stageOf()),
        TableCell.of(line.band()));
  }
}
