package innovation.points.lookup.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.lookup.portrait.Edition;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/scores}: all results of a year with status and reasons, of the draft
 * or of the published generation, for the bureau and the departments.
 */
public final class ScoresEndpoint implements Calls {
  private static final Pattern GENERATION = Pattern.compile("[0-9A-Za-z.-]{1,64}");
  private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

  private final Pointers pointers;
  private final Runs runs;
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
      @Nullable String park,
      @Nullable String grid,
      @Nullable Double coverage,
      Instant evaluatedAt) {
    static Item of(ScoreRow row) {
      return new Item(
          row.card(),
          row.industry(),
          row.cluster(),
          row.park(),
          row.grid(),
          row.coverage(),
          row.evaluatedAt());
    }
  }

  public ScoresEndpoint(
      Pointers pointers, Runs runs, ScoresTable scores, Cursors cursors, KnownRulebooks rules) {
    this.pointers = pointers;
    this.runs = runs;
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
    ScoresFilter filter = ScoresFilter.of(parameters);
    Optional<String> named = parameters.text("generation", GENERATION, "一次计算的编号（generation）");
    List<String> usccs = parameters.several("uscc", USCC, "18 位统一社会信用代码（大写）");
    OptionalInt limit = parameters.limitIfGiven();
    String list = "scores/%d?%s&%s&%s&%s".formatted(year, edition, filter, named.orElse(""), usccs);
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    filter.ranking().checkUnknown(parameters, pointers, rules);
    if (named.isPresent() && edition == Edition.DRAFT) {
      parameters.refuse("generation", "空：edition=draft 没有 generation", named.get());
    }
    parameters.verify();
    Format format = request.listFormat();
    String generation =
        named.isPresent() ? any(request, year, named.get()) : edition(edition, year, cursor);
    String shown = named.isPresent() ? "generation" : edition.id();
    var source = new Source(year, generation, filter, usccs);
    int size = format.size(limit, Parameters.DEFAULT_LIMIT);
    String start = cursor.map(Cursor::position).orElse(null);
    StoredPage<ScoreRow> page = StoredPage.upTo(size, start, source::page);
    String next = cursors.next(list, generation, page.next());
    return answer(request, format, source, shown, page.items(), next).with(Caching.NONE);
  }

  /** The generation of an edition; the empty text for the draft. */
  private String edition(Edition edition, int year, Optional<Cursor> cursor) {
    return switch (edition) {
      case DRAFT -> "";
      case PUBLISHED ->
          cursor.map(Cursor::generation).orElseGet(() -> pointers.of(year).generation());
    };
  }

  /** Any complete generation of the year, also one that waits, was refused or superseded. */
  private String any(Request request, int year, String generation) {
    if (!request.principal().readsAll()) {
      throw new ProblemException(Problem.forbidden("参数 generation 仅供经办和审批人员使用"));
    }
    boolean complete =
        runs.find(year, generation)
            .filter(run -> run.publishable() || run.status() == RunStatus.REFUSED)
            .isPresent();
    if (!complete) {
      throw new ProblemException(
          Problem.notFound("%d 年度没有编号为 %s 的完整计算结果".formatted(year, generation)));
    }
    return generation;
  }

  /** Where rows are read from: the draft where the generation is empty. */
  private final class Source {
    private final int year;
    private final String generation;
    private final ScoresFilter filter;
    private final List<String> usccs;

    Source(int year, String generation, ScoresFilter filter, List<String> usccs) {
      this.year = year;
      this.generation = generation;
      this.filter = filter;
      this.usccs = usccs;
    }

    StoredPage<ScoreRow> page(int limit, @Nullable String after) {
      StoredPage<ScoreRow> page = usccs.isEmpty() ? stored(limit, after) : named();
      return new StoredPage<>(page.items().stream().filter(filter::fits).toList(), page.next());
    }

    private StoredPage<ScoreRow> stored(int limit, @Nullable String after) {
      return generation.isEmpty()
          ? scores.drafts(year, filter.stored(), limit, after)
          : scores.rows(generation, filter.stored(), limit, after);
    }

    /** Few enough for one part. */
    private StoredPage<ScoreRow> named() {
      List<ScoreRow> rows =
          generation.isEmpty()
              ? usccs.stream().flatMap(uscc -> scores.draft(year, uscc).stream()).toList()
              : scores.rows(generation, usccs).values().stream()
                  .sorted(Comparator.comparing(ScoreRow::uscc))
                  .toList();
      return new StoredPage<>(rows, null);
    }
  }

  private Response answer(
      Request request,
      Format format,
      Source source,
      String edition,
      List<ScoreRow> rows,
      @Nullable String next) {
    List<Item> items = rows.stream().map(Item::of).toList();
    if (format == Format.NDJSON) {
      return ListFiles.lines(request, items, next);
    }
    if (format != Format.JSON) {
      String name = source.year + "年度企业创新积分" + (source.generation.isEmpty() ? "（草稿）" : "");
      return ListFiles.page(request, new ScoresTableFile(rules).of(rows), format, name, next);
    }
    String generation = source.generation.isEmpty() ? null : source.generation;
    return Response.ok(new Listing(source.year, edition, generation, items, next));
  }
}
