package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.RankingReading.Place;
import innovation.points.store.names.NameIndexes;
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

  /**
   * The entries read.
   *
   * @param next where it goes on; null at its end
   */
  private record Slice(List<PublicEntry> entries, @Nullable Place next) {}

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
    // Published generations are never rewritten: reading goes on in that of the cursor.
    String generation = cursor.map(Cursor::generation).orElse(pointer.generation());
    ETag etag = Tags.of(year, generation, view.variant("ranking-" + format.extension()));
    if (request.has(etag)) {
      return Response.notModified(etag, caching);
    }
    int size = format.size(limit, Parameters.DEFAULT_LIMIT);
    Integer count = count(pointer, generation, filter);
    List<RankingParts.Part> all = parts.of(pointer, filter, order);
    Place from =
        cursor
            .map(one -> Place.of(one.position(), all))
            .orElseGet(() -> new Place(all.getFirst(), 0));
    var reading =
        new RankingReading(all, from, (part, place) -> parts.walk(generation, part, order, place));
    int fitting = count == null || all.size() > 1 ? 0 : count;
    Slice slice = read(pointer, reading, filter, order, size, fitting);
    String next = slice.next() == null ? null : slice.next().toString();
    String further = cursors.next(list, generation, next);
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Listing(year, generation, count, slice.entries(), further));
          case NDJSON -> ListFiles.lines(request, fields.of(slice.entries()), further);
          case CSV, XLSX ->
              ListFiles.page(
                  request,
                  EntriesTable.of(slice.entries(), pointer, rules),
                  format,
                  name(year, filter),
                  further);
        };
    return response.with(etag).with(caching);
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

  /**
   * Reads a page.
   *
   * @param fitting how many entries fit in the one part there is; 0 where that is not known
   */
  private Slice read(
      Pointer pointer,
      RankingReading reading,
      RankingFilter filter,
      RankingOrder order,
      int size,
      int fitting) {
    var entries = new ArrayList<PublicEntry>();
    int passedOver = 0;
    while (true) {
      Place here = reading.place();
      RankingEntry entry = reading.next();
      if (entry == null) {
        return new Slice(entries, null);
      }
      RankingParts.Part part = reading.part();
      Optional<PublicEntry> shown = view.entry(pointer, entry);
      if (shown.isPresent() && part.has(entry) && filter.fits(shown.get())) {
        if (entries.size() == size) {
          return new Slice(entries, here);
        }
        entries.add(shown.get());
        if (entries.size() == size && reading.place().number() < fitting) {
          // More fit than have been passed: no need to read one of them.
          return new Slice(entries, reading.place());
        }
      } else if (shown.isEmpty() && !order.reversed() && view.fadesOut(entry, part.list())) {
        if (!reading.leave()) {
          return new Slice(entries, null);
        }
      } else if (++passedOver == MOST_PASSED_OVER) {
        return new Slice(entries, reading.place());
      }
    }
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
