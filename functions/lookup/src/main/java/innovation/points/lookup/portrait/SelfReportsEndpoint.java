package innovation.points.lookup.portrait;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.key.UploadKey;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadPage;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.access.Principal;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/self-reports}: what an enterprise reported of a year, field by field, beside what
 * is in force (四(一): a department's figure goes before the enterprise's own); for the bureau, what
 * all have reported. As intake left it: a report sent a moment ago may not be in yet.
 */
public final class SelfReportsEndpoint implements Calls {

  private static final List<String> IDENTITY = List.of("uscc", "name");

  private final FactsTable facts;
  private final UploadsTable uploads;
  private final Cursors cursors;

  /**
   * All fields that an enterprise may report, in the catalogue's order; of all enterprises, those
   * they reported.
   */
  record Listing(
      int year,
      List<Item> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /**
   * One field.
   *
   * @param item the natural key of the line, of line-item datasets only
   * @param reported what the enterprise reported; null: nothing
   * @param inForce what is scored; null: nothing
   * @param source whose figure is in force: a department, {@code public} or {@code enterprise}
   * @param verified whether the figure in force is not the enterprise's word alone
   */
  record Item(
      String uscc,
      String dataset,
      String field,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String item,
      @Nullable Object reported,
      @Nullable Object inForce,
      @Nullable String source,
      boolean verified) {}

  public SelfReportsEndpoint(FactsTable facts, UploadsTable uploads, Cursors cursors) {
    this.facts = facts;
    this.uploads = uploads;
    this.cursors = cursors;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/self-reports", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    OptionalInt asked = parameters.queryYear("year");
    Optional<String> named = parameters.queryUscc("uscc");
    Format format = request.lineFormat();
    int limit = format.size(parameters.limitIfGiven(), Parameters.DEFAULT_LIMIT);
    String list = "self-reports?" + asked;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    if (asked.isEmpty()) {
      throw new ProblemException(Problem.badRequest("query", "year", "缺少参数 year：应为四位年份（如 2025）"));
    }
    int year = asked.getAsInt();
    Principal principal = request.principal();
    Optional<String> uscc = principal.readsAll() ? named : named.or(principal::uscc);
    if (!principal.readsAll() && !principal.owns(uscc.orElseThrow())) {
      throw new ProblemException(Problem.forbidden("企业只能查看本企业的填报"));
    }
    if (uscc.isPresent()) {
      List<Item> items = of(year, uscc.get());
      return Response.list(request, format, items, null, new Listing(year, items, null))
          .with(Caching.NONE);
    }
    UploadPage page =
        uploads.list(
            UploadFilter.ALL.ofOwner(UploadKey.ENTERPRISE).ofYear(year),
            limit,
            cursor.map(Cursor::position));
    String next = cursors.next(list, "", page.next().orElse(null));
    List<Item> items = reported(year, page.items());
    return Response.list(request, format, items, next, new Listing(year, items, next))
        .with(Caching.NONE);
  }

  /** What the reports say that are in force; an enterprise is read once. */
  private List<Item> reported(int year, List<UploadRecord> records) {
    var known = new HashMap<String, List<Contribution>>();
    var items = new ArrayList<Item>();
    for (UploadRecord record : records) {
      String uscc = record.path().filename().replace(".csv", "");
      List<Contribution> all = known.computeIfAbsent(uscc, facts::contributions);
      boolean counts =
          all.stream()
              .map(Contribution::file)
              .anyMatch(
                  file ->
                      file.key().equals(record.key())
                          && record.version().filter(file.version()::equals).isPresent());
      if (counts) {
        of(year, uscc, all).stream()
            .filter(item -> record.path().dataset().filter(item.dataset()::equals).isPresent())
            .filter(item -> item.reported() != null)
            .forEach(items::add);
      }
    }
    return items;
  }

  private List<Item> of(int year, String uscc) {
    return of(year, uscc, facts.contributions(uscc));
  }

  private List<Item> of(int year, String uscc, List<Contribution> all) {
    EnterpriseFacts inForce = facts.merged(uscc, all);
    List<Contribution> own =
        all.stream()
            .filter(one -> one.file().source().equals(UploadKey.ENTERPRISE))
            .filter(one -> one.file().year() == year)
            .toList();
    var items = new ArrayList<Item>();
    for (Dataset dataset : Catalogue.load().datasets()) {
      if (dataset.open()) {
        List<FactRow> rows =
            own.stream()
                .filter(one -> one.file().dataset().equals(dataset.id()))
                .flatMap(one -> one.rows().stream())
                .toList();
        if (dataset.shape() == Shape.PER_ENTERPRISE) {
          addFigures(items, uscc, dataset, rows, inForce.year(year).facts());
        } else {
          addLines(items, uscc, dataset, year, rows, inForce.items(dataset.id()));
        }
      }
    }
    return items;
  }

  private static void addFigures(
      List<Item> items, String uscc, Dataset dataset, List<FactRow> rows, Map<String, Fact> facts) {
    for (Field field : fields(dataset)) {
      Value reported =
          rows.isEmpty() ? null : rows.getFirst().values().getOrDefault(field.name(), null);
      Fact fact = facts.get(field.name());
      items.add(
          item(
              uscc,
              dataset,
              field,
              null,
              reported,
              fact == null ? null : fact.value(),
              fact == null ? null : fact.source()));
    }
  }

  /** A line in force stands beside the reported one of the same natural key. */
  private static void addLines(
      List<Item> items,
      String uscc,
      Dataset dataset,
      int year,
      List<FactRow> rows,
      List<LineItem> lines) {
    var reported = new LinkedHashMap<String, Map<String, Value>>();
    rows.forEach(row -> reported.put(name(dataset, row.values()), row.values()));
    var inForce = new LinkedHashMap<String, LineItem>();
    for (LineItem line : lines) {
      if (line.year() == year) {
        inForce.put(name(dataset, line.values()), line);
      }
    }
    var names = new ArrayList<>(reported.keySet());
    inForce.keySet().stream()
        .filter(name -> !reported.containsKey(name))
        .sorted()
        .forEach(names::add);
    for (String name : names) {
      LineItem line = inForce.get(name);
      for (Field field : fields(dataset)) {
        items.add(
            item(
                uscc,
                dataset,
                field,
                name,
                reported.getOrDefault(name, Map.of()).get(field.name()),
                line == null ? null : line.values().get(field.name()),
                line == null ? null : line.source()));
      }
    }
  }

  private static Item item(
      String uscc,
      Dataset dataset,
      Field field,
      @Nullable String name,
      @Nullable Value reported,
      @Nullable Value inForce,
      @Nullable Source source) {
    String from = inForce == null || source == null ? null : source.key().split("/", 3)[1];
    return new Item(
        uscc,
        dataset.id(),
        field.name(),
        name,
        plain(reported),
        plain(inForce),
        from,
        from != null && !from.equals(UploadKey.ENTERPRISE));
  }

  private static List<Field> fields(Dataset dataset) {
    return dataset.fields().stream().filter(field -> !IDENTITY.contains(field.name())).toList();
  }

  /** The natural key in words. */
  private static String name(Dataset dataset, Map<String, Value> values) {
    return dataset.naturalKey().stream()
        .filter(field -> !IDENTITY.contains(field))
        .map(field -> String.valueOf(plain(values.get(field))))
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Object plain(@Nullable Value value) {
    return switch (value) {
      case null -> null;
      case Value.Amount(double amount) -> amount;
      case Value.Flag(boolean flag) -> flag;
      case Value.Day(var day) -> day.toString();
      case Value.Text(String text) -> text;
    };
  }
}
