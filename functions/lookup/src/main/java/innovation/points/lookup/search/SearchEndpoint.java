package innovation.points.lookup.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.LoadedRankings;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.Tags;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.LastUsed;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/enterprises?q=}: enterprises of the newest published year (or of {@code year}) by
 * part of their name or code, by pinyin or initials, or with one character wrong.
 */
public final class SearchEndpoint implements Calls {
  /** Rows that are kept, as many as a large zone has: names are looked up while they are typed. */
  private static final int KEPT_ROWS = 8_000;

  private final Pointers pointers;
  private final ScoresTable scores;
  private final LastUsed<Row, ScoresTable.Listed> rows = new LastUsed<>(KEPT_ROWS);
  private final LoadedRankings loaded;
  private final NameSearch names;
  private final Cursors cursors;
  private final PublicView view;

  /**
   * Enterprises found, as in the ranking of that year.
   *
   * @param count how many; left out where not all have been compared yet
   */
  record Found(
      int year,
      String generation,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer count,
      List<PublicEntry> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /** An enterprise in a generation, which never changes. */
  private record Row(String generation, String uscc) {}

  /**
   * Where a page begins.
   *
   * @param part the candidate with which its part of the search begins
   * @param offset among what fits in that part
   */
  private record Start(int part, int offset) {
    static Start of(Cursor cursor) {
      String[] numbers = cursor.position().split(" ", 2);
      return new Start(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    @Override
    public String toString() {
      return part + " " + offset;
    }
  }

  public SearchEndpoint(
      Pointers pointers,
      ScoresTable scores,
      NameIndexes indexes,
      LoadedRankings loaded,
      Cursors cursors,
      PublicView view) {
    this.pointers = pointers;
    this.scores = scores;
    this.loaded = loaded;
    this.names = new NameSearch(indexes, loaded);
    this.cursors = cursors;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/enterprises", this::find);
  }

  public Response find(Request request) {
    Parameters parameters = request.parameters();
    String text = parameters.required("q");
    NameQuery query = NameQuery.of(text);
    if (!text.isEmpty() && query.isBlank()) {
      parameters.refuse("q", "含文字或数字的名称、拼音、首字母或代码", text);
    }
    OptionalInt year = parameters.queryYear("year");
    Format format = request.lineFormat();
    int limit = parameters.limit(format);
    String list = "enterprises?year=" + (year.isPresent() ? year.getAsInt() : "") + "&q=" + text;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Pointer pointer = year.isPresent() ? pointers.of(year.getAsInt(), request) : newest();
    String generation = cursor.map(Cursor::generation).orElse(pointer.generation());
    ETag etag = Tags.of(pointer.year(), generation, view.variant("search-" + format.extension()));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    Start start = cursor.map(Start::of).orElse(new Start(0, 0));
    NameSearch.Part part =
        names.find(generation, query, start.part(), visible(pointer, generation));
    int from = Math.min(start.offset(), part.codes().size());
    int to = Math.min(from + limit, part.codes().size());
    Start next =
        to < part.codes().size()
            ? new Start(start.part(), to)
            : part.next() < 0 ? null : new Start(part.next(), 0);
    Integer count = start.part() == 0 && part.next() < 0 ? part.codes().size() : null;
    List<PublicEntry> items = entries(pointer, generation, part.codes().subList(from, to));
    String further = cursors.next(list, generation, next == null ? null : next.toString());
    return Response.list(
            request,
            format,
            items,
            further,
            new Found(pointer.year(), generation, count, items, further))
        .with(etag)
        .with(Caching.PUBLIC);
  }

  /** Everybody, or who is public where not all are. */
  private Predicate<String> visible(Pointer pointer, String generation) {
    if (view.isWhole()) {
      return _ -> true;
    }
    Set<String> shown =
        view.entries(pointer, loaded.of(generation).entries()).stream()
            .map(PublicEntry::uscc)
            .collect(Collectors.toSet());
    return shown::contains;
  }

  private List<PublicEntry> entries(Pointer pointer, String generation, List<String> codes) {
    Map<String, ScoresTable.Listed> listed = new HashMap<>();
    List<String> unread = new ArrayList<>();
    for (String uscc : codes) {
      rows.known(new Row(generation, uscc))
          .ifPresentOrElse(row -> listed.put(uscc, row), () -> unread.add(uscc));
    }
    if (!unread.isEmpty()) {
      scores
          .listed(generation, unread)
          .forEach(
              (uscc, row) -> {
                rows.keep(new Row(generation, uscc), row);
                listed.put(uscc, row);
              });
    }
    return codes.stream()
        .map(listed::get)
        .filter(Objects::nonNull)
        .flatMap(one -> view.entry(pointer, entry(one)).stream())
        .toList();
  }

  private static RankingEntry entry(ScoresTable.Listed listed) {
    Card card = listed.card();
    Rank rank = Objects.requireNonNull(card.rank(), "a public score has a rank");
    return new RankingEntry(
        new RankingEntry.Place(rank.overall(), rank.stage()),
        card.uscc(),
        card.name(),
        Objects.requireNonNull(card.stage(), "a public score has a stage"),
        listed.industry(),
        listed.cluster(),
        listed.park(),
        Objects.requireNonNull(card.total(), "a public score has a total"));
  }

  private Pointer newest() {
    return pointers.all().stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(Problem.notFound("还没有已公布的积分结果")));
  }
}
