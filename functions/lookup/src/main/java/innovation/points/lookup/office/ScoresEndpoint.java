package innovation.points.lookup.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.lookup.portrait.Edition;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.RankingFilter;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/scores}: all results of a year with status and reasons, of the draft
 * or of the published generation, for the bureau and the departments.
 */
public final class ScoresEndpoint implements Calls {
  private static final Map<String, ScoreStatus> STATUSES =
      Map.of(
          "scored",
          ScoreStatus.SCORED,
          "excluded",
          ScoreStatus.EXCLUDED,
          "incomplete",
          ScoreStatus.INCOMPLETE);

  private final Pointers pointers;
  private final ScoresTable scores;
  private final Cursors cursors;
  private final KnownRulebooks rules;

  /** A part of the results; {@code generation} is null in a draft. */
  record Listing(
      int year,
      String edition,
      @Nullable String generation,
      List<Item> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /**
   * One result.
   *
   * @param coverage share of the weighted points whose value is known; null unless scored
   */
  record Item(
      @JsonUnwrapped Card card,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable Double coverage,
      Instant evaluatedAt) {
    static Item of(ScoreRow row) {
      return new Item(row.card(), row.industry(), row.cluster(), row.coverage(), row.evaluatedAt());
    }
  }

  public ScoresEndpoint(
      Pointers pointers, ScoresTable scores, Cursors cursors, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.cursors = cursors;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/scores", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    Edition edition = parameters.choice("edition", Edition.NAMES).orElse(Edition.PUBLISHED);
    var ranking = RankingFilter.of(parameters);
    Optional<ScoreStatus> status = parameters.choice("status", STATUSES);
    OptionalInt limit = parameters.limitIfGiven();
    String list = "scores/" + year + "?" + edition + "&" + ranking + "&" + status;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    ranking.checkUnknown(parameters, pointers, rules);
    parameters.verify();
    Format format = request.listFormat();
    String generation =
        switch (edition) {
          case DRAFT -> "";
          case PUBLISHED ->
              cursor.map(Cursor::generation).orElseGet(() -> pointers.of(year).generation());
        };
    var source = new Source(year, generation, filter(ranking, status));
    int size = format.size(limit, Parameters.DEFAULT_LIMIT);
    String start = cursor.map(Cursor::position).orElse(null);
    StoredPage<ScoreRow> page = StoredPage.upTo(size, start, source::page);
    String next = cursors.next(list, generation, page.next());
    return answer(request, format, source, edition, page.items(), next).with(Caching.NONE);
  }

  /** Where rows are read from: the draft where the generation is empty. */
  private final class Source {
    private final int year;
    private final String generation;
    private final RowFilter filter;

    Source(int year, String generation, RowFilter filter) {
      this.year = year;
      this.generation = generation;
      this.filter = filter;
    }

    StoredPage<ScoreRow> page(int limit, @Nullable String after) {
      return generation.isEmpty()
          ? scores.drafts(year, filter, limit, after)
          : scores.rows(generation, filter, limit, after);
    }
  }

  private static RowFilter filter(RankingFilter ranking, Optional<ScoreStatus> status) {
    return new RowFilter(
        status.orElse(null),
        ranking.stage().orElse(null),
        ranking.industry().orElse(null),
        ranking.cluster().orElse(null),
        false);
  }

  private Response answer(
      Request request,
      Format format,
      Source source,
      Edition edition,
      List<ScoreRow> rows,
      @Nullable String next) {
    List<Item> items = rows.stream().map(Item::of).toList();
    if (format == Format.NDJSON) {
      return ListFiles.lines(request, items, next);
    }
    if (format != Format.JSON) {
      String name = source.year + "年度企业创新积分" + (edition == Edition.DRAFT ? "（草稿）" : "");
      return ListFiles.page(request, new ScoresTableFile(rules).of(rows), format, name, next);
    }
    String generation = source.generation.isEmpty() ? null : source.generation;
    return Response.ok(new Listing(source.year, edition.id(), generation, items, next));
  }
}
