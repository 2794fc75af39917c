package innovation.points.lookup.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.EntriesTable;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.PublishedEntries;
import innovation.points.lookup.publication.Tags;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/enterprises?q=}: enterprises of the newest published year (or of {@code year}) by
 * part of their name or code, by pinyin or initials, or with one character wrong.
 */
public final class SearchEndpoint implements Calls {
  private final Pointers pointers;
  private final PublishedEntries entries;
  private final NameSearch names;
  private final Cursors cursors;
  private final KnownRulebooks rules;
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

  /**
   * What was taken from a part of the search.
   *
   * @param next where it goes on; null at its end
   * @param count of all that were found; null where that is not known
   */
  private record Taken(List<String> codes, @Nullable Start next, @Nullable Integer count) {}

  public SearchEndpoint(
      Pointers pointers,
      PublishedEntries entries,
      NameIndexes indexes,
      Cursors cursors,
      KnownRulebooks rules,
      PublicView view) {
    this.pointers = pointers;
    this.entries = entries;
    this.names = new NameSearch(indexes);
    this.cursors = cursors;
    this.rules = rules;
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
    Format format = request.listFormat();
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
    Taken taken = take(pointer, generation, query, start, limit);
    var items = new ArrayList<>(shown(pointer, generation, taken.codes()));
    // A page may be short; a file has all.
    while (format != Format.JSON && taken.next() != null && items.size() < limit) {
      taken = take(pointer, generation, query, taken.next(), limit - items.size());
      items.addAll(shown(pointer, generation, taken.codes()));
    }
    Start next = taken.next();
    String further = cursors.next(list, generation, next == null ? null : next.toString());
    Response response =
        switch (format) {
          case JSON ->
              Response.ok(new Found(pointer.year(), generation, taken.count(), items, further));
          case NDJSON -> ListFiles.lines(request, items, further);
          case CSV, XLSX ->
              ListFiles.page(
                  request,
                  EntriesTable.of(items, pointer, rules),
                  format,
                  pointer.year() + "年度查找结果",
                  further);
        };
    return response.with(etag).with(Caching.PUBLIC);
  }

  /** Takes at most so many from one part of the search. */
  private Taken take(Pointer pointer, String generation, NameQuery query, Start start, int limit) {
    NameSearch.Part part =
        names.find(generation, query, start.part(), some -> visible(pointer, generation, some));
    int size = part.codes().size();
    int from = Math.min(start.offset(), size);
    int to = from + Math.min(limit, size - from);
    Start next =
        to < size
            ? new Start(start.part(), to)
            : part.next() < 0 ? null : new Start(part.next(), 0);
    return new Taken(
        part.codes().subList(from, to), next, start.part() == 0 && part.next() < 0 ? size : null);
  }

  /** All of them, or who is public where not all are. */
  private Set<String> visible(Pointer pointer, String generation, Set<String> codes) {
    return view.isWhole()
        ? codes
        : entries.of(generation, codes).values().stream()
            .filter(entry -> view.entry(pointer, entry).isPresent())
            .map(RankingEntry::uscc)
            .collect(Collectors.toSet());
  }

  private List<PublicEntry> shown(Pointer pointer, String generation, List<String> codes) {
    Map<String, RankingEntry> found = entries.of(generation, codes);
    return codes.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .flatMap(entry -> view.entry(pointer, entry).stream())
        .toList();
  }

  private Pointer newest() {
    return pointers.all().stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(Problem.notFound("还没有已公布的积分结果")));
  }
}
