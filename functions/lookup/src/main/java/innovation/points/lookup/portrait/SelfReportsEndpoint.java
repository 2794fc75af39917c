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
import innovation.points.store.uploads.Verification;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/self-reports}: what an enterprise reported of a year, field by field, beside what
 * is in force (四(一): a department's figure goes before the enterprise's own), and what was found of
 * it (核验); for the bureau, what all have reported; for a department, what of its own datasets. As
 * intake left it: a report sent a moment ago may not be in yet.
 */
public final class SelfReportsEndpoint implements Calls {

  private static final Map<String, String> SOURCES =
      Map.of(
          UploadKey.ENTERPRISE, UploadKey.ENTERPRISE,
          UploadKey.BUREAU, UploadKey.BUREAU);

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
   * @param verified whether the figure in force is not the enterprise's word alone: another source
   *     says it, or a person has confirmed it
   * @param check what a person found of what was reported; null: nobody has looked
   * @param upload the report's; null where nothing was reported
   */
  record Item(
      String uscc,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
      String dataset,
      String field,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String item,
      @Nullable Object reported,
      @Nullable Object inForce,
      @Nullable String source,
      boolean verified,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Check check,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String upload) {

    /** Whether it counts, and nobody but the enterprise has said so. */
    private boolean awaits() {
      return reported != null && UploadKey.ENTERPRISE.equals(source) && !verified;
    }
  }

  /**
   * What a person found of a figure.
   *
   * @param outcome {@code confirmed} or {@code refused}
   * @param department of the person; null: the bureau
   */
  record Check(String outcome, String reason, @Nullable String department, Instant at) {

    private static @Nullable Check of(FactRow.@Nullable Check check) {
      return check == null
          ? null
          : new Check(
              check.confirmed() ? "confirmed" : "refused",
              check.reason(),
              check.department(),
              check.at());
    }
  }

  /** What is looked for of an enterprise. */
  private record Wanted(String uscc, int year, String source, Predicate<Dataset> datasets) {}

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
    int limit = parameters.limit(format);
    boolean awaiting =
        parameters.choice("awaiting", Map.of("true", true, "false", false)).orElse(false);
    String source = parameters.choice("source", SOURCES).orElse(UploadKey.ENTERPRISE);
    String list = "self-reports?" + asked + "&source=" + source;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    if (asked.isEmpty()) {
      throw new ProblemException(Problem.badRequest("query", "year", "缺少参数 year：应为四位年份（如 2025）"));
    }
    int year = asked.getAsInt();
    Principal principal = request.principal();
    Optional<String> uscc = principal.isOffice() ? named : named.or(principal::uscc);
    if (!principal.isOffice() && !principal.owns(uscc.orElseThrow())) {
      throw new ProblemException(Problem.forbidden("企业只能查看本企业的填报"));
    }
    Predicate<Item> shown = item -> !awaiting || item.awaits();
    Predicate<Dataset> datasets =
        dataset ->
            dataset.open()
                && (principal.readsAll()
                    || (uscc.isPresent() && principal.owns(uscc.get()))
                    || principal.department().filter(dataset.owner()::equals).isPresent());
    if (uscc.isPresent()) {
      var wanted = new Wanted(uscc.get(), year, source, datasets);
      List<Item> items =
          of(wanted, facts.contributions(uscc.get())).stream().filter(shown).toList();
      return Response.list(request, format, items, null, new Listing(year, items, null))
          .with(Caching.NONE);
    }
    UploadPage page =
        uploads.list(
            UploadFilter.ALL.ofOwner(source).ofYear(year), limit, cursor.map(Cursor::position));
    String next = cursors.next(list, "", page.next().orElse(null));
    List<Item> items =
        reported(year, source, datasets, page.items()).stream().filter(shown).toList();
    return Response.list(request, format, items, next, new Listing(year, items, next))
        .with(Caching.NONE);
  }

  /** What the reports say that are in force; an enterprise is read once. */
  private List<Item> reported(
      int year, String source, Predicate<Dataset> datasets, List<UploadRecord> records) {
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
        of(new Wanted(uscc, year, source, datasets), all).stream()
            .filter(item -> record.path().dataset().filter(item.dataset()::equals).isPresent())
            .filter(item -> item.reported() != null)
            .forEach(items::add);
      }
    }
    return items;
  }

  private List<Item> of(Wanted wanted, List<Contribution> all) {
    int year = wanted.year();
    EnterpriseFacts inForce = facts.merged(wanted.uscc(), all);
    Fact named = inForce.year(year).fact("name");
    String name = named == null ? null : String.valueOf(plain(named.value()));
    List<Contribution> own =
        all.stream()
            .filter(one -> one.file().source().equals(wanted.source()))
            .filter(one -> one.file().year() == year)
            .toList();
    var items = new ArrayList<Item>();
    for (Dataset dataset : Catalogue.load().datasets()) {
      if (wanted.datasets().test(dataset)) {
        List<Contribution> said =
            own.stream().filter(one -> one.file().dataset().equals(dataset.id())).toList();
        List<FactRow> rows = said.stream().flatMap(one -> one.rows().stream()).toList();
        String upload =
            said.stream()
                .findFirst()
                .flatMap(one -> uploads.of(one.file().key(), one.file().version()))
                .orElse(null);
        var reports = new Reports(items, wanted.uscc(), name, dataset, upload);
        if (dataset.shape() == Shape.PER_ENTERPRISE) {
          reports.addFigures(rows, inForce.year(year).facts());
        } else {
          reports.addLines(year, rows, inForce.items(dataset.id()));
        }
      }
    }
    return items;
  }

  /** What an enterprise reported of a dataset. */
  private record Reports(
      List<Item> items,
      String uscc,
      @Nullable String called,
      Dataset dataset,
      @Nullable String upload) {

    private void addFigures(List<FactRow> rows, Map<String, Fact> facts) {
      for (Field field : fields(dataset)) {
        Fact fact = facts.get(field.name());
        add(
            field,
            null,
            rows.isEmpty() ? null : rows.getFirst(),
            fact == null ? null : fact.value(),
            fact == null ? null : fact.source());
      }
    }

    /** A line in force stands beside the reported one of the same natural key. */
    private void addLines(int year, List<FactRow> rows, List<LineItem> lines) {
      var reported = new LinkedHashMap<String, FactRow>();
      rows.forEach(row -> reported.put(Verification.name(dataset, row.values()), row));
      var inForce = new LinkedHashMap<String, LineItem>();
      for (LineItem line : lines) {
        if (line.year() == year) {
          inForce.put(Verification.name(dataset, line.values()), line);
        }
      }
      var names = new ArrayList<>(reported.keySet());
      inForce.keySet().stream()
          .filter(name -> !reported.containsKey(name))
          .sorted()
          .forEach(names::add);
      for (String line : names) {
        LineItem found = inForce.get(line);
        for (Field field : fields(dataset)) {
          add(
              field,
              line,
              reported.get(line),
              found == null ? null : found.values().get(field.name()),
              found == null ? null : found.source());
        }
      }
    }

    private void add(
        Field field,
        @Nullable String line,
        @Nullable FactRow row,
        @Nullable Value inForce,
        @Nullable Source source) {
      Value reported = row == null ? null : row.values().get(field.name());
      FactRow.Check check = row == null ? null : row.checks().get(field.name());
      String from = inForce == null || source == null ? null : source.key().split("/", 3)[1];
      items.add(
          new Item(
              uscc,
              called,
              dataset.id(),
              field.name(),
              line,
              plain(reported),
              plain(inForce),
              from,
              from != null
                  && (!from.equals(UploadKey.ENTERPRISE) || (check != null && check.confirmed())),
              Check.of(check),
              reported == null ? null : upload));
    }
  }

  private static List<Field> fields(Dataset dataset) {
    return dataset.fields().stream().filter(field -> !IDENTITY.contains(field.name())).toList();
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
