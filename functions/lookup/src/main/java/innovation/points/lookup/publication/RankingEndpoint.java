package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.publication.EntryWalk;
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

  /** Entries that one request reads without showing them; then it answers what it has found. */
  private static final int MOST_PASSED_OVER = 5_000;

  private final Pointers pointers;
  private final Rankings rankings;
  private final Cursors cursors;
  private final KnownRulebooks rules;
  private final RankingParts parts;
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

  /** Where reading starts: a place in a part of the ranking of one generation. */
  private record Start(String generation, RankingParts.Part part, int place) {
    String position() {
      return place + " " + part.id();
    }
  }

  /**
   * The entries read.
   *
   * @param next where it goes on; null at its end
   */
  private record Slice(List<PublicEntry> entries, @Nullable Start next) {}

  public RankingEndpoint(
      Pointers pointers,
      Rankings rankings,
      NameIndexes indexes,
      PublishedEntries entries,
      Cursors cursors,
      KnownRulebooks rules,
      PublicView view) {
    this.pointers = pointers;
    this.rankings = rankings;
    this.parts = new RankingParts(rankings, indexes, entries, rules, view);
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
    Optional<RankingOrder> sort = parameters.choice("sort", RankingOrder.NAMES);
    RankingOrder order = sort.orElse(RankingOrder.STORED);
    var fields = ChosenFields.of(parameters, FIELDS);
    String list = "rankings/" + year + "?" + filter + "&sort=" + order;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    filter.checkUnknown(parameters, pointers, rules);
    parameters.verify();
    Format format = request.listFormat();
    fields.verify(parameters, format);
    Pointer pointer = pointers.of(year, request);
    Caching caching = pinned.caching(pointer, request);
    List<RankingParts.Part> all = parts.of(pointer, filter, order);
    Start start =
        cursor
            .map(one -> start(one, all))
            .orElseGet(() -> new Start(pointer.generation(), all.getFirst(), 0));
    ETag etag = Tags.of(year, start.generation(), view.variant("ranking-" + format.extension()));
    if (request.has(etag)) {
      return Response.notModified(etag, caching);
    }
    int size = format.size(limit, Parameters.DEFAULT_LIMIT);
    Integer count = count(pointer, start.generation(), filter);
    Slice slice = read(pointer, start, all, filter, order, size, count);
    Start next = slice.next();
    String further = cursors.next(list, start.generation(), next == null ? null : next.position());
    Response response =
        switch (format) {
          case JSON ->
              Response.ok(new Listing(year, start.generation(), count, slice.entries(), further));
          case NDJSON -> ListFiles.lines(request, fields.of(slice.entries()), further);
          case CSV, XLSX ->
              ListFiles.page(
                  request, file(pointer, slice.entries()), format, name(year, filter), further);
        };
    return response.with(etag).with(caching);
  }

  /**
   * Continues where its cursor ends and in the generation of the cursor: published generations are
   * never rewritten.
   */
  private static Start start(Cursor cursor, List<RankingParts.Part> all) {
    String position = cursor.position();
    int space = position.indexOf(' ');
    int place = Integer.parseInt(position.substring(0, space));
    String id = position.substring(space + 1);
    return new Start(
        cursor.generation(),
        all.stream()
            .filter(part -> part.id().equals(id))
            .findFirst()
            .orElseGet(() -> new RankingParts.Part(new RankingList(id), null)),
        place);
  }

  /** How many a list has; null where no stored list is it, and where not all of it is public. */
  private @Nullable Integer count(Pointer pointer, String generation, RankingFilter filter) {
    RankingList list = filter.lists().getFirst();
    if (!view.isWhole() || !filter.isMetBy(list)) {
      return null;
    }
    return generation.equals(pointer.generation())
        ? pointer.counts().lists().getOrDefault(list.id(), 0)
        : rankings.page(generation, list, 0).map(RankingPage::size).orElse(0);
  }

  private Slice read(
      Pointer pointer,
      Start start,
      List<RankingParts.Part> all,
      RankingFilter filter,
      RankingOrder order,
      int size,
      @Nullable Integer count) {
    var entries = new ArrayList<PublicEntry>();
    int passedOver = 0;
    int first = all.indexOf(start.part());
    List<RankingParts.Part> following =
        first < 0 ? List.of(start.part()) : all.subList(first, all.size());
    int from = start.place();
    for (RankingParts.Part part : following) {
      EntryWalk walk = parts.walk(start.generation(), part, order, from);
      from = 0;
      while (true) {
        var here = new Start(start.generation(), part, walk.place());
        RankingEntry entry = walk.next();
        if (entry == null) {
          break;
        }
        Optional<PublicEntry> shown = view.entry(pointer, entry);
        if (shown.isEmpty() && !order.reversed() && view.fadesOut(entry, part.list())) {
          break;
        }
        if (shown.isEmpty() || !part.has(entry) || !filter.fits(shown.get())) {
          passedOver++;
          if (passedOver == MOST_PASSED_OVER) {
            return new Slice(entries, new Start(start.generation(), part, walk.place()));
          }
        } else if (entries.size() == size) {
          return new Slice(entries, here);
        } else {
          entries.add(shown.get());
          if (entries.size() == size && all.size() == 1 && count != null && walk.place() < count) {
            // The next entry is certain to follow: no need to read it.
            return new Slice(entries, new Start(start.generation(), part, walk.place()));
          }
        }
      }
    }
    return new Slice(entries, null);
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
