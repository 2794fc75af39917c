package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.publication.Rankings;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/years/{year}/rankings}: the published ranking, as JSON or as a file. */
public final class RankingEndpoint implements Calls {
  private static final List<String> TITLES =
      List.of("总排名", "阶段排名", "统一社会信用代码", "企业名称", "阶段", "行业大类", "主导产业", "所属园区", "总分");

  private static final List<String> FIELDS =
      List.of("rank", "uscc", "name", "stage", "industry", "cluster", "park", "total");

  private final Pointers pointers;
  private final Rankings rankings;
  private final Cursors cursors;
  private final KnownRulebooks rules;
  private final LoadedRankings loaded;
  private final PublicView view;

  /**
   * A page of a ranking.
   *
   * @param count entries of the whole list; omitted where several filters apply
   */
  record Listing(
      int year,
      String generation,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer count,
      List<PublicEntry> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /** The start of reading: a stored list of one generation, and an offset in it. */
  private record Start(String generation, RankingList list, int offset) {}

  /**
   * The entries read.
   *
   * @param next the offset in the list to continue from; empty at its end
   */
  private record Slice(List<PublicEntry> entries, OptionalInt next, @Nullable Integer count) {}

  public RankingEndpoint(
      Pointers pointers,
      Rankings rankings,
      LoadedRankings loaded,
      Cursors cursors,
      KnownRulebooks rules,
      PublicView view) {
    this.pointers = pointers;
    this.rankings = rankings;
    this.loaded = loaded;
    this.cursors = cursors;
    this.rules = rules;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/rankings", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    var filter = RankingFilter.of(parameters);
    OptionalInt limit = parameters.limitIfGiven();
    PinnedGeneration pinned = PinnedGeneration.of(parameters);
    RankingOrder order = parameters.choice("sort", RankingOrder.NAMES).orElse(RankingOrder.STORED);
    var fields = ChosenFields.of(parameters, FIELDS);
    String list = "rankings/" + year + "?" + filter + "&sort=" + order.id();
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    filter.checkUnknown(parameters, pointers, rules);
    parameters.verify();
    Format format = request.listFormat();
    fields.verify(parameters, format);
    Pointer pointer = pointers.of(year, request);
    Caching caching = pinned.caching(pointer, request);
    Start start = cursor.map(RankingEndpoint::start).orElseGet(() -> start(pointer, filter));
    ETag etag = Tags.of(year, start.generation(), view.variant("ranking-" + format.extension()));
    if (request.has(etag)) {
      return Response.notModified(etag, caching);
    }
    int size = format.size(limit, Parameters.DEFAULT_LIMIT);
    Slice slice =
        view.isWhole() && order.comparator() == null
            ? read(pointer, start, filter, size)
            : sorted(pointer, start, filter, order, size);
    String next = slice.next().isEmpty() ? null : seal(list, start, slice.next().getAsInt());
    Response response =
        switch (format) {
          case JSON ->
              Response.ok(
                  new Listing(year, start.generation(), slice.count(), slice.entries(), next));
          case NDJSON -> ListFiles.lines(request, fields.of(slice.entries()), next);
          case CSV, XLSX ->
              ListFiles.page(
                  request, file(pointer, slice.entries()), format, name(year, filter), next);
        };
    return response.with(etag).with(caching);
  }

  /** Starts in the shortest of the stored lists that contain all matching entries. */
  private static Start start(Pointer pointer, RankingFilter filter) {
    RankingList shortest = RankingList.ALL;
    int least = Integer.MAX_VALUE;
    for (RankingList list : filter.lists()) {
      int size = pointer.counts().lists().getOrDefault(list.id(), 0);
      if (size < least) {
        shortest = list;
        least = size;
      }
    }
    return new Start(pointer.generation(), shortest, 0);
  }

  /** Continues in the generation of the cursor: published generations are never rewritten. */
  private static Start start(Cursor cursor) {
    String position = cursor.position();
    int space = position.indexOf(' ');
    return new Start(
        cursor.generation(),
        new RankingList(position.substring(space + 1)),
        Integer.parseInt(position.substring(0, space)));
  }

  private String seal(String list, Start start, int offset) {
    return cursors.seal(list, new Cursor(start.generation(), offset + " " + start.list().id()));
  }

  /**
   * In another order than the stored one, which is also that of a publication that is not all
   * public.
   */
  private Slice sorted(
      Pointer pointer, Start start, RankingFilter filter, RankingOrder order, int size) {
    var shown = view.entries(pointer, loaded.of(start.generation()).entries()).stream();
    var comparator = order.comparator();
    List<PublicEntry> all =
        (comparator == null ? shown : shown.sorted(comparator)).filter(filter::fits).toList();
    int from = Math.min(start.offset(), all.size());
    int to = Math.min(from + size, all.size());
    return new Slice(
        all.subList(from, to),
        to < all.size() ? OptionalInt.of(to) : OptionalInt.empty(),
        all.size());
  }

  private Slice read(Pointer pointer, Start start, RankingFilter filter, int size) {
    boolean exact = filter.isMetBy(start.list());
    var entries = new ArrayList<PublicEntry>();
    int offset = start.offset();
    while (true) {
      int number = offset / RankingPage.ENTRIES;
      Optional<RankingPage> page = rankings.page(start.generation(), start.list(), number);
      if (page.isEmpty()) {
        return new Slice(entries, OptionalInt.empty(), exact && offset == 0 ? 0 : null);
      }
      Integer count = exact ? page.get().size() : null;
      List<RankingEntry> all = page.get().entries();
      for (int i = offset % RankingPage.ENTRIES; i < all.size(); i++, offset++) {
        Optional<PublicEntry> entry = view.entry(pointer, all.get(i)).filter(filter::fits);
        if (entry.isPresent()) {
          if (entries.size() == size) {
            return new Slice(entries, OptionalInt.of(offset), count);
          }
          entries.add(entry.get());
        }
      }
      if (offset >= page.get().size()) {
        return new Slice(entries, OptionalInt.empty(), count);
      }
      if (exact && entries.size() == size) {
        // The next page is certain to have entries: no need to read them.
        return new Slice(entries, OptionalInt.of(offset), count);
      }
    }
  }

  private ListTable file(Pointer pointer, List<PublicEntry> entries) {
    return new ListTable(
        TITLES,
        entries.stream()
            .map(
                entry ->
                    List.of(
                        TableCell.of(entry.overall()),
                        TableCell.of(entry.inStage()),
                        TableCell.of(entry.uscc()),
                        TableCell.of(entry.name()),
                        TableCell.of(rules.stageName(pointer, entry.stage())),
                        TableCell.of(entry.industry()),
                        TableCell.of(entry.cluster()),
                        TableCell.of(entry.park()),
                        TableCell.of(entry.total())))
            .toList());
  }

  private String name(int year, RankingFilter filter) {
    var name = new StringBuilder().append(year).append("年度企业创新积分排名");
    filter.stages().forEach(stage -> name.append('-').append(rules.stageName(stage)));
    filter.industries().forEach(industry -> name.append('-').append(industry));
    filter.clusters().forEach(cluster -> name.append('-').append(cluster));
    filter.parks().forEach(park -> name.append('-').append(park));
    return name.toString();
  }
}
